import type { Side } from '../pose/keypoints.ts';
import { armAngles, completeJointAngles } from './full-joint-angles.ts';
import type { JointAngles } from './joint-angles.ts';
import type { Motion } from './motion.ts';

/** The motion with one arm alone: the other arm stays as at rest. */
export const ofOneArm = (motion: Motion, arm: Side): Motion => {
  const other: Side = arm === 'left' ? 'right' : 'left';
  const resting = completeJointAngles(motion.rest ?? {}).arms[other];
  const stays = Object.fromEntries(armAngles.map((angle) => [angle, resting[angle]]));
  const withOtherAtRest = (angles: JointAngles): JointAngles => ({
    ...angles,
    [other]: { ...stays, hand: resting.hand.to },
  });
  return {
    ...motion,
    ...(motion.start ? { start: withOtherAtRest(motion.start) } : {}),
    ends: motion.ends.map(withOtherAtRest),
  };
};
