import { measureRow, type MeasureName } from '../kinematics/measures.ts';
import type { Readings } from '../kinematics/reading.ts';
import { millis, type Millis } from '../units.ts';
import { heldOf, tick, waitingClock, type HoldClock, type Lapse } from './hold-clock.ts';
import { isApart, isWithin, primaryValue, progressOf } from '../rules/primary-measure.ts';
import { compare, unknownStanding, type Standing } from '../rules/posture-check.ts';
import type { Extreme, Opening, Ready } from './ready.ts';
import { appendPoint, emptyTrajectory, partOf, type Trajectory } from './trajectory.ts';
import type { Stroke } from '../exercise/events.ts';
import { dipsIn } from './smoothness.ts';
import { strokeTimes } from './strokes.ts';
import type { JudgedEnd } from '../rules/judged-end.ts';
import type { RepPath, Rulebook } from '../rules/rulebook.ts';

/*
 * An open attempt: the progress of the primary measure, its turning points, and whether the required posture and the
 * sight were kept. Phases and events are decided in `attempt-phases.ts`.
 */

/** The required posture may be lost for this long while working or holding, ms. */
export const forgivenLoss = 400;

/**
 * Frames further apart than this leave a gap in which nothing was seen, ms; a camera at 5 frames per second leaves
 * none.
 */
const shortestGap = 200;

/**
 * The floor is passed when the progress stays beyond it for this long, ms. At 20 frames per second or more, a reading that
 * leaps in one frame stays for less. Measured on 17 people who raise both arms, played three times as fast and at 13 frames
 * per second: 68 of 88 lifts count, 65 at 100 ms; none of 585 minutes of other movement counts.
 */
const floorDwell = millis(60);

/**
 * A point shows clear progress when it is further by this factor; the smaller gains at the end of a stroke belong to
 * arriving.
 */
const progressFactor = 1.05;

/** How one endpoint was reached: when its target was met, how long it was held, and its peak. */
export interface CompletedEnd {
  readonly metAt: Millis | undefined;
  readonly heldMs: Millis;
  readonly peak: Extreme;
}

/** An attempt that is not yet over. */
export interface OpenAttempt {
  readonly is: 'open';
  readonly phase: 'working' | 'holding' | 'returning';
  readonly repPath: RepPath;
  /** The endpoints that are done; the next one is the current one. */
  readonly completedEnds: readonly CompletedEnd[];
  readonly rest: Readings;
  /** The progress and the time at which it left rest. */
  readonly opened: Extreme;
  /** The state of each side at the target, for the screen; the primary value decides. */
  readonly target: Standing;
  readonly requires: Standing;
  /** Whether the required posture was ever met. */
  readonly isOwn: boolean;
  readonly isMet: boolean;
  /** Whether the primary value is inside the bound of rest, and whether it ever was outside. */
  readonly isBack: boolean;
  readonly hasLeft: boolean;
  readonly clock: HoldClock;
  readonly hold: 'none' | 'started' | 'paused' | 'completed' | 'ended';
  readonly lapse: Lapse;
  readonly metAt: Millis | undefined;
  /** The furthest point, and the last point near it. */
  readonly peak: Extreme;
  /** When the floor was crossed, and whether it stayed passed for `floorDwell`: a reading that leaps counts nothing. */
  readonly floorSince: Millis | undefined;
  readonly hasPassedFloor: boolean;
  /** Whether the sides were too far apart at the furthest point to move together. */
  readonly isApart: boolean;
  /** The point nearest to rest since the furthest one. */
  readonly trough: Extreme & { readonly readings: Readings };
  readonly leftPeak: Extreme;
  /** The last point with clear progress (`progressFactor`) on the stroke out: there it ended. */
  readonly arrived: Extreme;
  /** The furthest point in the current direction of movement: a turn is detected from it. */
  readonly turn: Extreme;
  /**
   * The last point that was clearly further (a third of the hysteresis) in the current direction: a stall is timed from
   * it.
   */
  readonly gained: Extreme;
  readonly last: Extreme;
  /** The peak speed of the stroke back, units per second. */
  readonly fastest: number;
  /**
   * The trajectory to this endpoint and back: when it is over, its strokes are timed and their smoothness is judged.
   */
  readonly trajectory: Trajectory;
  /** The most stops in any finished stroke; `undefined` if none could be judged. */
  readonly stops: number | undefined;
  /** The stroke times of the endpoints that are done. */
  readonly strokes: readonly Stroke[];
  readonly brokenSince: Millis | undefined;
  readonly broken: MeasureName | undefined;
  readonly unseenSince: Millis | undefined;
  readonly unseenFor: Millis;
}

/** The current endpoint of an attempt. */
export const endOf = ({ repPath, completedEnds }: OpenAttempt): JudgedEnd =>
  repPath.ends[completedEnds.length] ?? repPath.ends[0];

/** The state at the start of an endpoint: nothing met, nothing held. */
const fresh = (here: Extreme, readings: Readings) =>
  ({
    target: unknownStanding,
    isMet: false,
    isBack: false,
    hasLeft: false,
    clock: waitingClock,
    hold: 'none',
    lapse: 'posture',
    metAt: undefined,
    peak: here,
    floorSince: undefined,
    hasPassedFloor: false,
    isApart: false,
    trough: { ...here, readings },
    leftPeak: here,
    arrived: here,
    turn: here,
    gained: here,
    last: here,
    fastest: 0,
    trajectory: emptyTrajectory,
  }) as const;

/** Opens an attempt. */
export const open = (
  ready: Pick<Ready, 'rest' | 'requires'>,
  { repPath, from, trajectory }: Opening,
  readings: Readings,
  at: Millis,
): OpenAttempt => {
  const [end] = repPath.ends;
  const primary = primaryValue(end, readings);
  return {
    is: 'open',
    phase: 'working',
    repPath,
    completedEnds: [],
    rest: ready.rest,
    opened: from,
    requires: ready.requires,
    isOwn: ready.requires.is === 'inside',
    ...fresh({ progress: primary === undefined ? 0 : progressOf(end, ready.rest, primary), at }, readings),
    trajectory,
    stops: undefined,
    strokes: [],
    brokenSince: undefined,
    broken: undefined,
    unseenSince: undefined,
    unseenFor: gapBefore(trajectory, from),
  };
};

/** How long the primary measure was not seen just before an attempt opened, ms: the movement may have begun in it. */
const gapBefore = ({ points }: Trajectory, from: Extreme): Millis => {
  const last = points.findLast(({ at }) => at < from.at);
  return millis(last && from.at - last.at > shortestGap ? from.at - last.at : 0);
};

/** How the current endpoint has been reached so far. */
export const completedEndOf = ({ metAt, clock, peak }: OpenAttempt): CompletedEnd => ({
  metAt,
  heldMs: heldOf(clock),
  peak,
});

/**
 * Times the strokes out to an endpoint and back, and counts their stops, once both are finished; where too few poses come,
 * they are not timed.
 */
export const withStrokes = (state: OpenAttempt, isSparse: boolean): OpenAttempt => {
  const { trajectory, opened, arrived, leftPeak, last } = state;
  const { noiseFloor, name } = endOf(state);
  const ways = [partOf(trajectory, opened.at, arrived.at), partOf(trajectory, leftPeak.at, last.at)];
  const judged = [state.stops, ...ways.map((way) => dipsIn(way, noiseFloor))].filter((stops) => stops !== undefined);
  const { out, back } = strokeTimes(trajectory);
  const timed = { ...(out === undefined ? {} : { out }), ...(back === undefined ? {} : { back }) };
  const stroke = { end: name, ...(isSparse ? { isSparse } : timed) };
  return {
    ...state,
    stops: judged.length > 0 ? Math.max(...judged) : undefined,
    strokes: [...state.strokes, stroke],
  };
};

/** Continues from one endpoint to the next. */
export const goOn = (state: OpenAttempt, readings: Readings, at: Millis): OpenAttempt => {
  const completedEnds = [...state.completedEnds, completedEndOf(state)];
  const end = state.repPath.ends[completedEnds.length] ?? state.repPath.ends[0];
  const primary = primaryValue(end, readings);
  const here = { progress: primary === undefined ? 0 : progressOf(end, state.rest, primary), at };
  return { ...state, phase: 'working', completedEnds, ...fresh(here, readings) };
};

/** Advances by a frame in which the primary measure is not seen. */
export const unsighted = (state: OpenAttempt, at: Millis): OpenAttempt => {
  const unseenSince = state.unseenSince ?? state.last.at;
  const unseenFor = millis(Math.max(state.unseenFor, at - unseenSince));
  return { ...state, clock: tick(state.clock, at, 'unseen'), lapse: 'unseen', unseenSince, unseenFor };
};

/** The time over which speeds are computed, ms: from frame to frame they are mostly noise. */
const speedWindow = 250;

/** The current speed of the stroke back, units per second. */
const speedOfReturn = ({ trajectory }: OpenAttempt, { progress, at }: Extreme): number => {
  const past = trajectory.points.findLast((point) => at - point.at >= speedWindow);
  return past ? ((past.progress - progress) * 1000) / (at - past.at) : 0;
};

/**
 * The passage of the floor after a frame. The crossings are interpolated between frames: at 13 frames per second, frames
 * alone miss up to 150 ms of a quick repetition.
 */
const floorPassage = (before: OpenAttempt, here: Extreme): Pick<OpenAttempt, 'floorSince' | 'hasPassedFloor'> => {
  const end = endOf(before);
  if (end.floor === undefined) return { floorSince: undefined, hasPassedFloor: false };
  const floor = progressOf(end, before.rest, end.floor);
  const isBeyond = here.progress >= floor;
  const wasBeyond = before.floorSince !== undefined;
  const crossing = wasBeyond === isBeyond ? here.at : crossingOf(before.last, here, floor);
  const floorSince = before.floorSince ?? (isBeyond ? crossing : undefined);
  const dwell = floorSince === undefined ? 0 : crossing - floorSince;
  return {
    floorSince: isBeyond ? floorSince : undefined,
    hasPassedFloor: before.hasPassedFloor || dwell >= floorDwell,
  };
};

/**
 * The time at which the progress crosses a value between two points; that of the first where both are beyond it, as in an
 * attempt that opens there.
 */
const crossingOf = (from: Extreme, to: Extreme, value: number): Millis => {
  const isCrossed = from.progress >= value !== to.progress >= value;
  const share = isCrossed ? (value - from.progress) / (to.progress - from.progress) : 0;
  return millis(from.at + (to.at - from.at) * share);
};

/** Advances by a frame in which the primary measure is seen. */
export const moved = (
  rulebook: Rulebook,
  before: OpenAttempt,
  readings: Readings,
  primary: number,
  at: Millis,
): OpenAttempt => {
  const end = endOf(before);
  const { hysteresis } = measureRow(end.measure);
  const target = compare(end.target, readings, before.target);
  const requires = compare(rulebook.requires, readings, before.requires);
  const isMet = isWithin(end.target, primary, before.isMet);
  const isInside = isMet && requires.is !== 'outside';
  const isBack = isWithin(end.back, primary, before.isBack);
  const here = { progress: progressOf(end, before.rest, primary), at };
  const isFurthest = here.progress > before.peak.progress;
  const peak = isFurthest ? here : before.peak;
  // Where nothing is held, no hysteresis keeps a posture: a bent elbow that a hold would forgive is a hand at the head.
  const kept = end.floor === undefined ? requires : compare(rulebook.requires, readings, unknownStanding);
  const brokenSince = kept.is === 'outside' ? (before.brokenSince ?? at) : undefined;
  // A posture that is lost at the furthest point ends the hold, which is no way back yet.
  const isOnTheWayBack = before.phase === 'returning' && here.progress < peak.progress - hysteresis;
  const isBroken = brokenSince !== undefined && !isOnTheWayBack && at - brokenSince > forgivenLoss;
  return {
    ...before,
    target,
    requires,
    isOwn: before.isOwn || requires.is === 'inside',
    isMet,
    isBack,
    hasLeft: before.hasLeft || !isBack,
    clock: tick(before.clock, at, isInside ? true : 'posture'),
    lapse: isInside ? before.lapse : 'posture',
    peak,
    ...floorPassage(before, here),
    isApart: isFurthest ? isApart(end, readings) : before.isApart,
    trough: isFurthest || here.progress < before.trough.progress ? { ...here, readings } : before.trough,
    leftPeak: here.progress >= peak.progress - hysteresis / 2 ? here : before.leftPeak,
    arrived:
      before.phase !== 'returning' && here.progress >= progressFactor * before.arrived.progress ? here : before.arrived,
    last: here,
    trajectory: appendPoint(before.trajectory, here),
    fastest: before.phase === 'returning' ? Math.max(before.fastest, speedOfReturn(before, here)) : before.fastest,
    unseenFor: millis(Math.max(before.unseenFor, at - before.last.at > shortestGap ? at - before.last.at : 0)),
    brokenSince,
    broken: before.broken ?? (isBroken ? kept.firstOutside?.measure : undefined),
    unseenSince: undefined,
  };
};
