import { describe, expect, it } from 'vitest';
import { armsHang } from '../../../src/engine/calibration/calibration.ts';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough } from '../../../src/engine/figure/camera.ts';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { keypointsFrom, noKeypoints, type Keypoints } from '../../../src/engine/pose/keypoints.ts';
import { frontOn, sideOn } from '../../../src/engine/pose/orientation.ts';
import { millis } from '../../../src/engine/units.ts';

/** A distant lens, so that perspective does not change angles. */
const seen = (view: 'front' | 'side', jointAngles: JointAngles): Keypoints => {
  const camera = { ...briefingCamera(view), distance: 40, fieldOfView: 3, facing: 'right' as const };
  return posesThrough(poseBody(jointAngles, adult), camera, millis(0)).keypoints;
};

const without = (keypoints: Keypoints, part: RegExp): Keypoints =>
  keypointsFrom((name) => (part.test(name) ? noKeypoints[name] : keypoints[name]));

describe('the arms hang', () => {
  it('with each upper arm up to 45 degrees from the trunk, from the front', () => {
    const abducted = (left: number, right: number) =>
      armsHang(seen('front', { left: { shoulderElevation: left }, right: { shoulderElevation: right } }), frontOn);
    expect([abducted(0, 0), abducted(37, 37), abducted(44, 44)]).toEqual([true, true, true]);
    expect([abducted(46, 10), abducted(10, 46), abducted(60, 60)]).toEqual([false, false, false]);
  });

  it('with the near upper arm up to 45 degrees forward or back, from the side', () => {
    const raised = (shoulderElevation: number, elevationPlane = 90) =>
      armsHang(seen('side', { shoulderElevation, elevationPlane }), sideOn(1));
    expect([raised(0), raised(44), raised(44, -90)]).toEqual([true, true, true]);
    expect([raised(46), raised(46, -90)]).toEqual([false, false]);
  });

  it('as far as they are seen', () => {
    const oneUp = seen('front', { left: { shoulderElevation: 80 } });
    expect(armsHang(oneUp, frontOn)).toBe(false);
    expect(armsHang(without(oneUp, /left_elbow/), frontOn)).toBe(true);
  });
});
