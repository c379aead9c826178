import { keypointsFrom, otherSide, type KeypointName, type Side } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';

const mirroredName = (name: KeypointName): KeypointName => {
  const [side, part] = name.split('_') as [Side, string | undefined];
  return part ? (`${otherSide(side)}_${part}` as KeypointName) : name;
};

/** A pose as a mirror shows it: left is right, in the picture and in the names. */
export const mirror = (pose: TimedPose): TimedPose => ({
  ...pose,
  keypoints: keypointsFrom((name) => {
    const { x, y, score } = pose.keypoints[mirroredName(name)];
    return { x: pose.frame.width - x, y, score };
  }),
});
