import fc from 'fast-check';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { viewOf } from '../../src/engine/rules/plan.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import type { Performance } from '../../src/engine/figure/performance.ts';
import { proportionsOf, shoulderHeightOf } from '../../src/engine/figure/proportions.ts';
import { keypointsFrom } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { millis, seconds } from '../../src/engine/units.ts';
import { rangeIn, type Play } from './play.ts';

/** A correct performance by some body before some camera inside the briefing's range. */
export interface RandomPerformance {
  readonly performance: Performance;
  readonly play: Play;
}

/** The same body in the middle of a picture twice as wide and high: no keypoint is outside it. */
const inLargerPicture = (pose: TimedPose): TimedPose => {
  const { width, height } = pose.frame;
  const keypoints = keypointsFrom((name) => {
    const { x, y, score } = pose.keypoints[name];
    return { x: x + width / 2, y: y + height / 2, score };
  });
  return { ...pose, keypoints, frame: { width: 2 * width, height: 2 * height } };
};

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Options that the performances have in common. */
export interface Common {
  readonly practice?: boolean;
  /** Frames a second to choose from. */
  readonly rates?: readonly [number, ...number[]];
}

/**
 * 1.8-2.2 m, lens within 0.15 m of the shoulder, yaw and pitch within 15 degrees, 40-55 degrees of vertical field of
 * view.
 */
export const correctPerformances = (
  exercise: Exercise,
  repetitions: number,
  { practice = rangeIn(exercise, {}).is === 'practice', rates = [10, 15, 24] }: Common = {},
): fc.Arbitrary<RandomPerformance> =>
  fc
    .record({
      stature: within(1.5, 1.95),
      distance: within(1.8, 2.2),
      lens: within(-0.15, 0.15),
      yaw: within(-15, 15),
      pitch: within(-15, 15),
      fieldOfView: within(40, 55),
      facing: fc.constantFrom('left' as const, 'right' as const),
      slower: within(1, 1.5),
      lowering: within(1, 1.3),
      amplitude: within(0.97, 1.03),
      hold: within(3.4, 4.4),
      framesPerSecond: fc.constantFrom(...rates),
    })
    .map((chosen) => {
      const proportions = proportionsOf(chosen.stature);
      const { tempo } = exercise.motion;
      const isHeld = exercise.prescription.hold !== undefined;
      const { distance, yaw, pitch, fieldOfView, framesPerSecond, facing } = chosen;
      const height = shoulderHeightOf(proportions) + chosen.lens;
      return {
        performance: performanceOf(exercise.motion, {
          repetitions,
          practice,
          settle: seconds(4.9),
          calm: seconds(practice || exercise.motion.start !== undefined ? 5 : 8.5),
          hold: isHeld ? seconds(chosen.hold) : undefined,
          amplitude: chosen.amplitude,
          variation: { tempo: { out: tempo.out * chosen.slower, back: tempo.back * chosen.lowering } },
        }),
        play: {
          proportions,
          framesPerSecond,
          reps: repetitions,
          ...(practice ? { range: { is: 'practice' as const } } : {}),
          ...(isHeld ? { hold: millis(3000) } : {}),
          through: inLargerPicture,
          camera: { distance, height, yaw, pitch, fieldOfView, ...(viewOf(exercise) === 'side' ? { facing } : {}) },
        },
      };
    });
