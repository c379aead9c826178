import { describe, expect, it } from 'vitest';
import { pathOf, roundStep, scaleOf } from '../../../src/ui/charts/chart-scale.ts';
import { chartsOf } from '../../../src/ui/charts/charts-of.ts';
import { en } from '../../../src/texts/en/en.ts';
import { played } from '../../session/played.ts';

const frame = { width: 300, height: 200, left: 40, right: 290, top: 20, bottom: 150, strip: 18 };

it.each([
  [100, 5, 20],
  [160, 4, 50],
  [1.2, 6, 0.2],
  [9, 9, 1],
  [61, 6, 20],
])('steps through %s in at most %s are %s', (range, most, step) => {
  expect(roundStep(range, most)).toBeCloseTo(step, 9);
});

describe('a scale', async () => {
  const { record } = await played('cheer', { repetitions: 1 }, { range: 'norm', reps: 1 });
  const [chart] = chartsOf(record, en);
  if (!chart) throw new Error('There is no chart.');
  const scale = scaleOf(chart, frame);

  it('has all of the lines and the target in its frame', () => {
    const values = chart.lines.flatMap(({ points }) => points.flatMap(([, value]) => (value === null ? [] : [value])));
    for (const value of [...values, ...chart.targets.map((target) => target.value)]) {
      expect(scale.y(value)).toBeGreaterThanOrEqual(frame.top);
      expect(scale.y(value)).toBeLessThanOrEqual(frame.bottom);
    }
    expect([scale.x(chart.from), scale.x(chart.to)]).toEqual([frame.left, frame.right]);
  });

  it('has round numbers at its axes, in its frame', () => {
    expect(scale.values.length).toBeGreaterThan(2);
    expect(scale.times[0]).toBe(chart.from);
    expect(scale.times.every((at) => Number.isInteger((at - chart.from) / 1000) && at <= chart.to)).toBe(true);
    expect(scale.values.every((value) => value % 10 === 0)).toBe(true);
  });
});

it('a line is broken where it was not seen, and where no frame was judged for a second', () => {
  const scale = { x: (at: number) => at / 100, y: (value: number) => value, times: [], values: [] };
  const points = [
    [0, 1],
    [100, 2],
    [200, null],
    [300, 3],
    [2000, 4],
    [2100, 5],
  ] as const;
  expect(pathOf(points, scale, 1000)).toBe('M0.0 1.0L1.0 2.0M3.0 3.0M20.0 4.0L21.0 5.0');
});

it('a line is broken where readings do not compare, and joined over months where it may be', () => {
  const scale = { x: (at: number) => at, y: (value: number) => value };
  const points = [
    [0, 1],
    [50_000, 2],
    [90_000, 3],
  ] as const;
  expect(pathOf(points, scale, Infinity)).toBe('M0.0 1.0L50000.0 2.0L90000.0 3.0');
  expect(pathOf(points, scale, Infinity, [90_000])).toBe('M0.0 1.0L50000.0 2.0M90000.0 3.0');
});
