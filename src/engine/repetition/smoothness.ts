import { gridRate, smoothed, type Trajectory, type TrajectoryPoint } from './trajectory.ts';

/*
 * Whether a way was gone in one go or in stops: the finished way is filtered without lag, and where its speed dips far
 * under its mean the person stopped. Simulated 200 times with noise of a sixth of the hysteresis, correlated by 0.3 from
 * frame to frame, at 30 frames a second and in four seconds: two dips or more are found in 100 % of ways with three stops of
 * 0.3 s, in 0 % of smooth (minimum-jerk) ways, and in 1 % of even ones at the slowest speed that is judged. A stop without
 * slowing down before it must last 0.4 s (96 %).
 */

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
/** A dip is slower than this share of the mean speed for this long, ms, and is over at the other share. */
const dipShare = 0.3;
const regainedShare = 0.5;
const shortestDip = 150;
/** Dips count between these shares of the range; nearer to its ends everybody is slow. */
const innerFrom = 0.15;
const innerTo = 0.85;

/**
 * How many times somebody nearly stopped on a finished way, one stop counted once; `undefined` where the way was too short,
 * too slow for `hysteresis` (six times the leading measure's noise, in its unit) or seen too seldom to be judged.
 */
export const dipsIn = ({ points }: Trajectory, hysteresis: number): number | undefined => {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || !isDense(points, last.at - first.at)) return undefined;
  const way = smoothed({ points });
  const from = way[0] ?? 0;
  const range = (way.at(-1) ?? 0) - from;
  const duration = (last.at - first.at) / 1000;
  const sparse = Math.max(1, Math.sqrt((gridRate * duration) / (points.length - 1)));
  if (Math.abs(range) < slowest * sparse * hysteresis * duration) return undefined;
  const shares = way.map((value) => (value - from) / range);
  return countDips(shares, gridRate * duration);
};

const isDense = (points: readonly TrajectoryPoint[], duration: number): boolean => {
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
