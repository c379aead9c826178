import { quantileOf } from '../accuracy/statistics.ts';
import { armedAtIn, judgedFrom } from './arming.ts';
import { feedbackIn, type Feedback } from './feedback.ts';
import type { Judged, Way } from './judged.ts';
import { inMinutes, type Ran, type Scored } from './scored.ts';
import { isCounted, segmentsBySpan, segmentsIn, spanOf, type Segment, type Span } from './segments.ts';
import { tallyOf, type Tally } from './tally.ts';
import type { Truth } from './truth.ts';

/** A recording of the exercise, judged. */
export interface SetScore extends Scored {
  readonly is: 'set';
  readonly way: Way;
  readonly done: Truth['done'];
  /** The repetitions that people saw; in practice, those that began after it and its countdown. */
  readonly asked: number;
  readonly counted: number;
  readonly isExact: boolean;
  /** Whether each repetition that people saw was answered by exactly one repetition or attempt, and nothing else was. */
  readonly isSegmented: boolean;
  /** How many repetitions came to the full height; `undefined` where the engine does not grade them. */
  readonly full: number | undefined;
  /** The attempts that did not count, by reason. */
  readonly attempts: Tally;
  /** The repetitions that people saw without any repetition or attempt. */
  readonly unanswered: number;
  /** The movements that raised the arm by ten degrees or more, and how many of them were a repetition or an attempt. */
  readonly raised: number;
  readonly answered: number;
  /** How long it took until judging was armed, ms; `undefined` where it was not before the last repetition was over. */
  readonly armedAfter: number | undefined;
  /** The time in which the movement was judged, minutes, and what was said and noticed in it. */
  readonly minutes: number;
  readonly feedback: Feedback;
}

/** A repetition that ends this long after the last one that people saw still counts, ms. */
const grace = 700;
/** A movement of at least this much above rest asks for an answer, degrees. */
const leastRaise = 10;

/** The median reading of the moving arm while the person rested; 0 where nothing was read. */
const restIn = ({ traces }: Judged, { side, calmUntil }: Truth): number => {
  const read = traces
    .filter((trace) => trace.side === side)
    .flatMap(({ points }) => points.flatMap(([at, value]) => (at < calmUntil && value !== null ? [value] : [])));
  return read.length > 0 ? quantileOf(read, 0.5) : 0;
};

/** How many of the movements raised the arm, and how many of these were a repetition or an attempt. */
const answersIn = (truth: Truth, judged: Judged, bySpan: readonly (readonly Segment[])[]) => {
  const { armUpTo } = truth;
  if (!Array.isArray(armUpTo)) return { raised: 0, answered: 0 };
  const rest = restIn(judged, truth);
  const raised = bySpan.filter((_, index) => (armUpTo[index] ?? 0) >= rest + leastRaise);
  return { raised: raised.length, answered: raised.filter((segments) => segments.length > 0).length };
};

/** Scores a recording of the exercise by the repetitions that people saw. */
export const setScore = (way: Way, { scored, exercise, view, truth, judged }: Ran): SetScore => {
  const { events, startsAt } = judged;
  const spans = (truth.repetitions ?? []).map(([from, to]): Span => ({ from, to }));
  const until = (spans.at(-1)?.to ?? 0) + grace;
  const begun = judgedFrom(events);
  // Practice and its countdown take repetitions; the one that is under way when they end may count or not.
  const whole = way === 'practice' ? spans.filter(({ from }) => from >= begun) : spans;
  const partly = way === 'practice' ? spans.filter(({ from, to }) => from < begun && to > begun).length : 0;
  const segments = segmentsIn(events);
  const inTime = segments.filter(({ to }) => to <= until);
  const counted = inTime.filter(isCounted).length;
  const bySpan = segmentsBySpan(segments, whole);
  const isStray = (segment: Segment): boolean =>
    segment.from >= (spans[0]?.from ?? 0) && spanOf(segment, spans) === undefined;
  const grades = inTime.flatMap(({ isFull }) => (isFull === undefined ? [] : [isFull]));
  const armedAt = armedAtIn(events) ?? Infinity;
  const isArmed = armedAt <= until;
  const from = Math.max(truth.calmUntil, begun);
  return {
    ...scored,
    is: 'set',
    way,
    done: truth.done,
    asked: whole.length,
    counted,
    isExact: isArmed && counted >= whole.length && counted <= whole.length + partly,
    isSegmented: isArmed && bySpan.every(({ length }) => length === 1) && !inTime.some(isStray),
    full: grades.length > 0 ? grades.filter(Boolean).length : undefined,
    attempts: tallyOf(inTime.flatMap(({ reason }) => reason ?? [])),
    unanswered: bySpan.filter(({ length }) => length === 0).length,
    ...answersIn(truth, judged, bySpan),
    armedAfter: isArmed ? armedAt - startsAt : undefined,
    minutes: inMinutes(until - from),
    feedback: feedbackIn(
      events.filter(({ at }) => at >= from && at <= until),
      exercise,
      view,
    ),
  };
};
