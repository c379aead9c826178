import * as v from 'valibot';
import { expect, it } from 'vitest';
import { posesIn, recordingOf, recordingSchema } from '../../../src/engine/pose/recording.ts';
import { keypointsFrom } from '../../../src/engine/pose/keypoints.ts';
import type { FrameSize, TimedPose } from '../../../src/engine/pose/pose.ts';
import { filmTime } from '../../../src/engine/units.ts';

const wide = { width: 384, height: 288 };
const tall = { width: 288, height: 384 };

const poseAt = (at: number, frame: FrameSize): TimedPose<number> => ({
  at: filmTime(at),
  frame,
  keypoints: keypointsFrom(() => ({ x: 10.5, y: 20.5, score: 0.5 })),
});

it('a recording keeps the size of each picture of a film that changes its shape, and returns to it', () => {
  const poses = [poseAt(0, wide), poseAt(100, tall), poseAt(200, tall), poseAt(300, wide)];
  const read = v.parse(recordingSchema, JSON.parse(JSON.stringify(recordingOf(poses))));
  expect(posesIn(read)).toEqual(poses);
});

it('a recording keeps before which poses pictures were left out on purpose: a replay judges tempo by that', () => {
  const poses = [
    poseAt(0, wide),
    { ...poseAt(133, wide), hasSpared: true },
    { ...poseAt(200, wide), hasSpared: false },
  ];
  const read = v.parse(recordingSchema, JSON.parse(JSON.stringify(recordingOf(poses))));
  expect(posesIn(read).map(({ hasSpared = false }) => hasSpared)).toEqual([false, true, false]);
});

it('a recording that has one size, as all earlier ones, has it in every pose', () => {
  const frame = { at: 0, keypoints: Array.from({ length: 17 }, () => [1, 2, 0.5]) };
  const earlier = { version: 1, frame: tall, frames: [frame, { ...frame, at: 40 }] };
  expect(posesIn(v.parse(recordingSchema, earlier)).map((pose) => pose.frame)).toEqual([tall, tall]);
});
