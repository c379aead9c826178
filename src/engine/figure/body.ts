import type { Side } from '../pose/keypoints.ts';
import { poseArm, type Arm } from './arm.ts';
import { poseFace, type Face } from './face.ts';
import { completeJointAngles, forSides, isComplete, type FullJointAngles } from './full-joint-angles.ts';
import { poseLeg, type Leg } from './leg.ts';
import type { Proportions } from './proportions.ts';
import type { JointAngles } from './joint-angles.ts';
import { poseTrunk, type Trunk } from './trunk.ts';

/** A body in the world: every joint and frame needed to draw it or to project it through a camera, metres. */
export interface Body extends Trunk {
  readonly proportions: Proportions;
  readonly face: Face;
  readonly arms: Readonly<Record<Side, Arm>>;
  readonly legs: Readonly<Record<Side, Leg>>;
}

/** Computes the body of a person from joint angles: forward kinematics from the hips up, feet on the floor. */
export const poseBody = (jointAngles: JointAngles | FullJointAngles, proportions: Proportions): Body => {
  const full = isComplete(jointAngles) ? jointAngles : completeJointAngles(jointAngles);
  const trunk = poseTrunk(full, proportions);
  return {
    proportions,
    ...trunk,
    face: poseFace(trunk.head, proportions),
    arms: forSides((side) => poseArm(side, full.arms[side], trunk, proportions)),
    legs: forSides((side) => poseLeg(side, full, proportions)),
  };
};
