import { millis, type Millis } from '../units.ts';
import { gridRate, smoothed, type Trajectory, type TrajectoryPoint } from './trajectory.ts';

/*
 * The times of the two strokes of a repetition, as a person with a watch takes them: `out` from leaving rest to the plateau, `back` from
 * leaving the plateau to being at rest again. Between the points where its speed passes 5 % of its peak, the usual criterion for the onset
 * of a movement, a smooth (minimum-jerk) stroke spends 88 % of its time; the rest drowns in noise and is added. Stops within a stroke
 * belong to it; a hold, a pause at rest and noise do not.
 *
 * Simulated 20 times each at 30 frames a second with noise of 1 % of the range: smooth strokes of 0.8 to 4 s read 0.98 to 1.0 of their
 * time (SD 0.1 s at 2.5 s), even ones 1.2; under 0.8 s the filter reads them longer (0.5 s reads 0.68, 0.3 s reads 0.53). Cut off where
 * 15 to 25 % of the way to rest is left, smooth ones read 0.98, even ones up to 1.45.
 */

/** How long the two strokes of an end took, ms; `undefined` where too little of one was seen. */
export interface StrokeTimes {
  readonly out: Millis | undefined;
  readonly back: Millis | undefined;
}

/** A stroke is seen to begin and to end at this share of its peak speed. */
const onsetSpeed = 0.05;
/** The share of its time that a minimum-jerk stroke spends between these points: t(1 - t) = sqrt(0.05 x 1.875 / 30) leaves 0.059 at either end. */
const seenShare = 0.88;
/** The share of the range, from either end of a stroke, within which its begin and end are looked for. */
const nearEnd = 0.1;
/** A stroke of which less than this share was seen is not timed. */
const leastSeen = 0.5;
/** Nor is one with a longer gap between two points, ms. */
const longestGap = 500;

/** The times of the strokes of a course: from rest (0) to its furthest point, and back towards rest as far as it goes. */
export const strokeTimes = (trajectory: Trajectory): StrokeTimes => {
  const values = smoothed(trajectory);
  const peak = Math.max(...values);
  const [top, bottom] = [values.indexOf(peak), values.lastIndexOf(peak)];
  const timed = (points: readonly TrajectoryPoint[], stroke: readonly number[]): Millis | undefined =>
    points.length > 1 && !hasGap(points) ? timeOf(stroke) : undefined;
  const atStep = (step: number): number => (trajectory.points[0]?.at ?? 0) + (step * 1000) / gridRate;
  return {
    out: timed(
      trajectory.points.filter(({ at }) => at <= atStep(top)),
      values.slice(0, top + 1),
    ),
    // Time runs backward from rest to the plateau, so that both strokes rise.
    back: timed(
      trajectory.points.filter(({ at }) => at >= atStep(bottom)),
      values.slice(bottom).toReversed(),
    ),
  };
};

const hasGap = (points: readonly TrajectoryPoint[]): boolean =>
  points.some(({ at }, index) => at - (points[index - 1]?.at ?? at) > longestGap);

/**
 * How long a stroke that rises from rest (0) to its last value takes, ms. Where it is cut off while it still moves, it is taken to slow
 * down evenly to rest: twice the way that is left at the speed that it has there, and no longer than what was seen.
 */
const timeOf = (values: readonly number[]): Millis | undefined => {
  const speedAt = (index: number): number => ((values[index + 1] ?? 0) - (values[index] ?? 0)) * gridRate;
  const peak = values.at(-1) ?? 0;
  // A stroke that comes through rest from the other side begins at rest.
  const base = Math.max(0, Math.min(...values));
  if (peak - base < leastSeen * peak) return undefined;
  const low = values.findLastIndex((value) => value <= base + nearEnd * (peak - base));
  const high = values.findIndex((value, index) => index > low && value >= peak - nearEnd * (peak - base));
  if (low < 0 || high < 0) return undefined;
  const fastest = Math.max(...values.slice(low, high).map((_, index) => speedAt(low + index)));
  const isMoving = (index: number): boolean => speedAt(index) >= onsetSpeed * fastest;
  let [from, to] = [low, high];
  while (from > 0 && isMoving(from - 1) && (values[from] ?? 0) > 0) from -= 1;
  while (to < values.length - 1 && isMoving(to)) to += 1;
  const seen = (to - from) / gridRate;
  const left = from === 0 && isMoving(0) ? (2 * Math.max(0, values[0] ?? 0)) / speedAt(0) : 0;
  return millis((1000 * (seen + Math.min(left, seen))) / seenShare);
};
