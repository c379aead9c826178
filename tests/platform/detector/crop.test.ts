import { describe, expect, it } from 'vitest';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough } from '../../../src/engine/figure/camera.ts';
import type { Camera } from '../../../src/engine/figure/camera.ts';
import type { Motion } from '../../../src/engine/figure/motion.ts';
import { performanceOf } from '../../../src/engine/figure/perform.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { keypointNames, keypointsFrom, noKeypoints } from '../../../src/engine/pose/keypoints.ts';
import type { Keypoint, KeypointName, Keypoints } from '../../../src/engine/pose/keypoints.ts';
import { millis, seconds } from '../../../src/engine/units.ts';
import { butterfly } from '../../../src/exercises/butterfly.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { cropAfter, wholeOf } from '../../../src/platform/detector/worker/crop.ts';
import type { Crop } from '../../../src/platform/detector/worker/crop.ts';

const lowerBody = /hip|knee|ankle/;

/** The keypoints with each one changed. */
const changed = (keypoints: Keypoints, change: (keypoint: Keypoint, name: KeypointName) => Keypoint): Keypoints =>
  keypointsFrom((name) => change(keypoints[name], name));

const unseen = (keypoints: Keypoints, names: RegExp): Keypoints =>
  changed(keypoints, (keypoint, name) => (names.test(name) ? { x: 0, y: 0, score: 0 } : keypoint));

/** The keypoints of a motion, ten a second. */
const performed = (motion: Motion, camera: Camera): readonly Keypoints[] => {
  const { duration, jointAnglesAt } = performanceOf(motion, { repetitions: 1, calm: seconds(1), settle: seconds(1) });
  return Array.from(
    { length: Math.floor(duration / 100) },
    (_, frame) =>
      posesThrough(poseBody(jointAnglesAt(millis(frame * 100)), adult), camera, millis(frame * 100), { clip: true })
        .keypoints,
  );
};

/** A user who sits with the arms beside the body. */
const resting = (camera: Camera): Keypoints =>
  posesThrough(poseBody(cheer.motion.rest ?? {}, adult), camera, millis(0)).keypoints;

/** The crop after each of the frames. */
const followed = (frames: readonly Keypoints[], camera: Camera): readonly (Crop | undefined)[] => {
  const crops: (Crop | undefined)[] = [];
  for (const keypoints of frames) crops.push(cropAfter(keypoints, camera.frame, crops.at(-1)));
  return crops;
};

const isWithin = ({ x, y }: Keypoint, crop: Crop): boolean =>
  x >= crop.x && x <= crop.x + crop.size && y >= crop.y && y <= crop.y + crop.size;

/** The keypoints above the hips that have left the crop of the frame before. */
const lostOf = (frames: readonly Keypoints[], camera: Camera): readonly string[] => {
  const crops = followed(frames, camera);
  return frames.flatMap((keypoints, frame) =>
    keypointNames
      .filter((name) => !lowerBody.test(name) && keypoints[name].score > 0)
      .filter((name) => !isWithin(keypoints[name], crops[frame - 1] ?? wholeOf(camera.frame)))
      .map((name) => `${name} in frame ${frame}`),
  );
};

const front = briefingCamera('front');
const side = briefingCamera('side');
const cheerFromFront = performed(cheer.motion, front);
const still = resting(front);

const cropOf = (keypoints: Keypoints, before?: Crop, frame = front.frame): Crop => {
  const crop = cropAfter(keypoints, frame, before);
  if (crop === undefined) throw new Error('Nobody is known.');
  return crop;
};

/** The crop once it no longer changes. */
const settled = (keypoints: Keypoints, frame = front.frame): Crop => {
  let crop = cropOf(keypoints, undefined, frame);
  for (let times = 0; times < 30; times += 1) crop = cropOf(keypoints, crop, frame);
  return crop;
};

const middleOf = ({ x, y, size }: Crop) => ({ x: x + size / 2, y: y + size / 2 });

describe('the crop', () => {
  it.each([
    ['cheer', 'front', cheer.motion, front],
    ['cheer', 'side', cheer.motion, side],
    ['butterfly', 'front', butterfly.motion, front],
    ['butterfly', 'side', butterfly.motion, side],
    ['cheer', 'front, near', cheer.motion, { ...front, distance: 1.15, height: 1.2 }],
    ['cheer', 'side, far', cheer.motion, { ...side, distance: 3 }],
    ['cheer', 'front, wide', cheer.motion, { ...front, frame: { width: 640, height: 360 } }],
  ] as const)(
    'follows the %s from the %s with hips hidden and seen, ten frames a second',
    (_, _view, motion, camera) => {
      const frames = performed(motion, camera);
      expect(lostOf(frames, camera)).toEqual([]);
      expect(
        lostOf(
          frames.map((keypoints) => unseen(keypoints, lowerBody)),
          camera,
        ),
      ).toEqual([]);
    },
  );

  it('shows a person with hidden hips about as large, and in the same place, as one whose hips are seen', () => {
    const [seen, hidden] = [settled(still), settled(unseen(still, lowerBody))];
    expect(seen.size).toBeLessThan(0.9 * wholeOf(front.frame).size);
    expect(hidden.size / seen.size).toBeGreaterThan(0.85);
    expect(hidden.size / seen.size).toBeLessThan(1.15);
    expect(Math.abs(middleOf(hidden).x - middleOf(seen).x)).toBeLessThan(0.02 * seen.size);
    expect(Math.abs(middleOf(hidden).y - middleOf(seen).y)).toBeLessThan(0.1 * seen.size);
  });

  it('puts the hips into its middle where they are seen', () => {
    const { x, y } = middleOf(settled(still));
    expect(x).toBeCloseTo((still.left_hip.x + still.right_hip.x) / 2, 3);
    expect(y).toBeCloseTo((still.left_hip.y + still.right_hip.y) / 2, 3);
  });

  it('uses one shoulder, or the head alone once the size is known', () => {
    const before = settled(unseen(still, lowerBody));
    for (const names of [/hip|knee|ankle|right_(shoulder|elbow|wrist)/, /hip|knee|ankle|shoulder|elbow|wrist/]) {
      const crop = cropOf(unseen(still, names), before);
      expect(isWithin(still.nose, crop)).toBe(true);
      expect(isWithin(still.left_wrist, crop)).toBe(true);
    }
  });

  it('uses the width of the shoulders where the head is hidden', () => {
    const { size } = settled(unseen(still, /nose|eye|ear|hip|knee|ankle/));
    expect(size / settled(still).size).toBeGreaterThan(0.75);
    expect(size / settled(still).size).toBeLessThan(1.1);
  });

  it('is the whole picture while no person is known', () => {
    expect(cropAfter(noKeypoints, front.frame, undefined)).toBeUndefined();
    expect(cropAfter(noKeypoints, front.frame, settled(still))).toBeUndefined();
    expect(cropAfter(unseen(still, /nose|ear|shoulder/), front.frame, settled(still))).toBeUndefined();
    const faint = changed(still, (keypoint) => ({ ...keypoint, score: 0.2 }));
    expect(cropAfter(faint, front.frame, settled(still))).toBeUndefined();
    expect(wholeOf({ width: 640, height: 360 })).toEqual({ x: 0, y: -140, size: 640 });
  });

  it.each([-300, 0, 300])(
    'is never larger than the whole picture, and then contains it (moved by %s pixels)',
    (shift) => {
      const near = { ...front, distance: 0.7 };
      for (const pose of performed(cheer.motion, near)) {
        const moved = changed(pose, (keypoint) => ({ ...keypoint, x: keypoint.x + shift, y: keypoint.y + shift }));
        for (const frame of [near.frame, { width: near.frame.height, height: near.frame.width }]) {
          const { x, y, size } = cropOf(moved, undefined, frame);
          expect(size).toBe(480);
          expect(Math.max(x, y)).toBeLessThanOrEqual(0);
          expect(x + size).toBeGreaterThanOrEqual(frame.width);
          expect(y + size).toBeGreaterThanOrEqual(frame.height);
        }
      }
    },
  );

  it('grows steadily into the whole picture while the user comes closer', () => {
    const crops = Array.from({ length: 100 }, (_, step) => {
      return cropOf(resting({ ...front, distance: 2.2 - step / 100 }));
    });
    expect(crops.at(-1)?.size).toBe(480);
    for (const [step, crop] of crops.entries()) {
      const before = crops[step - 1] ?? crop;
      expect(Math.abs(crop.y - before.y)).toBeLessThan(10);
      expect(Math.abs(crop.size - before.size)).toBeLessThan(10);
    }
  });

  it('does not jump after one keypoint that is read far away, nor after a whole person', () => {
    const distant = resting({ ...front, distance: 3.5 });
    const before = settled(distant);
    const astray = changed(distant, (keypoint, name) => (name === 'left_wrist' ? { ...keypoint, x: -5000 } : keypoint));
    const far = changed(distant, (keypoint) => ({ ...keypoint, x: keypoint.x / 4, y: keypoint.y / 4 }));
    for (const keypoints of [astray, far]) {
      const crop = cropOf(keypoints, before);
      expect(crop.size / before.size).toBeGreaterThanOrEqual(0.799);
      expect(crop.size / before.size).toBeLessThanOrEqual(1.251);
      expect(Math.abs(middleOf(crop).x - middleOf(before).x)).toBeLessThanOrEqual(0.251 * before.size);
      expect(Math.abs(middleOf(crop).y - middleOf(before).y)).toBeLessThanOrEqual(0.251 * before.size);
      expect(isWithin(distant.nose, crop)).toBe(true);
    }
  });

  it('is the same part of a picture with twice the pixels', () => {
    const frame = { width: 2 * front.frame.width, height: 2 * front.frame.height };
    const doubled = (keypoints: Keypoints): Keypoints =>
      changed(keypoints, ({ x, y, score }) => ({ x: 2 * x, y: 2 * y, score }));
    const small = followed(cheerFromFront, front);
    const large = followed(cheerFromFront.map(doubled), { ...front, frame });
    for (const [index, crop] of small.entries()) {
      expect(large[index]?.x).toBeCloseTo(2 * (crop?.x ?? NaN), 6);
      expect(large[index]?.y).toBeCloseTo(2 * (crop?.y ?? NaN), 6);
      expect(large[index]?.size).toBeCloseTo(2 * (crop?.size ?? NaN), 6);
    }
  });
});
