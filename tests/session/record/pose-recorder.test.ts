import { expect, it } from 'vitest';
import { keypointsFrom } from '../../../src/engine/pose/keypoints.ts';
import { recordingOf } from '../../../src/engine/pose/recording.ts';
import type { TimedPose } from '../../../src/engine/pose/pose.ts';
import { sourceTime, type SourceTime } from '../../../src/engine/units.ts';
import { PoseRecorder } from '../../../src/session/record/pose-recorder.ts';

/** A pose of a long session in a picture whose size changes on the way, with more digits than are recorded. */
const poseAt = (frame: number): TimedPose<SourceTime> => {
  const isTurned = frame >= 1500 && frame < 1700;
  return {
    at: sourceTime(3_600_000 + frame * 33.366_7),
    frame: isTurned ? { width: 288, height: 3840 } : { width: 3840, height: 288 },
    keypoints: keypointsFrom((_, index) => ({
      x: (frame * 7.13 + index * 221.77) % 3840,
      y: 288 - ((frame * 3.7 + index) % 288.5),
      score: (frame * 0.000_37 + index * 0.061) % 1,
    })),
    hasSpared: frame % 3 === 1,
  };
};

it('returns each recorded pose to a tenth of a pixel, a thousandth of a score and a microsecond', () => {
  const poses = Array.from({ length: 3000 }, (_, frame) => poseAt(frame));
  const recorder = new PoseRecorder();
  for (const pose of poses) recorder.take(pose);
  expect(recorder.recording).toEqual(recordingOf(poses));
});
