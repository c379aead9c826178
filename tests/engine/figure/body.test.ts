import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { poseBody, type Body } from '../../../src/engine/figure/body.ts';
import { adult, proportionsOf } from '../../../src/engine/figure/proportions.ts';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import {
  angleBetween,
  distance,
  dot,
  normalize,
  seenFrom,
  subtract,
  type Vector3,
} from '../../../src/engine/figure/vector.ts';
import { sides, type Side } from '../../../src/engine/pose/keypoints.ts';
import { degreesOf } from '../../../src/engine/units.ts';
import { anyJointAngles, mirrored } from './stances.ts';

const between = (a: Vector3, b: Vector3): number => degreesOf(angleBetween(a, b));
const upperArm = ({ arms }: Body, side: Side): Vector3 => normalize(subtract(arms[side].elbow, arms[side].shoulder));
const forearm = ({ arms }: Body, side: Side): Vector3 => normalize(subtract(arms[side].wrist, arms[side].elbow));
const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('angles in are angles out', () => {
  test('of the shoulder, in the chest, whatever the trunk does', () => {
    fc.assert(
      fc.property(
        anyJointAngles,
        degrees(1, 179),
        degrees(-30, 140),
        (jointAngles, shoulderElevation, elevationPlane) => {
          const { left: _left, right: _right, ...both } = jointAngles;
          const body = poseBody({ ...both, shoulderElevation, elevationPlane, hand: 'free' }, adult);
          for (const side of sides) {
            const [x, y, z] = seenFrom(body.chest, upperArm(body, side));
            expect(between([x, y, z], [0, -1, 0])).toBeCloseTo(shoulderElevation, 8);
            expect(degreesOf(Math.atan2(z, side === 'left' ? x : -x))).toBeCloseTo(elevationPlane, 6);
          }
        },
      ),
    );
  });

  test('of the elbow, whatever else is set', () => {
    fc.assert(
      fc.property(anyJointAngles, degrees(0, 150), (jointAngles, elbowFlexion) => {
        const { left: _left, right: _right, ...both } = jointAngles;
        const body = poseBody({ ...both, elbowFlexion, hand: 'free' }, adult);
        for (const side of sides)
          expect(between(upperArm(body, side), forearm(body, side))).toBeCloseTo(elbowFlexion, 6);
      }),
    );
  });

  test.each([
    ['lean', [0, 0, 1]],
    ['spineFlexion', [0, 0, 1]],
    ['neckFlexion', [0, 0, 1]],
    ['sideLean', [1, 0, 0]],
    ['spineSideBend', [1, 0, 0]],
    ['neckSideBend', [1, 0, 0]],
  ] as const)('%s of 25 degrees tips the head by 25 degrees in its direction', (angle, way) => {
    const { head } = poseBody({ [angle]: 25 }, adult);
    expect(between(head.y, [0, 1, 0])).toBeCloseTo(25, 8);
    expect(dot(head.y, way)).toBeGreaterThan(0.4);
  });

  test.each(['spineRotation', 'neckRotation'] as const)(
    '%s of 25 degrees turns the nose by 25 degrees to the left',
    (angle) => {
      const { head } = poseBody({ [angle]: 25 }, adult);
      expect(degreesOf(Math.atan2(head.z[0], head.z[2]))).toBeCloseTo(25, 8);
    },
  );
});

describe('signs of an arm', () => {
  const relaxed = poseBody({}, adult);

  test('an arm at rest hangs straight down', () => {
    for (const side of sides) expect(upperArm(relaxed, side)).toEqual([expect.closeTo(0), -1, expect.closeTo(0)]);
  });

  test('a bent elbow lifts the forearm forward, inward rotation turns it across the belly', () => {
    for (const side of sides) {
      const inwards = side === 'left' ? -1 : 1;
      expect(forearm(poseBody({ elbowFlexion: 90 }, adult), side)[2]).toBeCloseTo(1);
      expect(forearm(poseBody({ elbowFlexion: 90, shoulderRotation: 60 }, adult), side)[0] * inwards).toBeGreaterThan(
        0.8,
      );
    }
  });

  test('outward rotation of abducted arms lifts the forearms', () => {
    const goalpost = poseBody({ shoulderElevation: 90, elbowFlexion: 90, shoulderRotation: -90 }, adult);
    for (const side of sides) expect(forearm(goalpost, side)[1]).toBeCloseTo(1);
  });

  test('protraction moves the shoulder forward, elevation up, retraction narrows the shoulders', () => {
    const width = ({ arms }: Body): number => distance(arms.left.shoulder, arms.right.shoulder);
    for (const side of sides) {
      const at = (jointAngles: JointAngles): Vector3 => poseBody(jointAngles, adult).arms[side].shoulder;
      expect(at({ protraction: 20 })[2]).toBeGreaterThan(at({})[2] + 0.04);
      expect(at({ clavicleElevation: 20 })[1]).toBeGreaterThan(at({})[1] + 0.04);
    }
    expect(width(poseBody({ protraction: -20 }, adult))).toBeLessThan(0.95 * width(relaxed));
  });

  test('an angle of one side overrides the angle of both', () => {
    const body = poseBody({ shoulderElevation: 30, left: { shoulderElevation: 80 } }, adult);
    expect(between(upperArm(body, 'left'), [0, -1, 0])).toBeCloseTo(80);
    expect(between(upperArm(body, 'right'), [0, -1, 0])).toBeCloseTo(30);
  });
});

describe('the body holds together', () => {
  test('bones keep their lengths in every stance and stature', () => {
    fc.assert(
      fc.property(anyJointAngles, fc.double({ min: 1.4, max: 2.1, noNaN: true }), (jointAngles, stature) => {
        const proportions = proportionsOf(stature);
        const { arms, legs, spine, pelvis } = poseBody(jointAngles, proportions);
        for (const side of sides) {
          const { shoulder, elbow, wrist, clavicle, fingertips } = arms[side];
          expect(distance(shoulder, elbow)).toBeCloseTo(proportions.upperArm, 9);
          expect(distance(elbow, wrist)).toBeCloseTo(proportions.forearm, 9);
          expect(distance(wrist, fingertips)).toBeCloseTo(proportions.hand, 9);
          expect(distance(clavicle, shoulder)).toBeCloseTo(
            Math.hypot(proportions.shoulderHalfWidth - proportions.clavicleHalfGap, proportions.clavicleDepth),
            9,
          );
          expect(distance(legs[side].hip, legs[side].knee)).toBeCloseTo(proportions.thigh, 9);
          expect(distance(legs[side].knee, legs[side].ankle)).toBeCloseTo(proportions.shank, 9);
        }
        const points = [pelvis, ...spine].map(({ origin }) => origin);
        const length = points.slice(1).reduce((sum, point, index) => sum + distance(point, points[index] ?? point), 0);
        expect(length).toBeCloseTo(proportions.trunk, 9);
      }),
    );
  });

  test('a mirrored stance gives exactly the mirrored body', () => {
    fc.assert(
      fc.property(anyJointAngles, (jointAngles) => {
        const body = poseBody(jointAngles, adult);
        const image = poseBody(mirrored(jointAngles), adult);
        for (const part of ['shoulder', 'elbow', 'wrist', 'fingertips', 'clavicle'] as const) {
          const [x, y, z] = body.arms.left[part];
          expect(image.arms.right[part]).toEqual([
            expect.closeTo(-x, 12),
            expect.closeTo(y, 12),
            expect.closeTo(z, 12),
          ]);
        }
        const [x, y, z] = body.face.ears.left;
        expect(image.face.ears.right).toEqual([expect.closeTo(-x, 12), expect.closeTo(y, 12), expect.closeTo(z, 12)]);
      }),
    );
  });

  test('every frame stays orthonormal and right-handed', () => {
    fc.assert(
      fc.property(anyJointAngles, (jointAngles) => {
        const { pelvis, chest, head, neckBase, arms } = poseBody(jointAngles, adult);
        for (const { x, y, z } of [pelvis, chest, head, neckBase, arms.left.hand, arms.right.hand]) {
          expect([dot(x, x), dot(y, y), dot(z, z)]).toEqual([
            expect.closeTo(1, 9),
            expect.closeTo(1, 9),
            expect.closeTo(1, 9),
          ]);
          expect([dot(x, y), dot(y, z), dot(z, x)]).toEqual([
            expect.closeTo(0, 9),
            expect.closeTo(0, 9),
            expect.closeTo(0, 9),
          ]);
        }
      }),
    );
  });
});

describe('hands at their goals', () => {
  const open: JointAngles = { shoulderElevation: 90, elevationPlane: 10, hand: 'own-shoulder' };
  const closed: JointAngles = { shoulderElevation: 90, elevationPlane: 115, protraction: 20, hand: 'own-shoulder' };

  test.each([
    ['open', open],
    ['closed', closed],
  ] as const)('on the own shoulders, %s, the elbows stay where the angles point', (_name, jointAngles) => {
    const body = poseBody(jointAngles, adult);
    const width = 2 * adult.shoulderHalfWidth;
    for (const side of sides) {
      const free = poseBody({ ...jointAngles, hand: 'free' }, adult).arms[side];
      const { shoulder, elbow, wrist } = body.arms[side];
      expect(distance(elbow, free.elbow)).toBeLessThan(1e-9);
      expect(distance(wrist, shoulder) / width).toBeGreaterThan(0.4);
      expect(distance(wrist, shoulder) / width).toBeLessThan(0.5);
      expect(wrist[1]).toBeGreaterThan(shoulder[1]);
    }
  });

  test('elbows together lie a third of the shoulder width apart, elbows out more than two', () => {
    const gap = (jointAngles: JointAngles): number => {
      const { arms } = poseBody(jointAngles, adult);
      return distance(arms.left.elbow, arms.right.elbow) / (2 * adult.shoulderHalfWidth);
    };
    expect(gap(closed)).toBeLessThan(0.45);
    expect(gap(open)).toBeGreaterThan(2.4);
  });

  test.each(['back-of-head', 'top-of-head', 'mouth'] as const)('%s is reached, also with the trunk bent', (hand) => {
    for (const spineFlexion of [-15, 0, 30]) {
      const body = poseBody({ hand, spineFlexion, shoulderElevation: 100, elevationPlane: 50 }, adult);
      for (const side of sides) {
        const [x, y, z] = seenFrom(body.head, subtract(body.arms[side].fingertips, body.head.origin));
        const height = adult.head;
        expect(Math.abs(x)).toBeLessThan(0.35 * height);
        if (hand === 'back-of-head') expect(z).toBeLessThan(-0.4 * height);
        if (hand === 'top-of-head') expect(y).toBeGreaterThan(0.5 * height);
        if (hand === 'mouth') expect(distance(body.arms[side].fingertips, body.face.mouth)).toBeLessThan(0.08);
      }
    }
  });
});
