import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kinectMotionOf, readKinectMotion, sideJoint } from '../../../scripts/accuracy/kinect-joints.ts';
import { facingForward, fitMotion } from '../../../scripts/accuracy/motion-fit.ts';
import { quantileOf } from '../../../scripts/accuracy/statistics.ts';
import { poseBody } from '../../../src/engine/figure/body.ts';
import type { FullJointAngles } from '../../../src/engine/figure/full-joint-angles.ts';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { angleBetween, normalize, subtract, type Vector3 } from '../../../src/engine/figure/vector.ts';
import { sides } from '../../../src/engine/pose/keypoints.ts';
import { degreesOf } from '../../../src/engine/units.ts';
import { kinectFile, raises } from './figure-as-kinect.ts';

const standing: JointAngles = { shoulderElevation: 12, elevationPlane: 30, elbowFlexion: 15 };

/** A posture held for so many frames. */
const held = (frames: number, posture: JointAngles): readonly JointAngles[] =>
  Array.from({ length: frames }, () => posture);

/** A second at rest, then a second in a posture, as the fit's last frame. */
const fitted = (posture: JointAngles): FullJointAngles => {
  const file = kinectFile([...held(15, standing), ...held(15, posture)]);
  const last = fitMotion(kinectMotionOf(file), 15).at(-1);
  if (!last) throw new Error('Nothing was fitted.');
  return last;
};

/** How far the figure's upper arms and forearms are from the directions in which the sensor saw them, degrees. */
const errorsIn = (content: ReturnType<typeof kinectMotionOf>) => {
  const seen = facingForward(content.frames);
  const errors: Record<'upper' | 'fore', number[]> = { upper: [], fore: [] };
  for (const [index, angles] of fitMotion(content, content.framesPerSecond).entries()) {
    const { arms } = poseBody(angles, adult);
    const frame = seen[index];
    if (!frame) throw new Error('The fit has another number of frames.');
    for (const side of sides) {
      const shoulder = frame[sideJoint(side, 'Shoulder')];
      const elbow = frame[sideJoint(side, 'Elbow')];
      const wrist = frame[sideJoint(side, 'Wrist')];
      const off = (a: Vector3, b: Vector3): number => degreesOf(angleBetween(normalize(a), normalize(b)));
      errors.upper.push(off(subtract(arms[side].elbow, arms[side].shoulder), subtract(elbow, shoulder)));
      errors.fore.push(off(subtract(arms[side].wrist, arms[side].elbow), subtract(wrist, elbow)));
    }
  }
  return errors;
};

describe('joint angles fitted to the joints of a figure before a tilted, turned sensor', () => {
  it.each<[string, JointAngles]>([
    ['arms overhead and out', { shoulderElevation: 150, elevationPlane: 40, elbowFlexion: 20 }],
    ['arms level and bent', { shoulderElevation: 90, elevationPlane: 70, elbowFlexion: 80, shoulderRotation: 30 }],
    ['one arm up', { left: { shoulderElevation: 160, elevationPlane: 60, elbowFlexion: 10 }, ...standing }],
    ['a trunk that leans forward', { ...standing, lean: 20 }],
    ['a trunk that leans back and to the left', { ...standing, lean: -12, sideLean: 15 }],
  ])('are those of %s', (_, posture) => {
    const angles = fitted(posture);
    expect(angles.lean).toBeCloseTo(posture.lean ?? 0, 0);
    expect(angles.sideLean).toBeCloseTo(posture.sideLean ?? 0, 0);
    for (const side of sides) {
      const arm = { ...posture, ...posture[side] };
      expect(angles.arms[side].shoulderElevation).toBeCloseTo(arm.shoulderElevation ?? 0, 0);
      expect(angles.arms[side].elevationPlane).toBeCloseTo(arm.elevationPlane ?? 0, 0);
      expect(angles.arms[side].elbowFlexion).toBeCloseTo(arm.elbowFlexion ?? 0, 0);
      expect(angles.arms[side].shoulderRotation).toBeCloseTo(arm.shoulderRotation ?? 0, 0);
    }
  });

  it('raise the shoulders that are raised, and turn the chest that is turned', () => {
    const angles = fitted({ ...standing, clavicleElevation: 20, spineRotation: 25 });
    expect(angles.spineRotation).toBeCloseTo(25, 0);
    for (const side of sides) expect(Math.abs(angles.arms[side].clavicleElevation - 20)).toBeLessThan(2);
  });

  it('put elbows and wrists back in the directions in which they were seen, while the arms move', () => {
    const { upper, fore } = errorsIn(kinectMotionOf(kinectFile([...held(8, standing), ...raises(45)])));
    expect(quantileOf(upper, 0.5)).toBeLessThan(0.5);
    expect(quantileOf(upper, 0.95)).toBeLessThan(3);
    expect(quantileOf(fore, 0.95)).toBeLessThan(4);
  });

  it('keep an arm overhead near the plane of the trunk, where the sensor saw it 35 degrees behind', () => {
    const { arms } = poseBody(fitted({ shoulderElevation: 145, elevationPlane: -90, elbowFlexion: 5 }), adult);
    const [, up, ahead] = subtract(arms.left.elbow, arms.left.shoulder);
    expect(degreesOf(Math.atan2(-ahead, up))).toBeCloseTo(10, 0);
  });

  it('go on from where a joint was, where the sensor lost it', () => {
    const file = kinectFile(held(15, standing));
    const elbow = file.joints.indexOf('ElbowLeft');
    const frames = file.frames.map((places, index) =>
      places.map((at, joint) => (joint === elbow && index > 5 ? null : at)),
    );
    const whole = fitMotion(kinectMotionOf(file), 15).at(-1);
    expect(fitMotion(kinectMotionOf({ ...file, frames }), 15).at(-1)).toEqual(whole);
  });

  it('come at the rate that is asked for', () => {
    const motion = kinectMotionOf(kinectFile(raises(46)));
    expect(fitMotion(motion, 15)).toHaveLength(46);
    const slower = fitMotion(motion, 10);
    expect(slower).toHaveLength(31);
    // At two seconds the arms are on their way down: the same posture at either rate.
    const elevation = (all: readonly FullJointAngles[], index: number) => all[index]?.arms.left.shoulderElevation;
    expect(elevation(slower, 20)).toBeCloseTo(elevation(fitMotion(motion, 15), 30) ?? 0, 1);
  });
});

const folder = process.env['LIMBER_PEOPLE'];
const recorded = folder === undefined ? '' : join(folder, 'kimore/es1');

describe.skipIf(!existsSync(recorded))('joint angles fitted to people’s joints (LIMBER_PEOPLE)', () => {
  it('put elbows and wrists back in the directions in which the sensor saw them', () => {
    const upper: number[] = [];
    const fore: number[] = [];
    for (const file of readdirSync(recorded).filter((name) => /^k\d*[13579]\.joints/.test(name))) {
      const errors = errorsIn(readKinectMotion(join(recorded, file)));
      upper.push(...errors.upper);
      fore.push(...errors.fore);
    }
    const figures = (errors: readonly number[]) =>
      `median ${quantileOf(errors, 0.5).toFixed(2)}, p95 ${quantileOf(errors, 0.95).toFixed(2)} degrees`;
    console.log(`elbow: ${figures(upper)}; wrist: ${figures(fore)}; n ${upper.length}`);
    // The sensor's noise is smoothed, and arms far behind the trunk are brought forward: that is the rest.
    expect(quantileOf(upper, 0.5)).toBeLessThan(1);
    expect(quantileOf(upper, 0.95)).toBeLessThan(8);
    expect(quantileOf(fore, 0.5)).toBeLessThan(1.5);
    expect(quantileOf(fore, 0.95)).toBeLessThan(10);
  });
});
