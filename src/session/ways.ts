import type { CoachingEvent } from '../engine/coaching/events.ts';
import type { End } from '../engine/coaching/exercise.ts';
import type { Plan } from '../engine/coaching/plan.ts';
import { dipsIn } from '../engine/coaching/smoothness.ts';
import { easeMinimumJerk } from '../engine/figure/between.ts';
import { measureRow } from '../engine/kinematics/measures.ts';
import { millis } from '../engine/units.ts';
import { leadIn, restIn, type LeadPoint } from './lead-trace.ts';
import type { Trace } from './traces.ts';

/** One way of a repetition: how long all of it took, ms, and whether it was long and quick enough for stops to be told from noise. */
export interface Way {
  readonly ms: number;
  readonly isJudged: boolean;
}

/** The ways of one repetition; `undefined` where too little of one was seen. */
export interface Ways {
  readonly out: Way | undefined;
  readonly back: Way | undefined;
}

/** Between these shares of a way its time is taken: nearer to its ends noise decides where it begins. */
const nearEnd = 0.9;
const nearRest = 0.1;
/** A way of which less was seen is not made up to a whole one. */
const leastSeen = 0.4;
/** Nor is one with a longer gap, ms. */
const longestGap = 500;

/** When a smooth way has gone so much of itself (0-1 of both): the easing by which the figure moves, turned round by halving. */
const timeAt = (gone: number): number => {
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    if (easeMinimumJerk(middle) < gone) low = middle;
    else high = middle;
  }
  return low;
};

/** Whether the engine could judge the smoothness of a way like this: it is asked about a smooth one, seen thirty times a second. */
const isJudgeable = ({ target }: End, duration: number, range: number): boolean => {
  const steps = Math.ceil((duration * 30) / 1000);
  const points = Array.from({ length: steps + 1 }, (_, step) => ({
    at: millis((duration * step) / steps),
    progress: range * easeMinimumJerk(step / steps),
  }));
  const { grain, hysteresis } = measureRow(target.measure);
  return steps > 1 && dipsIn({ points }, grain ?? hysteresis) !== undefined;
};

type SeenPoint = LeadPoint & { readonly progress: number };

const isSeen = (point: LeadPoint): point is SeenPoint => point.progress !== undefined;

/** The way between rest and the furthest point, which comes first in `points`. */
const wayOf = (end: End, points: readonly LeadPoint[], rest: number): Way | undefined => {
  const seen = points.filter(isSeen);
  const [peak] = seen;
  if (!peak) return undefined;
  const share = ({ progress }: SeenPoint): number => (progress - rest) / (peak.progress - rest);
  const leaves = seen.findLastIndex((point) => share(point) >= nearEnd);
  const part = seen.slice(leaves);
  const arrives = part.findIndex((point) => share(point) <= nearRest);
  const gone = arrives < 0 ? part : part.slice(0, arrives + 1);
  const [from, to] = [gone[0], gone.at(-1)];
  const isWhole = gone.every(({ at }, index) => Math.abs(at - (gone[index - 1]?.at ?? at)) <= longestGap);
  if (!from || !to || !isWhole || !(share(from) - share(to) >= leastSeen)) return undefined;
  const elapsed = Math.abs(to.at - from.at);
  return {
    ms: elapsed / (timeAt(share(from)) - timeAt(share(to))),
    isJudged: isJudgeable(end, elapsed, from.progress - to.progress),
  };
};

/** What begins another stretch of time, so that a way before it is none of the next repetition. */
const borders = new Set<CoachingEvent['type']>(['armed', 'rep-completed', 'rep-attempted', 'seen-again']);

/** A repetition in time, ms: from what came before it, between which two it was done, until what comes after it. */
interface Span {
  /** What happened before it was opened. */
  readonly earlier: readonly CoachingEvent[];
  readonly since: number;
  readonly openedAt: number;
  readonly doneAt: number;
  readonly until: number;
}

const spanOf = (events: readonly CoachingEvent[], index: number): Span => {
  const doneAt = events[index]?.at ?? 0;
  const before = events.slice(0, index);
  const opened = before.findLastIndex(({ type }) => type === 'attempt-opened');
  const openedAt = before[opened]?.at ?? doneAt;
  const earlier = before.slice(0, Math.max(0, opened));
  return {
    earlier,
    since: earlier.findLast(({ type }) => borders.has(type))?.at ?? 0,
    openedAt,
    doneAt,
    until: events.slice(index).find(({ type }) => type === 'attempt-opened')?.at ?? Infinity,
  };
};

/** The way to an end, or the one back from it, of a repetition. */
const wayIn = (lead: readonly LeadPoint[], end: End, span: Span, isOut: boolean): Way | undefined => {
  const within = lead.filter(({ at }) => at >= span.openedAt && at <= span.doneAt).filter(isSeen);
  const furthest = Math.max(...within.map(({ progress }) => progress));
  const peakAt = within.find(({ progress }) => progress === furthest)?.at ?? span.doneAt;
  const rest = restIn(lead, span.earlier) ?? 0;
  const way = isOut
    ? lead.filter(({ at }) => at >= span.since && at <= peakAt).toReversed()
    : lead.filter(({ at }) => at >= peakAt && at <= span.until);
  return wayOf(end, way, rest);
};

/**
 * The ways of each counted repetition as they were traced: out to its first end, and back from its last. Their time is taken over
 * the middle of a way and made up to the whole, as a smooth one would take; so a tempo that is kept reads about as it was planned.
 */
export const waysIn = (
  { rules }: Pick<Plan, 'rules'>,
  events: readonly CoachingEvent[],
  traces: readonly Trace[],
): readonly Ways[] =>
  events.flatMap((event, index) => {
    if (event.type !== 'rep-completed') return [];
    const span = spanOf(events, index);
    const way = (end: End | undefined, isOut: boolean): Way | undefined =>
      end && wayIn(leadIn(traces, end, event.side), end, span, isOut);
    return [{ out: way(rules.ends[0], true), back: way(rules.ends.at(-1), false) }];
  });
