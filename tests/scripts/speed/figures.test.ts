import { describe, expect, it } from 'vitest';
import { coveredBy, medianOf, ratioInTurns, spreadOf, verdictOf } from '../../../scripts/speed/figures.ts';

describe('the spread of times', () => {
  it('is the middle, a quarter from below, and what one of twenty exceeds', () => {
    const values = Array.from({ length: 101 }, (_, index) => index).toReversed();
    expect(spreadOf(values)).toEqual({ n: 101, quartile: 25, median: 50, p95: 95 });
  });

  it('does not follow one slow frame', () => {
    expect(medianOf([20, 21, 22, 900])).toBe(21.5);
  });

  it('is unknown of nothing', () => {
    expect(medianOf([])).toBeNaN();
  });
});

describe('a ratio in turns', () => {
  it('is not moved by a machine that is slow for some turns, since both sides are slow then', () => {
    // Twice as slow, five times as slow, and as fast as ever.
    expect(ratioInTurns([44, 110, 22], [40, 100, 20])).toBeCloseTo(1.1);
  });

  it('is not moved by one turn in which only one side was disturbed', () => {
    expect(ratioInTurns([110, 22, 24], [100, 20, 60])).toBeCloseTo(1.1);
  });

  it('uses only the turns that both sides took', () => {
    expect(ratioInTurns([30, 30, 300], [20, 20])).toBe(1.5);
    expect(ratioInTurns([30], [])).toBeNaN();
  });
});

describe('the covered part of a time line', () => {
  it('counts what overlaps or lies within another piece once', () => {
    expect(
      coveredBy([
        { from: 10, lasts: 10 },
        { from: 12, lasts: 2 },
        { from: 15, lasts: 10 },
        { from: 40, lasts: 5 },
      ]),
    ).toBe(20);
  });

  it('is nothing without pieces', () => {
    expect(coveredBy([])).toBe(0);
  });
});

describe('a verdict', () => {
  it.each([
    [1.08, { most: 1.08 }, 'met'],
    [1.081, { most: 1.08 }, 'not met'],
    [1.2, { least: 1.15 }, 'met'],
    [1.1, { least: 1.15 }, 'not met'],
    [Number.NaN, { most: 1 }, 'not measured'],
    [undefined, { least: 1 }, 'not measured'],
  ] as const)('on %s against %o is %s', (value, limit, verdict) => {
    expect(verdictOf(value, limit)).toBe(verdict);
  });
});
