import { gridRate, smoothed, type Trajectory, type TrajectoryPoint } from './trajectory.ts';

/*
 * Detects stops within a stroke: the finished stroke is filtered without lag, and where its speed dips far below its
 * mean, the user stopped. Simulated 200 times with noise of a sixth of the hysteresis, correlated by 0.3 from frame to
 * frame, at 30 frames per second and in four seconds: two dips or more are found in 100 % of strokes with three stops
 * of 0.3 s, in 0 % of smooth (minimum-jerk) strokes, and in 1 % of even ones at the slowest speed that is judged. A
 * stop without slowing down before it must last 0.4 s (96 %).
 */

/** Shorter strokes are not judged, ms: the filter leaves too little of their stops. */
const shortestWay = 2500;
/** Neither are strokes with a longer gap, ms. */
const longestGap = 500;
/**
 * The fewest points per second by which tempo is judged, smoothness as well as the time of a stroke (`strokes.ts`): at ten,
 * a stop was reported for a rigged body that moved smoothly.
 */
export const fewestPoints = 11;
/**
 * Neither are slower strokes, noise floors per second: their mean speed is lost in the speed of the noise, which grows
 * with the square root as the points per second fall below the grid's rate. 15 degrees per second for an arm, 5 for a
 * bent trunk.
 */
const slowest = 1.25;
/** A dip is slower than `dipShare` of the mean speed for at least `shortestDip` ms, and is over at `regainedShare`. */
const dipShare = 0.3;
const regainedShare = 0.5;
const shortestDip = 150;
/** Dips count between these shares of the range; near its ends every stroke is slow. */
const innerFrom = 0.15;
const innerTo = 0.85;

/**
 * The number of near standstills in a finished stroke, each counted once; `undefined` if the stroke was too short, too
 * slow for `hysteresis` (the noise floor of the endpoint, in the primary measure's unit) or had too few points to be
 * judged.
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

/** Whether a stroke is long enough, and its points close enough, to be judged. */
const isDense = (points: readonly TrajectoryPoint[], duration: number): boolean => {
  if (duration < shortestWay || (points.length - 1) * 1000 < fewestPoints * duration) return false;
  return points.every(({ at }, index) => at - (points[index - 1]?.at ?? at) <= longestGap);
};

/**
 * Counts the dips of a stroke that is given in shares of its range; the mean speed is one range in `steps` steps of the
 * grid.
 */
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
