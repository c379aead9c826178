import * as v from 'valibot';
import { filmTime, type FilmTime } from '../units.ts';
import { keypointNames, keypointsFrom } from './keypoints.ts';
import { isSameSize, type FrameSize, type TimedPose } from './pose.ts';

const number = v.pipe(v.number(), v.finite());

/** A length in pixels: no picture is larger. */
const pixels = v.pipe(v.number(), v.minValue(0), v.maxValue(100_000));

const sizeSchema = v.object({ width: pixels, height: pixels });

/** x, y (pixels) and score (0-1) of a keypoint. */
type RecordedKeypoint = [x: number, y: number, score: number];

const isKeypoint = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 3 && value.every((one) => Number.isFinite(one));

/** One check for all keypoints: a schema for each of a hundred thousand takes ten times as long. */
const keypointsSchema = v.custom<RecordedKeypoint[]>(
  (value) => Array.isArray(value) && value.length === keypointNames.length && value.every(isKeypoint),
  `Expected ${keypointNames.length} keypoints of three numbers`,
);

const frameSchema = v.object({
  at: number,
  frame: v.exactOptional(sizeSchema),
  keypoints: keypointsSchema,
  hasSpared: v.exactOptional(v.literal(true)),
});

const neverGoesBack = (frames: readonly { readonly at: number }[]): boolean =>
  frames.every(({ at }, index) => at >= (frames[index - 1]?.at ?? at));

/**
 * The schema of a recording of keypoints (never of pictures): the size of the picture, pixels, and for each frame its
 * time, ms, and x, y (pixels) and score (0-1) of the 17 keypoints in MoveNet's order. A frame of another size than the
 * recording's carries its own; `hasSpared`: pictures before it were left out on purpose. Version 1 is the same. A replay
 * gives the identical result.
 */
export const recordingSchema = v.object({
  version: v.picklist([1, 2]),
  frame: sizeSchema,
  frames: v.pipe(
    v.array(frameSchema),
    v.check((frames) => neverGoesBack(frames), 'Expected times that never go back'),
  ),
});

/** A recording of keypoints. */
export type Recording = v.InferOutput<typeof recordingSchema>;

const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;

/**
 * The pose as a recording holds it: the time to a microsecond, coordinates to a tenth of a pixel, scores to a
 * thousandth. What is judged as such is judged again identically in a replay.
 */
export const recordedPose = <At extends number>(pose: TimedPose<At>, timeOf: (at: number) => At): TimedPose<At> => ({
  ...pose,
  at: timeOf(rounded(pose.at, 3)),
  keypoints: keypointsFrom((name) => {
    const { x, y, score } = pose.keypoints[name];
    return { x: rounded(x, 1), y: rounded(y, 1), score: rounded(score, 3) };
  }),
});

/**
 * Records poses, each as in `recordedPose`. The size of the recording is that of its first picture.
 */
export const recordingOf = (poses: readonly TimedPose<number>[]): Recording => {
  const size: FrameSize = poses[0]?.frame ?? { width: 0, height: 0 };
  return {
    version: 2,
    frame: size,
    frames: poses.map((pose) => {
      const { at, frame, keypoints, hasSpared } = recordedPose<number>(pose, (time) => time);
      return {
        at,
        ...(isSameSize(frame, size) ? {} : { frame }),
        keypoints: keypointNames.map((name): RecordedKeypoint => {
          const { x, y, score } = keypoints[name];
          return [x, y, score];
        }),
        ...(hasSpared === true ? { hasSpared } : {}),
      };
    }),
  };
};

/** The poses of a recording. */
export const posesIn = (recording: Recording): readonly TimedPose<FilmTime>[] =>
  recording.frames.map(({ at, frame = recording.frame, keypoints, hasSpared }) => ({
    at: filmTime(at),
    frame,
    keypoints: keypointsFrom((_, index) => {
      const [x, y, score] = keypoints[index] ?? [0, 0, 0];
      return { x, y, score };
    }),
    ...(hasSpared ? { hasSpared } : {}),
  }));
