import type { Camera } from '../../src/engine/figure/camera.ts';
import type { Keyframe, Performance } from '../../src/engine/figure/performance.ts';
import { scriptOf } from '../../src/engine/figure/performance.ts';
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
}

/** What happens in a film. */
export const performanceIn = (film: Film): Performance => scriptOf(film.keyframes);

/** When each frame was taken, ms. */
export const timesOf = (film: Film): readonly Millis[] => {
  const step = 1000 / film.framesPerSecond;
  return Array.from({ length: Math.floor(performanceIn(film).duration / step) }, (_, index) => millis(index * step));
};

/** The noise-free keypoints of each frame: what the film is measured against. */
export const truthOf = (film: Film): readonly TimedPose[] => {
  const { stanceAt } = performanceIn(film);
  return timesOf(film).map((at) => posesThrough(poseBody(stanceAt(at), adult), film.camera, at));
};
