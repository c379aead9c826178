import { describe, expect, it } from 'vitest';
import { countedFromStart } from '../../../src/engine/rules/targets.ts';
import type { End } from '../../../src/engine/exercise/exercise.ts';

const end: End = {
  name: 'extension',
  target: { measure: 'headOverHips', is: 'below', value: -10, tolerance: 3, floor: -6, fromStart: true },
  cue: 'lift-your-chest',
  held: true,
  back: { is: 'above', value: -3, tolerance: 0, cue: 'come-back-up' },
};
const boundsOf = ({ target, back }: End): readonly unknown[] => [target.value, target.floor, back.value];

describe('an endpoint whose bounds count from the start posture', () => {
  it.each([
    [3, [-7, -3, 0]],
    [-2, [-12, -8, -5]],
  ])('moves with what is read there: %i', (restAt, expected) => {
    expect(boundsOf(countedFromStart(end, restAt))).toEqual(expected);
  });

  it('moves by at most six: further off is posture', () => {
    expect(boundsOf(countedFromStart(end, 20))).toEqual([-4, 0, 3]);
    expect(boundsOf(countedFromStart(end, -20))).toEqual([-16, -12, -9]);
  });

  it('does not move where the start is unknown, or the bounds are absolute', () => {
    const { fromStart: _, ...asItStands } = end.target;
    expect(countedFromStart(end, undefined)).toBe(end);
    expect(countedFromStart({ ...end, target: asItStands }, 3).target.value).toBe(-10);
  });
});
