import { describe, expect, it } from 'vitest';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough } from '../../../src/engine/figure/camera.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import { keypointNames, type Keypoints } from '../../../src/engine/pose/keypoints.ts';
import { millis } from '../../../src/engine/units.ts';
import { withoutBias } from '../../../src/platform/detector/worker/bias.ts';
import type { View } from '../../../src/engine/pose/view.ts';

const seen = (view: View, jointAngles: JointAngles): Keypoints =>
  posesThrough(poseBody(jointAngles, adult), briefingCamera(view), millis(0)).keypoints;

const tilt = (keypoints: Keypoints, part: 'ear' | 'eye' | 'shoulder'): number => {
  const [left, right] = [keypoints[`left_${part}`], keypoints[`right_${part}`]];
  return (Math.atan2(left.y - right.y, left.x - right.x) * 180) / Math.PI;
};

describe('Lightning reads a tilted head too level, so its lines are made steeper', () => {
  it.each([20, -20])('by their gain at %i degrees over the shoulder line', (neckSideBend) => {
    const read = seen('front', { neckSideBend });
    const corrected = withoutBias(read, 'lightning');
    for (const part of ['ear', 'eye'] as const) expect(tilt(corrected, part)).toBeCloseTo(1.25 * tilt(read, part), 3);
  });

  it('but not those of Thunder, which reads them as they are', () => {
    const read = seen('front', { neckSideBend: 20 });
    const corrected = withoutBias(read, 'thunder');
    for (const part of ['ear', 'eye'] as const) expect(tilt(corrected, part)).toBeCloseTo(tilt(read, part), 6);
  });

  it('also where left and right are confused', () => {
    const read = seen('front', { neckSideBend: 20 });
    const exchanged = { ...read, left_eye: read.right_eye, right_eye: read.left_eye };
    const [corrected, usual] = [withoutBias(exchanged, 'lightning'), withoutBias(read, 'lightning')];
    for (const axis of ['x', 'y'] as const) expect(corrected.left_eye[axis]).toBeCloseTo(usual.right_eye[axis], 6);
  });

  it('but not where head and shoulders are tilted alike, as before a tilted camera', () => {
    const read = seen('front', { sideLean: 15 });
    const corrected = withoutBias(read, 'lightning');
    expect(tilt(corrected, 'shoulder')).toBeCloseTo(15, 0);
    for (const part of ['ear', 'eye'] as const) expect(tilt(corrected, part)).toBeCloseTo(tilt(read, part), 0);
  });

  it('about their middles, with their scores, and nothing else moves', () => {
    const read = seen('front', { neckSideBend: 30 });
    const corrected = withoutBias(read, 'lightning');
    for (const part of ['ear', 'eye'] as const)
      for (const axis of ['x', 'y'] as const)
        expect(corrected[`left_${part}`][axis] + corrected[`right_${part}`][axis]).toBeCloseTo(
          read[`left_${part}`][axis] + read[`right_${part}`][axis],
          6,
        );
    for (const name of keypointNames) {
      expect(corrected[name].score).toBe(read[name].score);
      if (!/ear|eye/.test(name)) expect(corrected[name]).toEqual(read[name]);
    }
  });
});

describe('keypoints stay as they are', () => {
  it('in side view, where the line of the ears has no meaning', () => {
    const read = seen('side', { neckSideBend: 20 });
    expect(withoutBias(read, 'lightning')).toEqual(read);
  });

  it.each(['left_ear', 'right_eye'] as const)('of a line whose %s is a guess', (name) => {
    const read = seen('front', { neckSideBend: 20 });
    const guessed = { ...read, [name]: { ...read[name], score: 0.05 } };
    const corrected = withoutBias(guessed, 'lightning');
    expect(corrected[name]).toEqual(guessed[name]);
    expect(corrected.nose).toEqual(guessed.nose);
  });

  it('where the shoulders are a guess', () => {
    const read = seen('front', { neckSideBend: 20 });
    const guessed = { ...read, left_shoulder: { ...read.left_shoulder, score: 0 } };
    expect(withoutBias(guessed, 'lightning')).toEqual(guessed);
  });
});
