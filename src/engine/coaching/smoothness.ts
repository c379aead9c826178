import { millis, type Millis } from '../units.ts';

/*
 * Whether a way was gone in one go or in stops: the finished way is filtered without lag, and where its speed dips far
 * under its mean the person stopped. Simulated 200 times with noise of a sixth of the hysteresis, correlated by 0.3 from
 * frame to frame, at 30 frames a second and in four seconds: two dips or more are found in 100 % of ways with three stops of
 * 0.3 s, in 0 % of smooth (minimum-jerk) ways, and in 1 % of even ones at the slowest speed that is judged. A stop without
 * slowing down before it must last 0.4 s (96 %).
 */

/** A point of a way: how far the leading measure is from rest, in its unit, and when. */
export interface CoursePoint {
  readonly progress: number;
  readonly at: Millis;
}

/** One way of a movement, out or back: its points in the order of time, at the camera's own uneven moments. */
export interface Course {
  readonly points: readonly CoursePoint[];
}

/** Nothing gone yet. */
export const noCourse: Course = { points: [] };

/** A course remembers this long, ms, so that its memory is bounded; no exercise asks for a slower way. */
const remembered = 40_000;
/** Shorter ways are not judged, ms: what the filter leaves of their stops is too little. */
const shortestWay = 2500;
/** Nor are ways with a longer gap, ms, or with fewer points a second: at ten a rigged body that moved smoothly was told of a stop. */
const longestGap = 500;
const fewestPoints = 11;
/**
 * Nor are slower ones, hystereses a second: their mean speed drowns in the speed of the noise, which at fewer points a
 * second than the grid's grows with the root. 15 degrees a second for an arm, 5 for a bent trunk.
 */
const slowest = 1.25;
/** The even grid on which the filter runs, Hz. */
const gridRate = 30;
/** Second-order Butterworth, there and back, Hz: for walking 6 is usual (Winter), but stretches are slow and noise is large. */
const cutoff = 2;
/** A dip is slower than this share of the mean speed for this long, ms, and is over at the other share. */
const dipShare = 0.3;
const regainedShare = 0.5;
const shortestDip = 150;
/** Dips count between these shares of the range; nearer to its ends everybody is slow. */
const innerFrom = 0.15;
const innerTo = 0.85;

/** The part of a course between two moments. */
export const partOf = ({ points }: Course, from: Millis, to: Millis): Course => ({
  points: points.filter(({ at }) => at >= from && at <= to),
});

/** When a course first came so far, ms, between two points in proportion; `undefined` where it never did. */
export const timeOf = ({ points }: Course, progress: number): Millis | undefined => {
  const after = points.findIndex((point) => point.progress >= progress);
  const [a, b] = [points[after - 1], points[after]];
  if (!b) return undefined;
  if (!a) return b.at;
  return millis(a.at + ((b.at - a.at) * (progress - a.progress)) / (b.progress - a.progress));
};

/** Adds a point: those over 40 s older are forgotten, and one that is not later than the last changes nothing. */
export const appendPoint = (course: Course, point: CoursePoint): Course => {
  const last = course.points.at(-1);
  if (last && point.at <= last.at) return course;
  return { points: [...course.points.filter(({ at }) => point.at - at <= remembered), point] };
};

/**
 * How many times somebody nearly stopped on a finished way, one stop counted once; `undefined` where the way was too short,
 * too slow for `hysteresis` (six times the leading measure's noise, in its unit) or seen too seldom to be judged.
 */
export const dipsIn = ({ points }: Course, hysteresis: number): number | undefined => {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || !isDense(points, last.at - first.at)) return undefined;
  const way = filteredWithoutLag(onGrid(points, first.at, last.at));
  const from = way[0] ?? 0;
  const range = (way.at(-1) ?? 0) - from;
  const duration = (last.at - first.at) / 1000;
  const sparse = Math.max(1, Math.sqrt((gridRate * duration) / (points.length - 1)));
  if (Math.abs(range) < slowest * sparse * hysteresis * duration) return undefined;
  const shares = way.map((value) => (value - from) / range);
  return countDips(shares, gridRate * duration);
};

const isDense = (points: readonly CoursePoint[], duration: number): boolean => {
  if (duration < shortestWay || (points.length - 1) * 1000 < fewestPoints * duration) return false;
  return points.every(({ at }, index) => at - (points[index - 1]?.at ?? at) <= longestGap);
};

/** Counts the dips of a way given in shares of its range; the mean speed is one whole in `steps` steps of the grid. */
const countDips = (shares: readonly number[], steps: number): number => {
  let dips = 0;
  let slowFor = 0;
  let isCounted = false;
  for (let index = 1; index < shares.length - 1; index += 1) {
    const share = shares[index] ?? 0;
    const speed = (((shares[index + 1] ?? 0) - (shares[index - 1] ?? 0)) / 2) * steps;
    const isSlow = speed < dipShare && share >= innerFrom && share <= innerTo;
    slowFor = isSlow ? slowFor + 1000 / gridRate : 0;
    if (speed >= regainedShare) isCounted = false;
    if (isCounted || slowFor < shortestDip) continue;
    isCounted = true;
    dips += 1;
  }
  return dips;
};

/** The progress at even moments, on straight lines between the points. */
const onGrid = (points: readonly CoursePoint[], from: Millis, to: Millis): readonly number[] => {
  let index = 0;
  return Array.from({ length: Math.floor(((to - from) * gridRate) / 1000) + 1 }, (_, step) => {
    const at = from + (step * 1000) / gridRate;
    while (index < points.length - 2 && (points[index + 1]?.at ?? at) < at) index += 1;
    const [before, after] = [points[index], points[index + 1]];
    if (!before || !after) return before?.progress ?? 0;
    return before.progress + ((after.progress - before.progress) * (at - before.at)) / (after.at - before.at);
  });
};

/** Filtered there and back, so that nothing is late; half a second mirrored at both ends keeps their speed. */
const filteredWithoutLag = (values: readonly number[]): readonly number[] => {
  const spare = Math.min(gridRate / 2, values.length - 1);
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0];
  const before = values.slice(1, spare + 1).map((value) => 2 * first - value);
  const after = values.slice(-spare - 1, -1).map((value) => 2 * last - value);
  const there = lowPassed([...before.toReversed(), ...values, ...after.toReversed()]);
  return lowPassed(there.toReversed())
    .toReversed()
    .slice(spare, spare + values.length);
};

const lowPassed = (values: readonly number[]): readonly number[] => {
  const warp = 1 / Math.tan((Math.PI * cutoff) / gridRate);
  const gain = 1 / (1 + Math.SQRT2 * warp + warp * warp);
  const feedback1 = 2 * (1 - warp * warp) * gain;
  const feedback2 = (1 - Math.SQRT2 * warp + warp * warp) * gain;
  const start = values[0] ?? 0;
  let [in1, in2, out1, out2] = [start, start, start, start];
  return values.map((value) => {
    const out = gain * (value + 2 * in1 + in2) - feedback1 * out1 - feedback2 * out2;
    [in2, in1, out2, out1] = [in1, value, out1, out];
    return out;
  });
};
