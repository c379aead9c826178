import { briefingCamera } from '../../src/engine/figure/camera.ts';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
import { keypointsFrom } from '../../src/engine/pose/keypoints.ts';
import type { FrameSize, TimedPose } from '../../src/engine/pose/pose.ts';
import { seconds } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import type { Film } from '../films/film.ts';

/** The sizes of a camera's picture that are measured, by their names in the tables. */
export const cameraSizes = {
  '480p': { width: 640, height: 480 },
  '720p': { width: 1280, height: 720 },
} as const satisfies Readonly<Record<string, FrameSize>>;

/** The name of a camera's size. */
export type CameraSize = keyof typeof cameraSizes;

/** The names of the sizes, the smaller one first. */
export const cameraSizeNames: readonly CameraSize[] = ['480p', '720p'];

/**
 * The film that everything is measured on: the figure does two butterflies. Ten pictures a second, of which a webcam shows
 * each three times with other noise.
 */
export const speedFilm: Film = {
  name: 'speed-480p',
  camera: { ...briefingCamera('front'), frame: cameraSizes['480p'] },
  look: 'teal',
  framesPerSecond: 10,
  keyframes: keyframesOf(butterfly.motion, { repetitions: 2, hold: seconds(3) }),
};

/** Where the drawn picture lies in the picture of a camera: its scale, and its left edge in pixels. */
export const placeIn = (size: CameraSize): { readonly scale: number; readonly left: number } => {
  const { width, height } = cameraSizes[size];
  const scale = height / speedFilm.camera.frame.height;
  return { scale, left: (width - speedFilm.camera.frame.width * scale) / 2 };
};

/** A true pose of the film, in the picture of a camera of that size. */
export const truthAt = (size: CameraSize, { at, keypoints }: TimedPose): TimedPose => {
  const { scale, left } = placeIn(size);
  return {
    at,
    frame: cameraSizes[size],
    keypoints: keypointsFrom((name) => {
      const { x, y, score } = keypoints[name];
      return { x: left + x * scale, y: y * scale, score };
    }),
  };
};
