import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import type { View } from '../../src/engine/pose/view.ts';
import { quantileOf } from '../accuracy/statistics.ts';
import type { Judged, Way } from './judged.ts';
import type { Feed, Person } from './people-folder.ts';
import { segmentsBySpan, segmentsIn, spanOf, type Segment, type Span } from './segments.ts';
import { feedbackIn, tallyOf, type Feedback, type Tally } from './spoken.ts';
import type { Truth } from './truth.ts';

/** Which run a score is of. */
export interface Scored {
  readonly name: string;
  readonly set: string;
  readonly half: Person['half'];
  readonly group: Truth['group'];
  readonly feed: Feed;
  readonly exercise: string;
}

/** A recording of the exercise, judged. */
export interface SetScore extends Scored {
  readonly is: 'set';
  readonly way: Way;
  readonly done: 'correctly' | 'incorrectly' | undefined;
  /** The repetitions that people saw, less those that practice and its countdown took. */
  readonly asked: number;
  readonly counted: number;
  readonly isExact: boolean;
  /** Whether each repetition that people saw was answered by exactly one repetition or attempt. */
  readonly isSegmented: boolean;
  /** How many repetitions came to the full height; `undefined` where the engine does not grade them. */
  readonly full: number | undefined;
  /** The attempts that did not count, by reason. */
  readonly attempts: Tally;
  /** The repetitions that people saw without any repetition or attempt. */
  readonly unanswered: number;
  /** Movements of an arm by at least ten degrees, and how many of them were a repetition or an attempt. */
  readonly moved: number;
  readonly answered: number;
  /** How long it took until judging was armed, ms; `undefined` where it was not before the last repetition was over. */
  readonly armedAfter: number | undefined;
  /** The time in which the movement was judged, minutes. */
  readonly minutes: number;
  readonly feedback: Feedback;
}

/** A repetition that is none: where, and in which motion. */
export interface WrongRepetition {
  readonly at: number;
  readonly motion: string;
}

/** A recording of something else than the exercise, judged. */
export interface NegativeScore extends Scored {
  readonly is: 'negative';
  /** The motions that are judged, and those that are not. */
  readonly motions: number;
  readonly notJudged: number;
  readonly wrong: readonly WrongRepetition[];
  readonly attempts: Tally;
  readonly armedAt: number | undefined;
  /** The time of the motions, and the part of it in which they were judged, minutes. */
  readonly minutes: number;
  readonly judgedMinutes: number;
  readonly feedback: Feedback;
}

/** What one run came to. */
export type Score = SetScore | NegativeScore;

/** A repetition that ends this long after the last one that people saw still counts, ms. */
const grace = 700;
/** A movement of at least this much above rest asks for an answer, degrees. */
const leastMovement = 10;

/** When judging was armed; a session that only keeps the time is not. */
export const armedAtIn = (events: readonly CoachingEvent[]): number | undefined =>
  events.find((event) => event.type === 'armed' && event.range !== 'timed')?.at;

/** When the movement is first judged: after the countdown. */
const judgedFrom = (events: readonly CoachingEvent[]): number => {
  const armed = armedAtIn(events) ?? Infinity;
  return (
    events.find((event) => event.at >= armed && event.type === 'phase-changed' && event.to === 'ready')?.at ?? armed
  );
};

const inMinutes = (ms: number): number => Math.max(0, ms) / 60_000;

const spansIn = ({ repetitions = [] }: Truth): readonly Span[] => repetitions.map(([from, to]) => ({ from, to }));

const isCounted = ({ reason }: Segment): boolean => reason === undefined;

/** How many of the movements moved the arm, and how many of these were a repetition or an attempt. */
const answersIn = (
  { armUpTo, side }: Truth,
  { traces }: Judged,
  bySpan: readonly (readonly Segment[])[],
  calm: number,
) => {
  if (!Array.isArray(armUpTo)) return { moved: 0, answered: 0 };
  const resting = traces
    .filter((trace) => trace.side === side)
    .flatMap(({ points }) => points.flatMap(([at, value]) => (at < calm && value !== null ? [value] : [])));
  const rest = resting.length > 0 ? quantileOf(resting, 0.5) : 0;
  const moved = bySpan.filter((_, index) => (armUpTo[index] ?? 0) >= rest + leastMovement);
  return { moved: moved.length, answered: moved.filter((segments) => segments.length > 0).length };
};

/** Scores a recording of the exercise, by the repetitions that people saw. */
export const setScore = (
  scored: Scored,
  { exercise, view, way, truth, judged }: { exercise: Exercise; view: View; way: Way; truth: Truth; judged: Judged },
): SetScore => {
  const { events } = judged;
  const spans = spansIn(truth);
  const until = (spans.at(-1)?.to ?? 0) + grace;
  const inTime = segmentsIn(events).filter(({ to }) => to <= until);
  const begun = way === 'practice' ? judgedFrom(events) : 0;
  // A repetition that was under way when judging began may count or not.
  const whole = spans.filter(({ from }) => from >= begun);
  const partly = spans.filter(({ from, to }) => from < begun && to > begun).length;
  const counted = inTime.filter(isCounted).length;
  const bySpan = segmentsBySpan(segmentsIn(events), whole);
  const grades = inTime.flatMap(({ isFull }) => (isFull === undefined ? [] : [isFull]));
  const armedAt = armedAtIn(events) ?? Infinity;
  const isArmed = armedAt <= until;
  const from = Math.max(truth.calmUntil, judgedFrom(events));
  return {
    ...scored,
    is: 'set',
    way,
    done: truth.done,
    asked: whole.length,
    counted,
    isExact: isArmed && counted >= whole.length && counted <= whole.length + partly,
    isSegmented: isArmed && bySpan.every((segments) => segments.length === 1),
    full: grades.length > 0 ? grades.filter(Boolean).length : undefined,
    attempts: tallyOf(inTime.flatMap(({ reason }) => (reason === undefined ? [] : [reason]))),
    unanswered: bySpan.filter((segments) => segments.length === 0).length,
    ...answersIn(truth, judged, bySpan, truth.calmUntil),
    armedAfter: isArmed ? armedAt - judged.startsAt : undefined,
    minutes: inMinutes(until - from),
    feedback: feedbackIn(
      events.filter(({ at }) => at >= from && at <= until),
      exercise,
      view,
    ),
  };
};

/** A motion that is judged as something else than the exercise; `null`: it is not judged. */
interface Stretch extends Span {
  readonly motion: string;
  readonly count: number | null | undefined;
}

/** The motions of a recording: each has the time until the next. */
const stretchesIn = (
  { motions, counts, movement, calmUntil }: Truth,
  exercise: string,
  endsAt: number,
): readonly Stretch[] =>
  motions
    ? motions.map(({ motion, from, counts: own }, index) => ({
        motion,
        from,
        to: motions[index + 1]?.from ?? endsAt,
        count: own[exercise],
      }))
    : [{ motion: movement, from: calmUntil, to: endsAt, count: counts?.[exercise] }];

/** Scores a recording of something else; `undefined` where no motion of it is judged for the exercise. */
export const negativeScore = (
  scored: Scored,
  { exercise, view, truth, judged }: { exercise: Exercise; view: View; truth: Truth; judged: Judged },
): NegativeScore | undefined => {
  const { events, endsAt } = judged;
  const stretches = stretchesIn(truth, scored.exercise, endsAt);
  const none = stretches.filter(({ count }) => count === 0);
  if (none.length === 0) return undefined;
  // What comes before the first motion is rest, and nothing in it is the exercise either.
  const segments = segmentsIn(events).flatMap((segment) => {
    const index = spanOf(segment, stretches);
    const stretch = index === undefined ? undefined : stretches[index];
    return stretch === undefined || stretch.count === 0 ? [{ ...segment, motion: stretch?.motion ?? 'at rest' }] : [];
  });
  const armedAt = armedAtIn(events);
  const begun = judgedFrom(events);
  return {
    ...scored,
    is: 'negative',
    motions: none.length,
    notJudged: stretches.length - none.length,
    wrong: segments.filter(isCounted).map(({ to, motion }) => ({ at: to, motion })),
    attempts: tallyOf(segments.flatMap(({ reason }) => (reason === undefined ? [] : [reason]))),
    armedAt,
    minutes: none.reduce((sum, { from, to }) => sum + inMinutes(to - from), 0),
    judgedMinutes: none.reduce((sum, { from, to }) => sum + inMinutes(to - Math.max(from, begun)), 0),
    feedback: feedbackIn(
      events.filter(({ at }) => at >= begun && none.some(({ from, to }) => at >= from && at < to)),
      exercise,
      view,
    ),
  };
};
