import type { Recording } from '../../src/engine/pose/recording.ts';
import type { PersonalRange } from '../../src/engine/rules/personal-range.ts';
import { benchExercise, judge, type Way } from './judged.ts';
import type { Feed, Person } from './people-folder.ts';
import { negativeScore, setScore, type Score, type Scored } from './score.ts';

/** The exercises that the truth of a recording names, with whether it is one of them. */
const asksIn = ({ truth }: Person): ReadonlyMap<string, 'set' | 'negative'> => {
  const asks = new Map<string, 'set' | 'negative'>();
  for (const counts of [truth.counts ?? {}, ...(truth.motions ?? []).map((motion) => motion.counts)])
    for (const [exercise, count] of Object.entries(counts))
      if (count !== null) asks.set(exercise, count > 0 ? 'set' : 'negative');
  return asks;
};

const scoreSet = async (scored: Scored, person: Person, recording: Recording): Promise<readonly Score[]> => {
  const { name, truth } = person;
  const { view, calmUntil } = truth;
  const exercise = benchExercise(scored.exercise);
  const scores: Score[] = [];
  const run = async (way: Way, options: Parameters<typeof judge>[4] = {}): Promise<readonly PersonalRange[]> => {
    const judged = await judge(name, recording, exercise, view, options);
    scores.push(setScore(scored, { exercise, view, way, truth, judged }));
    return judged.ranges;
  };
  await run('norm');
  await run('film', { from: calmUntil });
  // Where the sides are apart, practice asks for both, and these people move one.
  if (exercise.sides !== 'each') {
    const ranges = await run('practice', { range: 'practice' });
    await run('kept', { range: ranges });
  }
  return scores;
};

const scoreNegative = async (
  scored: Scored,
  { name, truth }: Person,
  recording: Recording,
): Promise<readonly Score[]> => {
  const { view } = truth;
  const exercise = benchExercise(scored.exercise);
  const judged = await judge(name, recording, exercise, view);
  const score = negativeScore(scored, { exercise, view, truth, judged });
  return score ? [score] : [];
};

/** Judges a recording by each exercise that its truth names, and scores it. */
export const scoresOf = async (person: Person, feed: Feed): Promise<readonly Score[]> => {
  const { name, set, half, truth } = person;
  const recording = person.read(feed);
  const scores: Score[] = [];
  for (const [exercise, ask] of asksIn(person)) {
    const scored: Scored = { name, set, half, group: truth.group, feed, exercise };
    scores.push(...(await (ask === 'set' ? scoreSet : scoreNegative)(scored, person, recording)));
  }
  return scores;
};
