import type { Readings } from '../kinematics/reading.ts';
import { millis, type Millis } from '../units.ts';
import { isWithin, primaryValue, progressOf } from '../rules/primary-measure.ts';
import { compare, unknownStanding, type Standing } from '../rules/posture-check.ts';
import { appendPoint, lastOf, emptyTrajectory, type Trajectory } from './trajectory.ts';
import type { RepPath, Rulebook } from '../rules/rulebook.ts';

/*
 * At rest between repetitions. An attempt opens when the primary measure has left rest by its `opening` (30 % of
 * the distance to the goal, or less) for 0.3 s, from the start posture, with the required posture kept throughout: once it is lost, the user must
 * first return to rest. So drinking or scratching the head opens no attempt.
 */

/** How much of the trajectory at rest is kept, ms: the slowest stroke takes less time to open an attempt. */
const restRemembered = millis(5000);
/** How long the primary measure must be beyond it, and how long the required posture must be lost, ms. */
const openingDwell = 300;
/**
 * The required posture must have been seen within this time, ms. Hands at the back of the head hide behind it: in side
 * view the near wrist scores 0.13-0.2 for six seconds of a film without a break. On their way down they are seen again,
 * which ends the posture.
 */
const sightMemory = 10_000;

/** Whether a path's primary measure is at rest, and where and when it left rest. */
interface LeaveCandidate {
  readonly isBack: boolean;
  /** The progress of the point nearest to rest since the last attempt: a movement is measured from there. */
  readonly nearest: number;
  readonly left: Extreme | undefined;
  /** Since when the measure is beyond its opening without the required posture: later it may be on its way back. */
  readonly missedSince: Millis | undefined;
  /** The trajectory of the last seconds at rest and since leaving it. */
  readonly trajectory: Trajectory;
}

/** The state between repetitions: whether the start posture was taken, and since when rest has been left. */
export interface Ready {
  readonly is: 'ready';
  /** The readings of the start posture. */
  readonly rest: Readings;
  readonly isSet: boolean;
  readonly leaveCandidates: readonly LeaveCandidate[];
  readonly start: Standing;
  readonly requires: Standing;
  readonly requiresSeenAt: Millis | undefined;
  readonly brokenSince: Millis | undefined;
}

/** An attempt that opens: its path, and where and when it began. */
export interface Opening {
  readonly repPath: RepPath;
  readonly from: Extreme;
  readonly trajectory: Trajectory;
}

/** A point of a movement: its progress from rest, in the primary measure's unit, and its time. */
export interface Extreme {
  readonly progress: number;
  readonly at: Millis;
}

/** The state at rest, with nothing seen yet. */
export const readyAt = (rest: Readings): Ready => ({
  is: 'ready',
  rest,
  isSet: false,
  leaveCandidates: [],
  start: unknownStanding,
  requires: unknownStanding,
  requiresSeenAt: undefined,
  brokenSince: undefined,
});

/** The state at rest, with the postures as read there: what is hidden from now on keeps its state. */
export const stillReadyAt = (rulebook: Rulebook, rest: Readings, at: Millis): Ready => ({
  ...readyAt(rest),
  start: compare(rulebook.start, rest, unknownStanding),
  requires: compare(rulebook.requires, rest, unknownStanding),
  requiresSeenAt: at,
});

/** The state at rest after an attempt; the required posture carries over if it was kept to the end. */
export const readyAfter = (
  rulebook: Rulebook,
  { rest, requires }: Pick<Ready, 'rest' | 'requires'>,
  at: Millis,
): Ready => (requires.is === 'inside' ? stillReadyAt(rulebook, rest, at) : readyAt(rest));

/** Advances the state at rest by one frame; also returns the attempt that opens, if any. */
export const wait = (
  rulebook: Rulebook,
  state: Ready,
  readings: Readings,
  at: Millis,
): readonly [Ready, Opening | undefined] => {
  const start = compare(rulebook.start, readings, state.start);
  const requires = compare(rulebook.requires, readings, state.requires);
  const leaveCandidates = rulebook.repPaths.map(({ ends: [end] }, index): LeaveCandidate => {
    const before = state.leaveCandidates[index];
    const primary = primaryValue(end, readings);
    if (primary === undefined)
      return (
        before ?? {
          isBack: false,
          nearest: Infinity,
          left: undefined,
          missedSince: undefined,
          trajectory: emptyTrajectory,
        }
      );
    const isBack = isWithin(end.back, primary, before?.isBack ?? false);
    const here = { progress: progressOf(end, state.rest, primary), at };
    const nearest = Math.max(0, Math.min(before?.nearest ?? Infinity, here.progress));
    const isBeyond = here.progress - nearest >= end.opening;
    const isMissed = isBeyond && requires.is !== 'inside';
    const wasMissed = before?.missedSince !== undefined && at - before.missedSince >= openingDwell;
    const missedSince = isMissed || (isBeyond && wasMissed) ? (before?.missedSince ?? at) : undefined;
    const isLeaving = isBeyond && !isMissed && !wasMissed;
    const seen = appendPoint(before?.trajectory ?? emptyTrajectory, here);
    const trajectory = isLeaving ? seen : lastOf(seen, restRemembered);
    return { isBack, nearest, missedSince, left: isLeaving ? (before?.left ?? here) : undefined, trajectory };
  });
  const isAtRest = start.is === 'inside' && requires.is === 'inside' && leaveCandidates.every(({ isBack }) => isBack);
  const brokenSince = requires.is === 'outside' ? (state.brokenSince ?? at) : undefined;
  const isBroken = brokenSince !== undefined && at - brokenSince >= openingDwell;
  const requiresSeenAt = requires.isSeen && requires.is === 'inside' ? at : state.requiresSeenAt;
  const isSet = isAtRest || (state.isSet && !isBroken);
  const next: Ready = { ...state, start, requires, leaveCandidates, requiresSeenAt, isSet, brokenSince };
  const wasSeen = requiresSeenAt !== undefined && at - requiresSeenAt <= sightMemory;
  if (!isSet || !wasSeen) return [next, undefined];
  const gone = leaveCandidates.findIndex(({ left }) => left !== undefined && at - left.at >= openingDwell);
  const repPath = rulebook.repPaths[gone];
  const leaveCandidate = leaveCandidates[gone];
  if (!repPath || !leaveCandidate?.left) return [next, undefined];
  const { left: from, trajectory } = leaveCandidate;
  return [next, { repPath, from, trajectory }];
};
