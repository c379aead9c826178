import { measureRow } from '../kinematics/measures.ts';
import type { Readings } from '../kinematics/reading.ts';
import type { Millis } from '../units.ts';
import { directionOf, leadOf } from './lead.ts';
import type { Rulebook } from './plan.ts';
import { compare, unknownStanding, type Standing } from './posture.ts';

/*
 * At rest between repetitions. An attempt opens when the leading measure has left rest by 30 % of the way to the goal
 * for 0.3 s, from the start posture, with the required posture kept all the way: once it is lost, rest comes first.
 * So drinking or scratching the head opens none.
 */

/** The share of the way from rest to the goal beyond which an attempt opens. */
const openingShare = 0.3;
/** For how long, ms. */
const openingDwell = 300;
/** How long ago the required posture must have been seen at the least, ms. */
const sightMemory = 1000;

/** Between repetitions: whether the start posture was taken, and since when rest has been left. */
export interface Ready {
  readonly is: 'ready';
  /** The leading measure in the start posture. */
  readonly rest: number;
  readonly isSet: boolean;
  readonly back: Standing;
  readonly start: Standing;
  readonly requires: Standing;
  readonly requiresSeenAt: Millis | undefined;
  readonly leavingSince: Millis | undefined;
  readonly brokenSince: Millis | undefined;
}

/** At rest, with nothing seen yet. */
export const readyAt = (rest: number): Ready => ({
  is: 'ready',
  rest,
  isSet: false,
  back: unknownStanding,
  start: unknownStanding,
  requires: unknownStanding,
  requiresSeenAt: undefined,
  leavingSince: undefined,
  brokenSince: undefined,
});

/** How far the leading measure has come from rest towards the goal, in its unit. */
export const progressOf = (rulebook: Rulebook, rest: number, lead: number): number =>
  directionOf(rulebook) * (lead - rest);

/** The progress beyond which an attempt opens: never nearer to rest than a hysteresis from where one closes. */
const openingProgress = (rulebook: Rulebook, rest: number): number => {
  const closing = rulebook.back[0]?.leave ?? rest;
  const share = openingShare * progressOf(rulebook, rest, rulebook.end.goal);
  return Math.max(share, progressOf(rulebook, rest, closing), measureRow(rulebook.end.measure).hysteresis);
};

/** Waits at rest; answers since when an attempt has been under way once it opens. */
export const wait = (
  rulebook: Rulebook,
  state: Ready,
  readings: Readings,
  at: Millis,
): readonly [Ready, Millis | undefined] => {
  const lead = leadOf(rulebook, readings);
  const start = compare(rulebook.start, readings, state.start);
  const requires = compare(rulebook.requires, readings, state.requires);
  const back = compare(rulebook.back, readings, state.back);
  const requiresSeenAt = requires.isSeen && requires.is === 'inside' ? at : state.requiresSeenAt;
  const next = { ...state, start, requires, back, requiresSeenAt };
  if (lead === undefined) return [next, undefined];
  const isAtRest = back.is === 'inside' && start.is === 'inside' && requires.is === 'inside';
  const brokenSince = requires.is === 'outside' ? (state.brokenSince ?? at) : undefined;
  const isBroken = brokenSince !== undefined && at - brokenSince >= openingDwell;
  const isSet = isAtRest || (state.isSet && !isBroken);
  const settled = { ...next, isSet, brokenSince };
  const isBeyond = progressOf(rulebook, state.rest, lead) >= openingProgress(rulebook, state.rest);
  if (!isBeyond || requires.is !== 'inside') return [{ ...settled, leavingSince: undefined }, undefined];
  const leavingSince = state.leavingSince ?? at;
  const wasSeen = requiresSeenAt !== undefined && at - requiresSeenAt <= sightMemory;
  const opens = isSet && wasSeen && at - leavingSince >= openingDwell;
  return [{ ...settled, leavingSince }, opens ? leavingSince : undefined];
};
