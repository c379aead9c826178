import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { viewOf } from '../../src/engine/rules/plan.ts';
import { poseBody } from '../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough, type Camera } from '../../src/engine/figure/camera.ts';
import { performanceOf, type PerformanceOptions } from '../../src/engine/figure/perform.ts';
import type { Performance } from '../../src/engine/figure/performance.ts';
import { adult, type Proportions } from '../../src/engine/figure/proportions.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { filmTime, type FilmTime, millis, seconds } from '../../src/engine/units.ts';
import { coach, eventsOf, rangeIn, type Asked, type Played } from '../../scripts/films/coach.ts';

/** How a performance is filmed and what is asked of it. */
export interface Play extends Asked {
  readonly camera?: Partial<Camera>;
  readonly proportions?: Proportions;
  /** By default 15: no more are judged of a camera's pictures while the user moves. */
  readonly framesPerSecond?: number;
  readonly clip?: boolean;
}

/** The true poses of a performance before a camera. */
export const filmed = (
  exercise: Exercise,
  performance: Performance,
  play: Play = {},
): readonly TimedPose<FilmTime>[] => {
  const camera: Camera = { ...briefingCamera(play.view ?? viewOf(exercise)), ...play.camera };
  const step = 1000 / (play.framesPerSecond ?? 15);
  return Array.from({ length: Math.floor(performance.duration / step) + 1 }, (_, index) => {
    const at = filmTime(index * step);
    const body = poseBody(performance.jointAnglesAt(at), play.proportions ?? adult);
    return posesThrough(body, camera, at, { clip: play.clip ?? false });
  });
};

/** Plays an exercise's own motion on the figure's true keypoints, with a practice first where one is asked for, and coaches it. */
export const perform = (exercise: Exercise, options: PerformanceOptions, play: Play = {}): Played => {
  const practice = rangeIn(exercise, play).is === 'practice';
  return coach(exercise, filmed(exercise, performanceOf(exercise.motion, { practice, ...options }), play), play);
};

export { coach, eventsOf, millis, rangeIn, seconds, type Played };
