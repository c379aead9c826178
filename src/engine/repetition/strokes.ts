import { millis, type Millis } from '../units.ts';
import { gridRate, smoothed, type Trajectory, type TrajectoryPoint } from './trajectory.ts';

/*
 * The durations of the two strokes of a repetition, as a person with a stopwatch takes them: `out` from leaving rest to
 * the plateau, `back` from leaving the plateau to being at rest again. Between the points where its speed passes 5 % of
 * its peak, the usual criterion for the onset of a movement, a smooth (minimum-jerk) stroke spends 88 % of its time;
 * the remainder is lost in noise and is added. Stops within a stroke belong to it; a hold, a pause at rest and noise do
 * not.
 *
 * Simulated 20 times each at 30 frames per second with noise of 1 % of the range: smooth strokes of 0.8 to 4 s read
 * 0.98 to 1.0 of their time (SD 0.1 s at 2.5 s), even ones 1.2; under 0.8 s the filter lengthens them (0.5 s reads
 * 0.68, 0.3 s reads 0.53). Cut off where 15 to 25 % of the distance to rest is left, smooth ones read 0.98, even ones
 * up to 1.45.
 */

/** The durations of the two strokes of an endpoint, ms; `undefined` if too little of a stroke was seen. */
export interface StrokeTimes {
  readonly out: Millis | undefined;
  readonly back: Millis | undefined;
}

/** The share of its peak speed at which a stroke begins and ends. */
const onsetSpeed = 0.05;
/**
 * The share of its time that a minimum-jerk stroke spends between these points: t(1 - t) = sqrt(0.05 x 1.875 / 30)
 * leaves 0.059 at either end.
 */
const seenShare = 0.88;
/** The share of the range, from either end of a stroke, within which its start and its end are searched for. */
const nearEnd = 0.1;
/** Strokes of which less than this share was seen are not timed. */
const leastSeen = 0.5;
/** Neither are strokes with a longer gap between two points, ms. */
const longestGap = 500;

/**
 * The durations of the strokes of a trajectory: from rest (0) to its furthest point, and back towards rest as far as it
 * goes.
 */
export const strokeTimes = (trajectory: Trajectory): StrokeTimes => {
  const { points } = trajectory;
  const values = smoothed(trajectory);
  const peak = Math.max(...values);
  const [top, bottom] = [values.indexOf(peak), values.lastIndexOf(peak)];
  const atStep = (step: number): Millis => millis((points[0]?.at ?? 0) + (step * 1000) / gridRate);
  return {
    out: isSeen(points, -Infinity, atStep(top)) ? timeOf(values.slice(0, top + 1)) : undefined,
    // Reversed in time, from rest to the plateau, so that both strokes rise.
    back: isSeen(points, atStep(bottom), Infinity) ? timeOf(values.slice(bottom).toReversed()) : undefined,
  };
};

/** Whether a part of a stroke has two points or more, and no long gap between them. */
const isSeen = (points: readonly TrajectoryPoint[], from: number, to: number): boolean => {
  let seen = 0;
  let last = 0;
  for (const { at } of points) {
    if (at < from || at > to) continue;
    if (seen > 0 && at - last > longestGap) return false;
    seen += 1;
    last = at;
  }
  return seen > 1;
};

/**
 * The duration of a stroke that rises from rest (0) to its last value, ms. If it is cut off while it still moves, it is
 * assumed to decelerate evenly to rest: the remainder takes twice the distance that is left divided by the speed there,
 * and at most as long as what was seen.
 */
const timeOf = (values: readonly number[]): Millis | undefined => {
  const speedAt = (index: number): number => ((values[index + 1] ?? 0) - (values[index] ?? 0)) * gridRate;
  const peak = values.at(-1) ?? 0;
  // A stroke that passes through rest from the other side begins at rest.
  const base = Math.max(0, Math.min(...values));
  if (peak - base < leastSeen * peak) return undefined;
  const low = values.findLastIndex((value) => value <= base + nearEnd * (peak - base));
  const high = values.findIndex((value, index) => index > low && value >= peak - nearEnd * (peak - base));
  if (low < 0 || high < 0) return undefined;
  let fastest = -Infinity;
  for (let index = low; index < high; index += 1) fastest = Math.max(fastest, speedAt(index));
  const isMoving = (index: number): boolean => speedAt(index) >= onsetSpeed * fastest;
  let [from, to] = [low, high];
  while (from > 0 && isMoving(from - 1) && (values[from] ?? 0) > 0) from -= 1;
  while (to < values.length - 1 && isMoving(to)) to += 1;
  const seen = (to - from) / gridRate;
  const left = from === 0 && isMoving(0) ? (2 * Math.max(0, values[0] ?? 0)) / speedAt(0) : 0;
  return millis((1000 * (seen + Math.min(left, seen))) / seenShare);
};
