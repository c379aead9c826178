import * as v from 'valibot';
import { filmTime, type FilmTime } from '../units.ts';
import { keypointNames, keypointsFrom } from './keypoints.ts';
import { isSameSize, type FrameSize, type TimedPose } from './pose.ts';

const number = v.pipe(v.number(), v.finite());

const sizeSchema = v.object({ width: number, height: number });

/**
 * The schema of a recording of keypoints (never of pictures): the size of the picture, pixels, and for each frame its
 * time, ms, and x, y (pixels) and score (0-1) of the 17 keypoints in MoveNet's order. A frame of another size than the
 * recording's carries its own. A replay gives the identical result.
 */
export const recordingSchema = v.object({
  version: v.literal(1),
  frame: sizeSchema,
  frames: v.array(
    v.object({
      at: number,
      frame: v.exactOptional(sizeSchema),
      keypoints: v.pipe(v.array(v.tuple([number, number, number])), v.length(keypointNames.length)),
    }),
  ),
});

/** A recording of keypoints. */
export type Recording = v.InferOutput<typeof recordingSchema>;

const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;

/**
 * Records poses: coordinates to a tenth of a pixel, scores to a thousandth. The size of the recording is that of its
 * first picture.
 */
export const recordingOf = (poses: readonly TimedPose<number>[]): Recording => {
  const size: FrameSize = poses[0]?.frame ?? { width: 0, height: 0 };
  return {
    version: 1,
    frame: size,
    frames: poses.map(({ at, frame, keypoints }) => ({
      at: rounded(at, 3),
      ...(isSameSize(frame, size) ? {} : { frame }),
      keypoints: keypointNames.map((name): [number, number, number] => {
        const { x, y, score } = keypoints[name];
        return [rounded(x, 1), rounded(y, 1), rounded(score, 3)];
      }),
    })),
  };
};

/** The poses of a recording. */
export const posesIn = (recording: Recording): readonly TimedPose<FilmTime>[] =>
  recording.frames.map(({ at, frame = recording.frame, keypoints }) => ({
    at: filmTime(at),
    frame,
    keypoints: keypointsFrom((_, index) => {
      const [x, y, score] = keypoints[index] ?? [0, 0, 0];
      return { x, y, score };
    }),
  }));
