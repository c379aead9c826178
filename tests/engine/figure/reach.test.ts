import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, reach } from '../../../src/engine/figure/reach.ts';
import { add, distance, dot, normalize, scale, type Vector3 } from '../../../src/engine/figure/vector.ts';

const bones = { upper: 0.29, lower: 0.25 };
const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
const direction = fc
  .tuple(coordinate, coordinate, coordinate)
  .filter((v) => Math.hypot(...v) > 0.1)
  .map((v): Vector3 => normalize(v));

describe('reach', () => {
  test('puts the wrist on every goal within reach and keeps the bones', () => {
    fc.assert(
      fc.property(
        direction,
        direction,
        direction,
        fc.double({ min: 0.05, max: 0.53, noNaN: true }),
        (way, hint, spare, far) => {
          const root: Vector3 = [0.2, 1, 0];
          const goal = add(root, scale(way, far));
          const { elbow, wrist } = reach(root, goal, bones, hint, spare);
          expect(distance(wrist, goal)).toBeLessThan(1e-9);
          expect(distance(root, elbow)).toBeCloseTo(bones.upper, 9);
          expect(distance(elbow, wrist)).toBeCloseTo(bones.lower, 9);
        },
      ),
    );
  });

  test('stretches towards a goal out of reach', () => {
    const { wrist } = reach([0, 0, 0], [0, 0, 2], bones, [0, -1, 0], [1, 0, 0]);
    expect(wrist[2]).toBeGreaterThan(0.539);
  });

  test('puts the elbow on the hinted side', () => {
    fc.assert(
      fc.property(direction, direction, (way, hint) => {
        fc.pre(Math.abs(dot(way, hint)) < 0.8);
        const { elbow } = reach([0, 0, 0], scale(way, 0.3), bones, hint, [1, 0, 0]);
        const others = reach([0, 0, 0], scale(way, 0.3), bones, scale(hint, -1), [1, 0, 0]);
        expect(dot(elbow, hint)).toBeGreaterThan(dot(others.elbow, hint));
      }),
    );
  });
});

test('fold brings the wrist to the distance asked for, towards the side asked for', () => {
  fc.assert(
    fc.property(direction, direction, fc.double({ min: 0.06, max: 0.5, noNaN: true }), (upper, onto, gap) => {
      fc.pre(Math.abs(dot(upper, onto)) < 0.99);
      const fore = fold(upper, onto, bones, gap);
      const wrist = add(scale(upper, bones.upper), scale(fore, bones.lower));
      expect(Math.hypot(...wrist)).toBeCloseTo(gap, 9);
      expect(dot(fore, onto) - dot(fore, upper) * dot(upper, onto)).toBeGreaterThanOrEqual(0);
    }),
  );
});
