import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { jointAnglesBetween } from '../../../src/engine/figure/between.ts';
import { poseBody, type Body } from '../../../src/engine/figure/body.ts';
import { keypointPlaces } from '../../../src/engine/figure/camera.ts';
import { completeJointAngles, mirrored } from '../../../src/engine/figure/full-joint-angles.ts';
import { adult, proportionsOf } from '../../../src/engine/figure/proportions.ts';
import { jointAnglesSchema } from '../../../src/engine/figure/joint-angles.ts';
import { add, distance, mix, subtract, type Vector3 } from '../../../src/engine/figure/vector.ts';
import { sides } from '../../../src/engine/pose/keypoints.ts';
import { goldenJoints } from './golden-joints.ts';
import { anyJointAngles } from './stances.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyRise = number(0, 1);
const anyStature = number(1.4, 2.1);
const metres = number(-3, 3);

const jointsOf = (body: Body): Readonly<Record<string, Vector3>> => ({
  ...keypointPlaces(body),
  left_toe: body.legs.left.toe,
  right_toe: body.legs.right.toe,
});

/** The largest distance between joints of the same name after the first set is moved by this vector, metres. */
const furthest = (some: ReturnType<typeof jointsOf>, others: typeof some, by: Vector3 = [0, 0, 0]): number =>
  Math.max(
    ...Object.entries(some).map(([name, joint]) => distance(add(joint, by), others[name] ?? [Infinity, Infinity, 0])),
  );

test.each(Object.entries(goldenJoints))('a body that neither rises nor moves is unchanged: %s', (_, golden) => {
  for (const place of [{}, { rise: 0, aside: 0, ahead: 0 }]) {
    const joints = jointsOf(poseBody({ ...golden.jointAngles, ...place }, adult));
    expect(Object.keys(joints)).toEqual(Object.keys(golden.joints));
    expect(furthest(joints, golden.joints)).toBeLessThan(2e-6);
  }
});

describe('a body that rises', () => {
  test('keeps the bones of its legs and the feet on the floor where they were', () => {
    fc.assert(
      fc.property(anyJointAngles, anyRise, anyStature, (jointAngles, rise, stature) => {
        const proportions = proportionsOf(stature);
        const sitting = poseBody(jointAngles, proportions);
        const { legs } = poseBody({ ...jointAngles, rise }, proportions);
        for (const side of sides) {
          const { hip, knee, ankle, toe } = legs[side];
          expect(distance(hip, knee)).toBeCloseTo(proportions.thigh, 9);
          expect(distance(knee, ankle)).toBeCloseTo(proportions.shank, 9);
          expect(ankle).toEqual(sitting.legs[side].ankle);
          expect(toe).toEqual(sitting.legs[side].toe);
        }
      }),
    );
  });

  test('carries the trunk on the middle of its hips', () => {
    fc.assert(
      fc.property(anyJointAngles, anyRise, (jointAngles, rise) => {
        const { pelvis, legs } = poseBody({ ...jointAngles, rise }, adult);
        expect(distance(pelvis.origin, mix(legs.left.hip, legs.right.hip, 0.5))).toBeLessThan(1e-9);
      }),
    );
  });

  test('stands with its hips over its ankles, its legs straight but for 5 mm, knees forwards', () => {
    const { pelvis, legs } = poseBody({ rise: 1 }, adult);
    expect(pelvis.origin[1]).toBeCloseTo(adult.ankleHeight + adult.shank + adult.thigh - 0.005, 9);
    for (const side of sides) {
      expect(legs[side].hip[2]).toBeCloseTo(legs[side].ankle[2], 9);
      expect(legs[side].knee[2]).toBeGreaterThan(legs[side].ankle[2] + 0.02);
    }
  });

  test('goes up and forward all the way, without a jump', () => {
    const steps = Array.from({ length: 201 }, (_, index) => poseBody({ rise: index / 200 }, adult));
    for (const [index, body] of steps.slice(1).entries()) {
      const before = steps[index] ?? body;
      expect(body.pelvis.origin[1]).toBeGreaterThan(before.pelvis.origin[1]);
      expect(body.pelvis.origin[2]).toBeGreaterThan(before.pelvis.origin[2]);
      expect(furthest(jointsOf(body), jointsOf(before))).toBeLessThan(0.02);
    }
  });

  test('leaves the trunk as it is: only `lean` bends it', () => {
    fc.assert(
      fc.property(anyJointAngles, anyRise, (jointAngles, rise) => {
        const [sitting, risen] = [poseBody(jointAngles, adult), poseBody({ ...jointAngles, rise }, adult)];
        const up = subtract(risen.pelvis.origin, sitting.pelvis.origin);
        expect(distance(risen.face.nose, add(sitting.face.nose, up))).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('a body that moves', () => {
  test('moves every joint by exactly the given offset, to its own left and forward', () => {
    fc.assert(
      fc.property(anyJointAngles, anyRise, metres, metres, (jointAngles, rise, aside, ahead) => {
        const joints = jointsOf(poseBody({ ...jointAngles, rise }, adult));
        const moved = jointsOf(poseBody({ ...jointAngles, rise, aside, ahead }, adult));
        expect(furthest(joints, moved, [aside, 0, ahead])).toBeLessThan(1e-9);
      }),
    );
  });

  test('mirrored goes to the other side, as far forward and as high', () => {
    const jointAngles = completeJointAngles({ rise: 0.6, aside: 0.7, ahead: -0.2 });
    expect(mirrored(jointAngles)).toMatchObject({ rise: 0.6, aside: -0.7, ahead: -0.2 });
  });

  test('has half its values at half of the way', () => {
    const end = completeJointAngles({ rise: 1, aside: 0.8, ahead: -0.4 });
    expect(jointAnglesBetween(completeJointAngles({}), end, 0.5)).toMatchObject({ rise: 0.5, aside: 0.4, ahead: -0.2 });
  });
});

test('the schema accepts a share of rising and metres, and rejects more', () => {
  expect(v.is(jointAnglesSchema, { rise: 1, aside: -2, ahead: 0.5 })).toBe(true);
  for (const wrong of [{ rise: 1.1 }, { rise: -0.1 }, { aside: 6 }, { ahead: -6 }])
    expect(v.is(jointAnglesSchema, wrong)).toBe(false);
});
