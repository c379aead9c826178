import { describe, expect, it } from 'vitest';
import type { TrajectoryPoint } from '../../../src/engine/repetition/trajectory.ts';
import { strokeTimes } from '../../../src/engine/repetition/strokes.ts';
import { easeMinimumJerk } from '../../../src/engine/figure/between.ts';
import { millis } from '../../../src/engine/units.ts';

/** A part of a movement: how far it goes, and its duration, ms; a part that goes nowhere is a pause. */
type Part = readonly [to: number, ms: number];

/** The points of a movement that starts at rest, or at `from`, in consecutive parts. */
const moving = (
  parts: readonly Part[],
  { from = 0, ease = easeMinimumJerk, framesPerSecond = 30, noise = 0, until = Infinity } = {},
): readonly TrajectoryPoint[] => {
  const points: TrajectoryPoint[] = [];
  let [begins, at, before] = [0, 0, from];
  for (const [to, ms] of parts) {
    for (; at < begins + ms && at <= until; at += 1000 / framesPerSecond) {
      const progress = before + (to - before) * ease((at - begins) / ms);
      points.push({
        progress: progress + noise * Math.sin(37 * points.length) * Math.cos(11 * points.length),
        at: millis(at),
      });
    }
    [begins, before] = [begins + ms, to];
  }
  return points;
};

/** A pause, up to 100, a hold, and back, with a pause after it. */
const repetition = (out: number, back: number, hold = 2000): readonly Part[] => [
  [0, 2000],
  [100, out],
  [100, hold],
  [0, back],
  [0, 2000],
];

const timesOf = (points: readonly TrajectoryPoint[]) => strokeTimes({ points });
const evenly = (share: number): number => share;

describe('the times of strokes', () => {
  it.each([
    [800, 4500],
    [1500, 2500],
    [4000, 1500],
  ])('are those of a watch: %i ms out, %i ms back, whatever the hold and the pauses', (out, back) => {
    for (const hold of [300, 5000]) {
      const times = timesOf(moving(repetition(out, back, hold)));
      expect(Math.abs((times.out ?? 0) / out - 1)).toBeLessThan(0.1);
      expect(Math.abs((times.back ?? 0) / back - 1)).toBeLessThan(0.1);
    }
  });

  it('hardly depend on noise and on the rate of the camera', () => {
    const times = timesOf(moving(repetition(1500, 4000), { noise: 2, framesPerSecond: 12 }));
    expect(Math.abs((times.out ?? 0) - 1500)).toBeLessThan(300);
    expect(Math.abs((times.back ?? 0) - 4000)).toBeLessThan(700);
  });

  it('read an even stroke at most three tenths longer', () => {
    const times = timesOf(moving(repetition(2000, 4000), { ease: evenly }));
    expect(times.out).toBeGreaterThan(1900);
    expect(times.out).toBeLessThan(2600);
    expect(times.back).toBeLessThan(5200);
  });

  it('include the stops within a stroke', () => {
    const stopping: readonly Part[] = [
      [0, 2000],
      [100, 1500],
      [50, 1000],
      [50, 2000],
      [0, 1000],
      [0, 2000],
    ];
    expect(timesOf(moving(stopping)).back).toBeGreaterThan(3500);
  });

  it('begin at rest where the movement passes through rest from the other side', () => {
    const through: readonly Part[] = [
      [-60, 1500],
      [100, 4000],
      [100, 1000],
    ];
    const alone = timesOf(
      moving([
        [0, 1500],
        [100, 4000],
        [100, 1000],
      ]),
    );
    const { out = 0 } = timesOf(moving(through));
    expect(out).toBeLessThan(alone.out ?? 0);
    expect(out).toBeGreaterThan(1500);
  });

  it('extend a stroke to its end where it is counted before the end is reached', () => {
    const whole = repetition(1500, 4000);
    // The smooth stroke of 4 s has a fifth of its way left after 2.7 s.
    const times = timesOf(moving(whole, { until: 2000 + 1500 + 2000 + 2700 }));
    expect(Math.abs((times.back ?? 0) - 4000)).toBeLessThan(500);
  });

  it('are missing where less than half of the way back was seen', () => {
    const { out, back } = timesOf(moving(repetition(1500, 4000), { until: 2000 + 1500 + 2000 + 1200 }));
    expect(out).toBeDefined();
    expect(back).toBeUndefined();
  });

  it('are missing for a stroke with a gap, and present for the other', () => {
    const points = moving(repetition(1500, 4000)).filter(({ at }) => at < 2400 || at > 3100);
    const { out, back } = timesOf(points);
    expect(out).toBeUndefined();
    expect(Math.abs((back ?? 0) - 4000)).toBeLessThan(400);
  });

  it('are missing where nothing was seen', () => {
    expect(timesOf([])).toEqual({ out: undefined, back: undefined });
  });
});
