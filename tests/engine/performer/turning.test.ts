import { describe, expect, it } from 'vitest';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough } from '../../../src/engine/figure/camera.ts';
import { completeJointAngles } from '../../../src/engine/figure/full-joint-angles.ts';
import { easyRest } from '../../../src/engine/figure/perform.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { cameraOn, seenFrom, turnTo } from '../../../src/engine/performer/turning.ts';
import { keypointNames } from '../../../src/engine/pose/keypoints.ts';
import { millis } from '../../../src/engine/units.ts';

const body = poseBody(completeJointAngles(easyRest), adult);

describe.each([
  ['front', 'side'],
  ['side', 'front'],
] as const)('turning from the %s to the %s', (from, to) => {
  const turning = turnTo(seenFrom(from), to, millis(1000));
  const seenAt = (at: number) => posesThrough(body, cameraOn(turning, millis(at)), millis(0)).keypoints;

  it('begins and ends before the cameras of the briefings', () => {
    const before = posesThrough(body, briefingCamera(from), millis(0)).keypoints;
    for (const name of keypointNames) {
      expect(seenAt(1000)[name].x).toBeCloseTo(before[name].x, 6);
      expect(seenAt(1000)[name].y).toBeCloseTo(before[name].y, 6);
    }
    expect(cameraOn(turning, millis(2500))).toEqual(briefingCamera(to));
  });

  it('is smooth: nothing moves by more than 3 pixels in 10 ms', () => {
    for (let at = 990; at < 2600; at += 10) {
      const [before, after] = [seenAt(at), seenAt(at + 10)];
      for (const name of keypointNames)
        expect(Math.hypot(after[name].x - before[name].x, after[name].y - before[name].y)).toBeLessThan(3);
    }
  });

  it('does not begin again where the figure already faces that way', () => {
    expect(turnTo(turning, to, millis(1500))).toBe(turning);
    expect(turnTo(seenFrom(from), from, millis(1500)).to).toBe(from);
  });
});
