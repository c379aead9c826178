import type { TimedPose } from '../../src/engine/pose/pose.ts';
import type { View } from '../../src/engine/pose/view.ts';
import { coach, type Asked } from '../films/coach.ts';
import { armedAtIn } from '../people/arming.ts';
import { feedbackIn, feedbackOf, type Feedback } from '../people/feedback.ts';
import { benchExercise } from '../people/judged.ts';
import type { Feed, Person } from '../people/people-folder.ts';
import { scoresOf, type Asked as AskedOfPerson, type Score } from '../people/runs.ts';
import { isCounted, segmentsIn } from '../people/segments.ts';
import { sumOf, tallied, tallyOf, type Tally } from '../people/tally.ts';

/*
 * Judges one recording or performance, as the benches judge people and films, and returns its verdicts. This is the
 * code that is built with its constants replaced.
 */

/** A recording of a person, and what it is judged by. */
export interface PersonItem {
  readonly is: 'people';
  readonly name: string;
  readonly person: Person;
  readonly feed: Feed;
  readonly asked: AskedOfPerson & { readonly exercises: readonly string[] };
}

/** The poses of a film: what MoveNet saw, or the noise-free keypoints of a performance. */
export interface FilmItem {
  readonly is: 'recordings' | 'performances';
  readonly name: string;
  readonly exercise: string;
  readonly view: View;
  readonly poses: readonly TimedPose[];
  readonly asked: Pick<Asked, 'hold' | 'reps' | 'range'>;
  /** Whether constants of the engine are tried on it. */
  readonly isOfFew: boolean;
}

/** What is judged. */
export type Item = PersonItem | FilmItem;

/** The kinds of verdicts. */
export const verdictKinds = ['armed', 'count', 'height', 'reasons', 'faults', 'cues'] as const;

/** A kind of verdict. */
export type VerdictKind = (typeof verdictKinds)[number];

/** What was decided about an item, in words that are equal where the decisions are. */
export type Verdicts = Readonly<Record<VerdictKind, string>>;

/** Tallies as words: what happened, and how often, in the order of the names. */
const inWords = (...tallies: readonly Tally[]): string =>
  Object.entries(tallied(tallies))
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

const feedbackWords = (feedback: readonly Feedback[]): Pick<Verdicts, 'faults' | 'cues'> => {
  const { cues, tempo, faults, hints } = feedbackOf(feedback);
  return { faults: inWords(faults, hints), cues: inWords(cues, tempo) };
};

const ofScores = (scores: readonly Score[]): Verdicts => {
  const motions = scores.flatMap((score) => (score.is === 'negative' ? score.motions : []));
  const sets = scores.filter((score) => score.is === 'set');
  return {
    armed: scores.map((score) => (score.is === 'set' ? score.armedAfter !== undefined : score.isArmed)).join(),
    count: [...sets.map(({ counted }) => counted), ...motions.map(({ wrongAt }) => wrongAt.length)].join(),
    height: sets.map(({ full }) => full ?? '').join(),
    reasons: inWords(...[...sets, ...motions].map(({ attempts }) => attempts)),
    ...feedbackWords([...sets, ...motions].map(({ feedback }) => feedback)),
  };
};

const ofFilm = ({ exercise: id, view, poses, asked }: FilmItem): Verdicts => {
  const exercise = benchExercise(id);
  const { events } = coach(exercise, poses, { ...asked, view });
  const segments = segmentsIn(events);
  return {
    armed: String(armedAtIn(events) !== undefined),
    count: String(segments.filter(isCounted).length),
    height: String(sumOf(segments.map(({ isFull }) => (isFull === true ? 1 : 0)))),
    reasons: inWords(tallyOf(segments.flatMap(({ reason }) => reason ?? []))),
    ...feedbackWords([feedbackIn(events, exercise, view)]),
  };
};

/** The verdicts on an item. */
export const verdictsOf = async (item: Item): Promise<Verdicts> =>
  item.is === 'people' ? ofScores(await scoresOf(item.person, item.feed, item.asked)) : ofFilm(item);
