import { measureRow } from '../kinematics/measures.ts';
import type { Readings } from '../kinematics/reading.ts';
import { millis, type Millis } from '../units.ts';
import { primaryValue, progressOf } from '../rules/primary-measure.ts';
import { compare, unknownStanding, type Standing } from '../rules/posture-check.ts';
import { appendPoint, lastOf, emptyTrajectory, type Trajectory } from './trajectory.ts';
import type { JudgedEnd } from '../rules/judged-end.ts';
import type { RepPath, Rulebook } from '../rules/rulebook.ts';

/*
 * At rest between repetitions. An attempt opens when the leading measure has left rest by 30 % of the way to the goal
 * for 0.3 s, from the start posture, with the required posture kept all the way: once it is lost, rest comes first.
 * So drinking or scratching the head opens none.
 */

/** The share of the way from rest to the goal beyond which an attempt opens. */
const openingShare = 0.3;
/** So much of what was read at rest is remembered, ms: the slowest stroke takes less until an attempt opens. */
const restRemembered = millis(5000);
/** However small the goal, an attempt opens by this share of the way. */
const latestOpening = 0.75;
/** For how long, ms. */
const openingDwell = 300;
/**
 * How long ago the required posture must have been seen at the least, ms. Hands at the back of the head hide behind it: from the
 * side the near wrist scores 0.13-0.2 for six seconds of a film on end. On their way down they are seen again, and that ends it.
 */
const sightMemory = 10_000;

/** Whether one route's leading measure is at rest, and where and when it left it. */
interface LeaveCandidate {
  readonly back: Standing;
  readonly left: Extreme | undefined;
  /** What was read in the last seconds at rest and since it left. */
  readonly trajectory: Trajectory;
}

/** Between repetitions: whether the start posture was taken, and since when rest has been left. */
export interface Ready {
  readonly is: 'ready';
  /** What was read in the start posture. */
  readonly rest: Readings;
  readonly isSet: boolean;
  readonly leaveCandidates: readonly LeaveCandidate[];
  readonly start: Standing;
  readonly requires: Standing;
  readonly requiresSeenAt: Millis | undefined;
  readonly brokenSince: Millis | undefined;
}

/** An attempt that opens: on which route, and where and when it began. */
export interface Opening {
  readonly repPath: RepPath;
  readonly from: Extreme;
  readonly trajectory: Trajectory;
}

/** A point of a movement: how far from rest, in the leading measure's unit, and when. */
export interface Extreme {
  readonly progress: number;
  readonly at: Millis;
}

/** At rest, with nothing seen yet. */
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

/** At rest, with the postures still kept that were read there: what is hidden from now on is as it was. */
export const stillReadyAt = (rulebook: Rulebook, rest: Readings, at: Millis): Ready => ({
  ...readyAt(rest),
  start: compare(rulebook.start, rest, unknownStanding),
  requires: compare(rulebook.requires, rest, unknownStanding),
  requiresSeenAt: at,
});

/** At rest after an attempt: with its required posture, where that was kept to the end. */
export const readyAfter = (
  rulebook: Rulebook,
  { rest, requires }: Pick<Ready, 'rest' | 'requires'>,
  at: Millis,
): Ready => (requires.is === 'inside' ? stillReadyAt(rulebook, rest, at) : readyAt(rest));

/** The progress beyond which an attempt opens: never nearer to rest than a hysteresis from where one closes. */
const openingProgress = (end: JudgedEnd, rest: Readings): number => {
  const closing = end.back[0]?.leave ?? end.goal;
  const share = openingShare * progressOf(end, rest, end.goal);
  const usual = Math.max(share, progressOf(end, rest, closing), measureRow(end.measure).hysteresis);
  return Math.min(usual, latestOpening * progressOf(end, rest, end.goal));
};

/** Waits at rest; answers the attempt that opens, if one does. */
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
    const back = compare(end.back, readings, before?.back ?? unknownStanding);
    const primary = primaryValue(end, readings);
    if (primary === undefined) return { back, left: before?.left, trajectory: before?.trajectory ?? emptyTrajectory };
    const here = { progress: progressOf(end, state.rest, primary), at };
    const isBeyond = here.progress >= openingProgress(end, state.rest);
    const isLeaving = isBeyond && requires.is === 'inside';
    const seen = appendPoint(before?.trajectory ?? emptyTrajectory, here);
    const trajectory = isLeaving ? seen : lastOf(seen, restRemembered);
    return { back, left: isLeaving ? (before?.left ?? here) : undefined, trajectory };
  });
  const isAtRest = [start, requires, ...leaveCandidates.map(({ back }) => back)].every(({ is }) => is === 'inside');
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
