import { keyframesOf } from '../../src/engine/figure/perform.ts';
import type { Keyframe } from '../../src/engine/figure/performance.ts';
import type { JointAngles } from '../../src/engine/figure/joint-angles.ts';
import { millis, seconds } from '../../src/engine/units.ts';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { cheer } from '../../src/exercises/cheer.ts';

const rest: JointAngles = { shoulderElevation: 5, elevationPlane: 90, elbowFlexion: 10 };
const drinking: JointAngles = { ...rest, right: { shoulderElevation: 40, elevationPlane: 70, hand: 'mouth' } };
const scratching: JointAngles = {
  ...rest,
  right: { shoulderElevation: 100, elevationPlane: 30, hand: 'back-of-head' },
};
const leaning: JointAngles = { ...rest, lean: 30 };

const everyday: readonly Keyframe[] = [
  { jointAngles: drinking, takes: millis(1200), stays: seconds(1) },
  { jointAngles: rest, takes: millis(1200), stays: millis(400) },
  { jointAngles: scratching, takes: millis(1000), stays: seconds(1) },
  { jointAngles: rest, takes: millis(1000), stays: millis(400) },
  { jointAngles: leaning, takes: millis(1500), stays: seconds(1) },
  { jointAngles: rest, takes: millis(1500), stays: millis(400) },
];

/** Armed as the exercise asks, then drinking, scratching the head and leaning forward. */
const idleAfter = (exercise: Exercise): readonly Keyframe[] => {
  const armed = keyframesOf(exercise.motion, { repetitions: 0 });
  return [...armed.slice(0, -1), { jointAngles: rest, takes: millis(1500), stays: millis(500) }, ...everyday];
};

/** For the front view: after the butterfly's start posture. */
export const idleFront = idleAfter(butterfly);

/** For the side view: after the calm seconds of the cheer. */
export const idleSide = idleAfter(cheer);
