import { describe, expect, it } from 'vitest';
import {
  appendPoint,
  emptyTrajectory,
  type Trajectory,
  type TrajectoryPoint,
} from '../../../src/engine/repetition/trajectory.ts';
import { dipsIn } from '../../../src/engine/repetition/smoothness.ts';
import { easeMinimumJerk } from '../../../src/engine/figure/between.ts';
import { millis, seconds } from '../../../src/engine/units.ts';

/** Returns numbers from 0 to 1, the same for the same seed (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A stroke: its share of the range at a share of its time. */
type Way = (share: number) => number;

const smoothly: Way = easeMinimumJerk;
const evenly: Way = (share) => share;
/**
 * This many stops of this length, ms, in a stroke of this duration, ms: each stretch between them begins and ends at
 * rest.
 */
const inStops =
  (count: number, stop: number, duration: number): Way =>
  (share) => {
    const stretch = (duration - count * stop) / (count + 1);
    const done = Math.min(count, Math.floor((share * duration) / (stretch + stop)));
    const within = Math.min(1, (share * duration - done * (stretch + stop)) / stretch);
    return (done + easeMinimumJerk(within)) / (count + 1);
  };

interface Filming {
  readonly way: Way;
  readonly duration: number;
  readonly range: number;
  readonly noise?: number;
  readonly framesPerSecond?: number;
  readonly seed?: number;
}

/** The noise is correlated by 0.3 from frame to frame; frames are up to 30 % too early or late. */
const film = ({ way, duration, range, noise = 0, framesPerSecond = 30, seed = 1 }: Filming): Trajectory => {
  const random = randomFrom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const points: TrajectoryPoint[] = [];
  let error = normal();
  for (let at = 0; at <= duration; at += (1000 / framesPerSecond) * (0.7 + 0.6 * random())) {
    points.push({ progress: range * way(at / duration) + noise * error, at: millis(at) });
    error = 0.3 * error + Math.sqrt(1 - 0.3 ** 2) * normal();
  }
  return { points };
};

const runs = 200;
/** The share of films, each with its own noise, in which two or more dips are found. */
const shareInStops = (filming: Filming, hysteresis: number): number => {
  const films = Array.from({ length: runs }, (_, seed) => film({ ...filming, seed }));
  return films.filter((trajectory) => (dipsIn(trajectory, hysteresis) ?? 0) >= 2).length / runs;
};

/** Range, noise and hysteresis of movements fast enough to be judged in four seconds, in degrees and as a ratio. */
const movements = [
  [150, 2, 12],
  [150, 0.7, 12],
  [90, 0.7, 12],
  [30, 0.7, 4],
  [2, 0.02, 0.15],
] as const;

describe.each(movements)('a stroke of %d with noise of %d and a hysteresis of %d', (range, noise, hysteresis) => {
  it.each([15, 30, 60])('hardly ever has stops when it is smooth or even, at %d frames a second', (framesPerSecond) => {
    for (const way of [smoothly, evenly])
      for (const duration of [2500, 4000, 6000])
        expect(shareInStops({ way, duration, range, noise, framesPerSecond }, hysteresis)).toBeLessThanOrEqual(0.01);
  });

  it.each([15, 30, 60])('has stops when it contains three of 0.3 s, at %d frames a second', (framesPerSecond) => {
    const filming = { way: inStops(3, 300, 4000), duration: 4000, range, noise, framesPerSecond };
    expect(shareInStops(filming, hysteresis)).toBeGreaterThanOrEqual(0.97);
  });
});

it('does not judge 15 degrees in four seconds against noise of 0.7 degrees, where stops and noise look alike', () => {
  for (const way of [smoothly, inStops(3, 300, 4000)])
    expect(dipsIn(film({ way, duration: 4000, range: 15, noise: 0.7 }), 4)).toBeUndefined();
});

it('tolerates noise of a quarter of the hysteresis, as for an arm overhead, in four seconds', () => {
  const raise = { duration: 4000, range: 150, noise: 3 };
  for (const way of [smoothly, evenly]) expect(shareInStops({ ...raise, way }, 12)).toBeLessThanOrEqual(0.01);
  expect(shareInStops({ ...raise, way: inStops(3, 300, 4000) }, 12)).toBeGreaterThanOrEqual(0.97);
});

it('hardly ever finds stops at the slowest speed that is judged, and judges nothing slower', () => {
  const slow = { duration: 4000, noise: 2 };
  expect(dipsIn(film({ ...slow, way: evenly, range: 64 }), 12)).toBeDefined();
  for (const way of [smoothly, evenly]) expect(shareInStops({ ...slow, way, range: 64 }, 12)).toBeLessThanOrEqual(0.02);
  expect(dipsIn(film({ ...slow, way: evenly, range: 54 }), 12)).toBeUndefined();
});

it('separates stops, and counts each once', () => {
  const dips = [0, 1, 2, 3, 4].map((count) =>
    dipsIn(film({ way: inStops(count, 400, 5000), duration: 5000, range: 150 }), 12),
  );
  expect(dips).toEqual([0, 1, 2, 3, 4]);
});

it('counts a stop once in which the user shakes', () => {
  const shaking: Way = (share) => {
    const isStopped = share > 0.35 && share < 0.65;
    return isStopped ? 0.5 + 0.004 * Math.sin(share * 150) : share < 0.5 ? share / 0.7 : 1 - (1 - share) / 0.7;
  };
  expect(dipsIn(film({ way: shaking, duration: 5000, range: 150 }), 12)).toBe(1);
});

it('judges the way back like the way out', () => {
  const back = inStops(3, 400, 5000);
  expect(dipsIn(film({ way: (share) => 1 - back(share), duration: 5000, range: 150 }), 12)).toBe(3);
  expect(dipsIn(film({ way: (share) => 1 - smoothly(share), duration: 5000, range: 150 }), 12)).toBe(0);
});

it('counts a short move backwards as a dip', () => {
  const wavering: Way = (share) => share + 0.12 * Math.sin(2 * Math.PI * share * 2);
  expect(dipsIn(film({ way: wavering, duration: 5000, range: 150 }), 12)).toBeGreaterThanOrEqual(1);
});

describe('the limits of judging', () => {
  const way = inStops(3, 300, 4000);
  const good = film({ way, duration: 4000, range: 150 });
  /** The same at even intervals, this many points a second, without noise. */
  const evenlyFilmed = (framesPerSecond: number): Trajectory => {
    const step = 1000 / framesPerSecond;
    const points = Array.from({ length: Math.floor(4000 / step) + 1 }, (_, index) => index * step);
    return { points: points.map((at) => ({ progress: 150 * way(at / 4000), at: millis(at) })) };
  };

  it('exclude a stroke of less than 2.5 s', () => {
    expect(dipsIn(film({ way: smoothly, duration: 2400, range: 150 }), 12)).toBeUndefined();
    expect(dipsIn(film({ way: smoothly, duration: 2600, range: 150 }), 12)).toBe(0);
  });

  it('exclude a stroke with a gap of more than half a second', () => {
    const without = (from: number, to: number): Trajectory => ({
      points: good.points.filter(({ at }) => at < from || at > to),
    });
    expect(dipsIn(without(2000, 2600), 12)).toBeUndefined();
    expect(dipsIn(without(2000, 2300), 12)).toBeGreaterThanOrEqual(2);
  });

  // At ten points a second a stop was reported for a rigged body that moved smoothly.
  it.each([9, 9.5, 10, 10.9])('exclude a stroke with %f points a second', (framesPerSecond) => {
    expect(dipsIn(evenlyFilmed(framesPerSecond), 12)).toBeUndefined();
  });

  it.each([11, 11.5, 12])('include a stroke with %f points a second, whose stops are found', (framesPerSecond) => {
    expect(dipsIn(evenlyFilmed(framesPerSecond), 12)).toBeGreaterThanOrEqual(2);
  });

  it('exclude a standstill, and a trajectory without points', () => {
    expect(dipsIn(film({ way: () => 0.5, duration: 4000, range: 150, noise: 1 }), 12)).toBeUndefined();
    expect(dipsIn(emptyTrajectory, 12)).toBeUndefined();
    expect(dipsIn({ points: [{ progress: 1, at: millis(0) }] }, 12)).toBeUndefined();
  });
});

describe('a trajectory', () => {
  it('forgets what is more than forty seconds old', () => {
    const { points } = film({ way: evenly, duration: 60_000, range: 150, framesPerSecond: 60 });
    const long = points.reduce(appendPoint, emptyTrajectory);
    const last = long.points.at(-1)?.at ?? 0;
    expect(last - (long.points[0]?.at ?? 0)).toBeLessThanOrEqual(40_000);
    expect(last - (long.points[0]?.at ?? 0)).toBeGreaterThan(39_900);
    expect(long.points.length).toBeLessThan(2500);
  });

  it('only goes forward in time', () => {
    const trajectory = appendPoint(emptyTrajectory, { progress: 1, at: seconds(1) });
    expect(appendPoint(trajectory, { progress: 2, at: seconds(1) })).toBe(trajectory);
    expect(appendPoint(trajectory, { progress: 2, at: seconds(0.5) })).toBe(trajectory);
  });
});
