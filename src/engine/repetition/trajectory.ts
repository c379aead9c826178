import { latest } from '../pose/latest.ts';
import type { Millis } from '../units.ts';

/*
 * The trajectory of the primary measure: its points at the camera's uneven times, and the same on an even grid,
 * filtered without lag.
 */

/** A point of a trajectory: the progress of the primary measure from rest, in its unit, and its time. */
export interface TrajectoryPoint {
  readonly progress: number;
  readonly at: Millis;
}

/** The trajectory of a movement: its points in order of time, at the camera's uneven times. */
export interface Trajectory {
  readonly points: readonly TrajectoryPoint[];
}

/** A trajectory without points. */
export const emptyTrajectory: Trajectory = { points: [] };

/** The longest trajectory that is kept, ms, so that its memory is bounded; no exercise requires a slower movement. */
const longestCourse = 40_000;
/** The rate of the even grid on which the filter runs, Hz. */
export const gridRate = 30;
/**
 * Cutoff of the second-order Butterworth filter, run forward and backward, Hz: for walking 6 is usual (Winter), but
 * stretches are slow and noise is large.
 */
const cutoff = 2;

/** The part of a trajectory between two times. */
export const partOf = ({ points }: Trajectory, from: Millis, to: Millis): Trajectory => ({
  points: points.filter(({ at }) => at >= from && at <= to),
});

/** Adds a point and drops those over 40 s older; a point that is not later than the last one changes nothing. */
export const appendPoint = (trajectory: Trajectory, point: TrajectoryPoint): Trajectory => {
  const last = trajectory.points.at(-1);
  if (last && point.at <= last.at) return trajectory;
  return { points: [...latest(trajectory.points, ({ at }) => point.at - at <= longestCourse), point] };
};

/** The last `ms` milliseconds of a trajectory. */
export const lastOf = ({ points }: Trajectory, ms: Millis): Trajectory => {
  const last = points.at(-1);
  return { points: last ? latest(points, ({ at }) => last.at - at <= ms) : [] };
};

/**
 * A trajectory at even times, `gridRate` per second from its first point to its last, filtered without lag; empty if it
 * has no point.
 */
export const smoothed = ({ points }: Trajectory): readonly number[] => {
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? filteredWithoutLag(onGrid(points, first.at, last.at)) : [];
};

/** The progress at even times, interpolated linearly between the points. */
const onGrid = (points: readonly TrajectoryPoint[], from: Millis, to: Millis): readonly number[] => {
  const steps = Math.floor(((to - from) * gridRate) / 1000);
  const values: number[] = [];
  let index = 0;
  for (let step = 0; step <= steps; step += 1) {
    const at = from + (step * 1000) / gridRate;
    while (index < points.length - 2 && (points[index + 1]?.at ?? at) < at) index += 1;
    const [before, after] = [points[index], points[index + 1]];
    const rise = before && after ? ((after.progress - before.progress) * (at - before.at)) / (after.at - before.at) : 0;
    values.push((before?.progress ?? 0) + rise);
  }
  return values;
};

/** Filtered forward and backward, so that there is no lag; half a second mirrored at both ends keeps their speed. */
const filteredWithoutLag = (values: readonly number[]): readonly number[] => {
  const last = values.length - 1;
  const spare = Math.min(gridRate / 2, last);
  const at = (index: number): number => values[index] ?? 0;
  const padded: number[] = [];
  for (let index = spare; index > 0; index -= 1) padded.push(2 * at(0) - at(index));
  padded.push(...values);
  for (let index = 1; index <= spare; index += 1) padded.push(2 * at(last) - at(last - index));
  lowPass(padded);
  padded.reverse();
  lowPass(padded);
  padded.reverse();
  return padded.slice(spare, spare + values.length);
};

const warp = 1 / Math.tan((Math.PI * cutoff) / gridRate);
const gain = 1 / (1 + Math.SQRT2 * warp + warp * warp);
const feedback1 = 2 * (1 - warp * warp) * gain;
const feedback2 = (1 - Math.SQRT2 * warp + warp * warp) * gain;

/** Filters these values in place. */
const lowPass = (values: number[]): void => {
  const start = values[0] ?? 0;
  let [in1, in2, out1, out2] = [start, start, start, start];
  for (const [index, value] of values.entries()) {
    const out = gain * (value + 2 * in1 + in2) - feedback1 * out1 - feedback2 * out2;
    values[index] = out;
    in2 = in1;
    in1 = value;
    out2 = out1;
    out1 = out;
  }
};
