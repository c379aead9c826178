import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { briefingCamera, focalLengthOf, lensOf, posesThrough, project } from '../../../src/engine/figure/camera.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { cross, distance, dot } from '../../../src/engine/figure/vector.ts';
import { keypointNames } from '../../../src/engine/pose/keypoints.ts';
import { millis } from '../../../src/engine/units.ts';

const front = briefingCamera('front');
const side = briefingCamera('side');
const sitting = poseBody({}, adult);
const seen = (camera: typeof front) => posesThrough(sitting, camera, millis(0)).keypoints;

describe('the picture', () => {
  test('has the point before the lens in its middle', () => {
    expect(project(front, [0, front.height, 0])).toEqual({ x: 240, y: 180, depth: 2 });
  });

  test('has its upper edge half the angle of view above the middle', () => {
    const rise = 2 * Math.tan((25 * Math.PI) / 180);
    expect(project(front, [0, front.height + rise, 0]).y).toBeCloseTo(0, 9);
  });

  test('shows a metre at two metres as half the focal length, with square pixels', () => {
    expect(project(front, [1, front.height, 0]).x - 240).toBeCloseTo(focalLengthOf(front) / 2, 9);
    expect(180 - project(front, [0, front.height + 1, 0]).y).toBeCloseTo(focalLengthOf(front) / 2, 9);
  });

  test('of a lens tilted up moves down', () => {
    expect(project({ ...front, pitch: 10 }, [0, front.height, 0]).y).toBeGreaterThan(240);
  });

  test('with an offset shows the person that far to the right', () => {
    expect(project({ ...front, offset: 0.3 }, [0, 1, 0]).x - 240).toBeCloseTo((focalLengthOf(front) * 0.3) / 2, 9);
  });
});

describe('the views', () => {
  test('from the front the left side of the person is on the right of the picture', () => {
    expect(seen(front).left_shoulder.x).toBeGreaterThan(seen(front).right_shoulder.x);
  });

  test.each([
    ['left', -1],
    ['right', 1],
  ] as const)('from the side a person facing %s has the nose on that side', (facing, way) => {
    const { nose, left_ear: ear } = seen({ ...side, facing });
    expect((nose.x - ear.x) * way).toBeGreaterThan(5);
  });

  test('a person turned to their left shows the nose further right', () => {
    const { nose, left_ear, right_ear } = seen({ ...front, yaw: 20 });
    expect(nose.x).toBeGreaterThan((left_ear.x + right_ear.x) / 2 + 2);
  });
});

describe('the true pose', () => {
  test('has all 17 keypoints with score 1 and the frame of the camera', () => {
    const pose = posesThrough(sitting, front, millis(40));
    expect(pose).toMatchObject({ at: 40, frame: front.frame });
    for (const name of keypointNames) expect(pose.keypoints[name].score).toBe(1);
  });

  test('clipped has score 0 outside the picture', () => {
    const { keypoints } = posesThrough(sitting, { ...front, distance: 0.7 }, millis(0), { clip: true });
    expect(keypoints.left_ankle.score).toBe(0);
    expect(keypoints.nose.score).toBe(1);
  });
});

test('a lens has right-handed, orthonormal axes and its distance from the upright axis', () => {
  const degrees = (bound: number) => fc.double({ min: -bound, max: bound, noNaN: true });
  fc.assert(
    fc.property(degrees(180), degrees(60), fc.constantFrom('front' as const, 'side' as const), (yaw, pitch, view) => {
      const { at, right, up, forward } = lensOf({ ...front, view, yaw, pitch });
      expect(distance(cross(right, forward), up)).toBeLessThan(1e-12);
      expect([dot(right, right), dot(up, up), dot(right, up)]).toEqual([
        expect.closeTo(1),
        expect.closeTo(1),
        expect.closeTo(0),
      ]);
      expect(Math.hypot(at[0], at[2])).toBeCloseTo(2, 9);
    }),
  );
});
