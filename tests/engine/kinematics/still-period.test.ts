import { describe, expect, it } from 'vitest';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough } from '../../../src/engine/figure/camera.ts';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { neutralOf, stillPeriodFrom, stillPeriodOf, strayIn } from '../../../src/engine/kinematics/still-period.ts';
import { keypointsFrom, noKeypoints, sides, type Keypoints } from '../../../src/engine/pose/keypoints.ts';
import { frontOn, sideOn, type Orientation } from '../../../src/engine/pose/orientation.ts';
import { millis } from '../../../src/engine/units.ts';

const seen = (jointAngles: JointAngles, orientation: Orientation = frontOn): Keypoints => {
  const camera = { ...briefingCamera(orientation.view), distance: 40, fieldOfView: 3, facing: 'right' as const };
  return posesThrough(poseBody(jointAngles, adult), camera, millis(0)).keypoints;
};

const lengthsOf = (keypoints: Keypoints, orientation: Orientation = frontOn) =>
  neutralOf(stillPeriodFrom(keypoints, millis(0)), orientation).lengths;

/** Both arms forward by so many degrees: from the front they point at the lens. */
const forward = (shoulderElevation: number): JointAngles => ({ shoulderElevation, elevationPlane: 90 });

describe('the neutral length of an arm', () => {
  it('is at least that which the shoulder width suggests, where a rest posture foreshortens it', () => {
    for (const keypoints of [seen(forward(40)), seen({ ...forward(44), elbowFlexion: 60 })]) {
      const { shoulderWidth = NaN, upperArm, forearm } = lengthsOf(keypoints);
      for (const side of sides) {
        // 0.36 m of shoulder width, 0.29 m of upper arm (Drillis & Contini).
        expect(upperArm[side]).toBeGreaterThanOrEqual((shoulderWidth * 0.29) / 0.36 - 0.01 * shoulderWidth);
        expect(forearm[side]).toBeGreaterThanOrEqual((shoulderWidth * 0.29) / 0.36 - 0.01 * shoulderWidth);
      }
    }
  });

  it('is as measured where it is longer', () => {
    const hanging = seen({});
    const longer = keypointsFrom((name) => {
      const { x, y, score } = hanging[name];
      if (!/elbow|wrist/.test(name)) return hanging[name];
      const shoulder = hanging[name.startsWith('left') ? 'left_shoulder' : 'right_shoulder'];
      return { x: shoulder.x + 1.5 * (x - shoulder.x), y: shoulder.y + 1.5 * (y - shoulder.y), score };
    });
    const { upperArm } = lengthsOf(longer);
    for (const side of sides) {
      const [shoulder, elbow] = [longer[`${side}_shoulder`], longer[`${side}_elbow`]];
      expect(upperArm[side]).toBeCloseTo(Math.hypot(elbow.x - shoulder.x, elbow.y - shoulder.y), 6);
    }
  });

  it('is unknown where it is not seen', () => {
    const hanging = seen({});
    const { upperArm } = lengthsOf(
      keypointsFrom((name) => (name === 'left_elbow' ? noKeypoints[name] : hanging[name])),
    );
    expect(upperArm.left).toBeUndefined();
    expect(upperArm.right).toBeGreaterThan(0);
  });

  it('is as measured from the side, where the shoulders hide each other', () => {
    const keypoints = seen(forward(40), sideOn(1));
    const { upperArm } = lengthsOf(keypoints, sideOn(1));
    const { right_shoulder: shoulder, right_elbow: elbow } = keypoints;
    expect(upperArm.right).toBeCloseTo(Math.hypot(elbow.x - shoulder.x, elbow.y - shoulder.y), 6);
  });
});

describe('how far frames stray', () => {
  const still = seen({});
  const shifted = (part: RegExp, by: number): Keypoints =>
    keypointsFrom((name) => (part.test(name) ? { ...still[name], x: still[name].x + by } : still[name]));
  const strayOf = (...all: readonly Keypoints[]): number =>
    strayIn(stillPeriodOf(all.map((keypoints, index) => ({ at: millis(100 * index), keypoints }))), frontOn);
  const width = Math.abs(still.left_shoulder.x - still.right_shoulder.x);

  it('is the distance of the furthest keypoint from its mean, in shoulder widths', () => {
    expect(strayOf(still, still, still)).toBeCloseTo(0, 10);
    // Half of the way between the two frames.
    expect(strayOf(still, shifted(/left_elbow/, 0.2 * width))).toBeCloseTo(0.1, 5);
  });

  it('ignores wrists and legs, which may fidget', () => {
    expect(strayOf(still, shifted(/wrist|knee|ankle/, width))).toBeCloseTo(0, 10);
  });
});

it('a still period of frames has all of them, whether or not they are still', () => {
  const frames = [seen({}), seen(forward(40)), seen(forward(90))].map((keypoints, index) => ({
    at: millis(500 + 100 * index),
    keypoints,
  }));
  const stillPeriod = stillPeriodOf(frames);
  expect(stillPeriod.since).toBe(500);
  expect(stillPeriod.frames).toHaveLength(3);
  expect(() => stillPeriodOf([])).toThrow('at least one frame');
});
