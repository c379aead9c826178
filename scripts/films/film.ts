import type { Camera } from '../../src/engine/figure/camera.ts';
import type { Keyframe, Performance } from '../../src/engine/figure/performance.ts';
import { scriptOf } from '../../src/engine/figure/performance.ts';
import { keypointsFrom } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { posesThrough } from '../../src/engine/figure/camera.ts';
import { poseBody } from '../../src/engine/figure/body.ts';
import { adult } from '../../src/engine/figure/proportions.ts';
import { millis, type Millis } from '../../src/engine/units.ts';
import type { looks } from '../../src/stage/look.ts';

/** A film to be drawn: plain data, so that its content names its file. */
export interface Film {
  readonly name: string;
  readonly camera: Camera;
  readonly look: keyof typeof looks;
  readonly framesPerSecond: number;
  readonly keyframes: readonly Keyframe[];
  /** A strip of the picture that something stands before, as a desk does: from and to as shares of its height. */
  readonly covered?: { readonly from: number; readonly to: number };
}

/** What happens in a film. */
export const performanceIn = (film: Film): Performance => scriptOf(film.keyframes);

/** When each frame was taken, ms. */
export const timesOf = (film: Film): readonly Millis[] => {
  const step = 1000 / film.framesPerSecond;
  return Array.from({ length: Math.floor(performanceIn(film).duration / step) }, (_, index) => millis(index * step));
};

/** The noise-free keypoints of each frame: what the film is measured against; what is covered has score 0. */
export const truthOf = (film: Film): readonly TimedPose[] => {
  const { stanceAt } = performanceIn(film);
  return timesOf(film).map((at) => uncovered(posesThrough(poseBody(stanceAt(at), adult), film.camera, at), film));
};

const uncovered = (pose: TimedPose, { covered }: Film): TimedPose => {
  if (!covered) return pose;
  const { height } = pose.frame;
  const isCovered = (y: number): boolean => y >= covered.from * height && y <= covered.to * height;
  const keypoints = keypointsFrom((name) => {
    const keypoint = pose.keypoints[name];
    return isCovered(keypoint.y) ? { ...keypoint, score: 0 } : keypoint;
  });
  return { ...pose, keypoints };
};
