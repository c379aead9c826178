import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { benchExercise, judge, ways, type JudgeOptions, type Way } from './judged.ts';
import { negativeScore, type NegativeScore } from './negative-score.ts';
import type { Feed, Person } from './people-folder.ts';
import type { Ran, Scored } from './scored.ts';
import { setScore, type SetScore } from './set-score.ts';
import type { Truth } from './truth.ts';

/** What one run came to. */
export type Score = SetScore | NegativeScore;

/** What is judged of a recording; everything where nothing is said. */
export interface Asked {
  /** The ids of the exercises. */
  readonly exercises?: readonly string[];
  readonly ways?: readonly Way[];
}

/** The exercises that a recording is judged by, and whether it is one of them. */
const asksIn = ({ counts = {}, motions = [], repetitions }: Truth): ReadonlyMap<string, Score['is']> => {
  const asks = new Map<string, Score['is']>();
  for (const motion of motions)
    for (const [exercise, count] of Object.entries(motion.counts)) if (count === 0) asks.set(exercise, 'negative');
  for (const [exercise, count] of Object.entries(counts)) {
    if (count === 0) asks.set(exercise, 'negative');
    if (count !== null && count > 0 && repetitions) asks.set(exercise, 'set');
  }
  return asks;
};

/**
 * The ways to judge a set of an exercise. Where the sides are apart it is the norm alone: practice asks for both sides,
 * and these people move one.
 */
const waysIn = ({ sides }: Exercise, asked: Asked): readonly Way[] => {
  const possible: readonly Way[] = sides === 'each' ? ['norm'] : ways;
  return possible.filter((way) => asked.ways?.includes(way) !== false);
};

/** Scores a set in each way. */
const setScores = async (
  run: (options?: JudgeOptions) => Promise<Ran>,
  { calmUntil }: Truth,
  asked: readonly Way[],
): Promise<readonly SetScore[]> => {
  const scores: SetScore[] = [];
  const score = (way: Way, ran: Ran): void => {
    if (asked.includes(way)) scores.push(setScore(way, ran));
  };
  if (asked.includes('norm')) score('norm', await run());
  if (asked.includes('practice') || asked.includes('kept')) {
    const practised = await run({ range: 'practice' });
    score('practice', practised);
    if (asked.includes('kept')) score('kept', await run({ range: practised.judged.ranges }));
  }
  if (asked.includes('film')) score('film', await run({ from: calmUntil, as: 'film' }));
  return scores;
};

/** Judges a recording by the exercises that its truth names, and scores it. */
export const scoresOf = async (person: Person, feed: Feed, asked: Asked = {}): Promise<readonly Score[]> => {
  const { name, set, half, truth } = person;
  const { view, group } = truth;
  const recording = person.read(feed);
  const scores: Score[] = [];
  for (const [id, is] of asksIn(truth)) {
    if (asked.exercises?.includes(id) === false) continue;
    const scored: Scored = { name, set, half, group, feed, exercise: id };
    const exercise = benchExercise(id);
    const run = async (options?: JudgeOptions): Promise<Ran> => {
      const judged = await judge(name, recording, exercise, view, options);
      return { scored, exercise, view, truth, judged };
    };
    if (is === 'negative') scores.push(negativeScore(await run()));
    else scores.push(...(await setScores(run, truth, waysIn(exercise, asked))));
  }
  return scores;
};
