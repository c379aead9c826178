import { describe, expect, it } from 'vitest';
import { above, below } from '../../../src/engine/exercise/exercise.ts';
import { required, isInside, faultThreshold, type Threshold } from '../../../src/engine/rules/threshold.ts';

/** The values at which a value that goes up and down again is first inside and first outside. */
const bordersOf = (
  threshold: Threshold,
  values: readonly number[],
): readonly [number | undefined, number | undefined] => {
  let inside = false;
  let entered: number | undefined;
  let left: number | undefined;
  for (const value of values) {
    const is = isInside(threshold, value, inside);
    if (is && !inside) entered ??= value;
    if (!is && inside) left ??= value;
    inside = is;
  }
  return [entered, left];
};
const to = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.abs(last - first) + 1 }, (_, index) => first + Math.sign(last - first) * index);

describe('a threshold', () => {
  it('of a required bound is met a tolerance early, and left a hysteresis further out', () => {
    // shoulderFlexion has a hysteresis of 12 degrees.
    const threshold = required('shoulderFlexion', above(160, 10), 1);
    expect(bordersOf(threshold, [...to(100, 180), ...to(180, 100)])).toEqual([150, 137]);
    const gap = required('shoulderFlexion', below(20, 5), 1);
    expect(bordersOf(gap, [...to(60, 0), ...to(0, 60)])).toEqual([25, 38]);
  });

  it('of an unwanted bound is on a tolerance beyond the bound, and off a hysteresis nearer', () => {
    // trunkLean has a hysteresis of 4 degrees.
    const threshold = faultThreshold('trunkLean', below(-18, 4), 1);
    expect(bordersOf(threshold, [...to(0, -40), ...to(-40, 0)])).toEqual([-22, -17]);
  });

  it('has its tolerance scaled by strictness, never its hysteresis', () => {
    const gentle = required('shoulderFlexion', above(160, 10), 1.5);
    expect(bordersOf(gentle, [...to(100, 180), ...to(180, 100)])).toEqual([145, 132]);
    const strict = faultThreshold('trunkLean', below(-18, 5), 0.8);
    expect(bordersOf(strict, [...to(0, -40), ...to(-40, 0)])).toEqual([-22, -17]);
  });
});
