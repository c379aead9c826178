import { describe, expect, it } from 'vitest';
import { errorsOf, quantileOf, shareOf } from '../../../scripts/accuracy/statistics.ts';

describe('a share', () => {
  it('has Wilson’s interval', () => {
    // 81 of 263: Newcombe 1998, table I.
    const { share, low, high } = shareOf(81, 263);
    expect([share, low, high].map((value) => value.toFixed(4))).toEqual(['0.3080', '0.2553', '0.3662']);
  });

  it('of nothing is unknown, from none to all', () => {
    expect(shareOf(0, 0)).toEqual({ of: 0, share: Number.NaN, low: 0, high: 1 });
  });

  it('of all is never more certain than its number allows', () => {
    expect(shareOf(20, 20).low).toBeCloseTo(0.839, 3);
    expect(shareOf(20, 20).high).toBe(1);
  });
});

describe('a quantile', () => {
  it('is interpolated between two neighbours', () => {
    expect(quantileOf([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantileOf([0, 10], 0.95)).toBeCloseTo(9.5);
  });

  it('of nothing is unknown', () => {
    expect(quantileOf([], 0.5)).toBeNaN();
  });
});

it('bias and error are distinguished', () => {
  const { bias, mae, p95, n } = errorsOf([-2, 2, 4]);
  expect(n).toBe(3);
  expect(bias).toBeCloseTo(4 / 3);
  expect(mae).toBeCloseTo(8 / 3);
  expect(p95).toBeCloseTo(3.8);
});
