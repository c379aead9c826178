import { measureRow } from '../kinematics/measures.ts';
import type { Readings } from '../kinematics/reading.ts';
import { millis, type Millis } from '../units.ts';
import { holdEnded, phased, sideOf } from './attempt-phases.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import { goalsOf } from '../rules/judged-goals.ts';
import { everySideFurther, isApart, primaryValue, progressOf } from '../rules/primary-measure.ts';
import type { Plan } from '../rules/plan.ts';
import { endOf, goOn, moved, unsighted, withStrokes, type OpenAttempt } from './open-attempt.ts';
import type { Opening } from './ready.ts';
import { partOf } from './trajectory.ts';
import { judge, reasonAgainstEnd, type Verdict } from './verdict.ts';
import type { Rulebook } from '../rules/rulebook.ts';

/*
 * One attempt, from leaving rest to being back at rest. It counts as a repetition if range, required posture, hold,
 * order, return and sight were all as required; faults never void it.
 */

/** An attempt ends when its required posture is lost for longer than this, ms. */
const abandonedAfter = 1500;
/** The movement is back once this share of the way from its furthest point is done, wherever rest is. */
const backShare = 2 / 3;
/** Nearer to rest than this share of the floor, a movement that turns out again begins the next repetition. */
const outAgainShare = 0.5;
/** An attempt that never left the bound of rest ends where it stays still for this long, ms: the user sits differently. */
const settledAfter = 2000;
/** The longest rest between the first and the second of two endpoints, ms. */
const restBetweenEnds = 6000;

/** The result of one frame of an attempt. */
export interface AttemptStep {
  readonly state: OpenAttempt;
  readonly events: readonly UntimedEvent[];
  readonly verdict: Verdict | undefined;
  /** The attempt that begins where this one turned out again before it was at rest. */
  readonly next?: Opening | undefined;
  /** Where the user came to rest, if that is not where they did before. */
  readonly rest?: Readings | undefined;
}

/**
 * Advances an attempt by one frame; `number` is the number of the repetition that it may become, and `isSparse` whether too
 * few poses come to judge its tempo.
 */
export const pursue = (
  plan: Plan,
  rulebook: Rulebook,
  before: OpenAttempt,
  readings: Readings,
  at: Millis,
  number: number,
  isSparse: boolean,
): AttemptStep => {
  const close = (state: OpenAttempt, events: readonly UntimedEvent[]): AttemptStep =>
    closed(plan, rulebook, withStrokes(state, isSparse), events, number);
  const primary = primaryValue(endOf(before), readings);
  const sighted = primary === undefined ? unsighted(before, at) : moved(rulebook, before, readings, primary, at);
  const [state, events] = phased(plan, sighted, at);
  const isLast = state.completedEnds.length === state.repPath.ends.length - 1;
  // One side at rest while the other is still far out is not the end of a movement of both.
  if (primary !== undefined && isBack(state) && !isApart(endOf(state), readings)) {
    if (isLast || reasonAgainstEnd(plan, state)) return close(state, events);
    return between(state, events, goOn(withStrokes(state, isSparse), readings, at));
  }
  if (primary !== undefined && hasTurnedOut(state, readings))
    return { ...close(upToTrough(state), events), next: nextOf(state) };
  if (primary !== undefined && hasSettled(state, at)) return { ...close(state, events), rest: readings };
  if (isResting(state, at)) return close(state, events);
  if (state.brokenSince === undefined || at - state.brokenSince <= abandonedAfter)
    return { state, events, verdict: undefined };
  const broken = state.broken ?? state.requires.firstOutside?.measure;
  return close({ ...state, broken }, events);
};

/** Closes an attempt when the user is no longer seen. */
export const loseSight = (plan: Plan, rulebook: Rulebook, before: OpenAttempt, at: Millis): AttemptStep =>
  closed(plan, rulebook, withStrokes(unsighted(before, at), false), [], 0);

/** Closes an attempt from outside: it is neither a repetition nor a miss. Returns its closing events. */
export const interrupt = (rulebook: Rulebook, state: OpenAttempt): readonly UntimedEvent[] => [
  ...lastOfHold(state),
  {
    type: 'rep-attempted',
    reason: { kind: 'interrupted' },
    ...sideOf(state.repPath),
    goals: [...goalsOf(rulebook, state.repPath)],
  },
];

/**
 * Whether the attempt is back from its endpoint: inside the bound of rest, and most of the way if it never left that
 * bound. From a second endpoint only after turning back, since it begins at rest.
 */
const isBack = ({ isBack: isInside, hasLeft, last, peak, phase, completedEnds }: OpenAttempt): boolean => {
  const hasComeBack = hasLeft || last.progress <= (1 - backShare) * peak.progress;
  return isInside && hasComeBack && (completedEnds.length === 0 ? phase !== 'holding' : phase === 'returning');
};

/**
 * Whether the movement, having come back by two thirds, turned out again. Real people rarely come back to the very angle
 * that they left: of 78 people's sets of arm raises a fixed angle separates 69 as people do, turning points 74.
 */
const hasTurnedOut = (state: OpenAttempt, readings: Readings): boolean => {
  const { phase, last, trough, peak, rest } = state;
  const end = endOf(state);
  const { hysteresis } = measureRow(end.measure);
  const nearRest = Math.min(
    (1 - backShare) * peak.progress,
    outAgainShare * progressOf(end, rest, end.floor ?? end.goal),
  );
  // Where the sides come apart or together, the value of both changes although neither turns.
  const hasRisen = last.progress - trough.progress > hysteresis && everySideFurther(end, trough.readings, readings);
  return phase !== 'holding' && trough.progress <= nearRest && hasRisen;
};

/** The attempt as it was at the turning point. */
const upToTrough = (state: OpenAttempt): OpenAttempt => ({
  ...state,
  last: state.trough,
  trajectory: partOf(state.trajectory, millis(-Infinity), state.trough.at),
});

const nextOf = ({ repPath, trough, trajectory, last }: OpenAttempt): Opening => ({
  repPath,
  from: trough,
  trajectory: partOf(trajectory, trough.at, last.at),
});

/** Whether an attempt that never left the bound of rest has come to rest elsewhere. */
const hasSettled = ({ hasLeft, gained, completedEnds }: OpenAttempt, at: Millis): boolean =>
  !hasLeft && completedEnds.length === 0 && at - gained.at > settledAfter;

/** Whether the user has rested too long before the second endpoint. */
const isResting = ({ completedEnds, metAt, isBack: isInside, gained }: OpenAttempt, at: Millis): boolean =>
  completedEnds.length > 0 && metAt === undefined && isInside && at - gained.at > restBetweenEnds;

/** Continues to the second endpoint. */
const between = (state: OpenAttempt, events: readonly UntimedEvent[], next: OpenAttempt): AttemptStep => {
  const onwards: UntimedEvent = { type: 'phase-changed', from: state.phase, to: 'working' };
  return {
    state: next,
    events: [...events, ...lastOfHold(state), ...(state.phase === 'working' ? [] : [onwards])],
    verdict: undefined,
  };
};

const lastOfHold = (state: OpenAttempt): readonly UntimedEvent[] =>
  state.hold === 'none' || state.hold === 'ended' ? [] : [holdEnded(state)];

/** Closes an attempt, whose strokes are timed, with its verdict. */
const closed = (
  plan: Plan,
  rulebook: Rulebook,
  whole: OpenAttempt,
  events: readonly UntimedEvent[],
  number: number,
): AttemptStep => {
  const verdict = judge(plan, rulebook, whole, number);
  return { state: whole, events: [...events, ...lastOfHold(whole), verdict.event], verdict };
};
