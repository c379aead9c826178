import type { Millis } from '../units.ts';
import type { TimedPose } from './pose.ts';

/*
 * How many poses a second a device can judge, by the times of the last ones. Where pictures were left out on purpose, the
 * time since the pose before shows nothing.
 */

/** The state of the measurement: the last pose, and the last intervals, ms. */
export interface PoseRate {
  readonly at: Millis | undefined;
  readonly intervals: readonly number[];
}

/** The state before the first pose. */
export const unpaced: PoseRate = { at: undefined, intervals: [] };

/** So many intervals are kept: a slow repetition at four poses a second. Fewer than `fewest` show no rate. */
const kept = 20;
const fewest = 5;
/** The longest of them, one in ten, do not count: a busy device pauses now and then. */
const shareOfPauses = 0.1;
/** A longer time without a pose is no interval, ms: the user paused, or the page was hidden. */
const longest = 2000;

/** Adds a pose. */
export const addPose = (before: PoseRate, { at, hasSpared }: TimedPose): PoseRate => {
  const interval = before.at === undefined ? Infinity : at - before.at;
  const counts = hasSpared !== true && interval <= longest;
  return { at, intervals: counts ? [...before.intervals, interval].slice(-kept) : before.intervals };
};

/** The poses a second that the device can judge; `undefined` if unknown. */
export const rateOf = ({ intervals }: PoseRate): number | undefined => {
  if (intervals.length < fewest) return undefined;
  const usual = intervals
    .toSorted((one, other) => one - other)
    .slice(0, intervals.length - Math.floor(shareOfPauses * intervals.length));
  return (1000 * usual.length) / usual.reduce((sum, interval) => sum + interval, 0);
};
