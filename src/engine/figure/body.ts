import type { Side } from '../pose/keypoints.ts';
import { poseArm, type Arm } from './arm.ts';
import { poseFace, type Face } from './face.ts';
import { completeStance, forSides, isComplete, type FullStance } from './full-stance.ts';
import { poseLeg, type Leg } from './leg.ts';
import type { Proportions } from './proportions.ts';
import type { Stance } from './stance.ts';
import { poseTrunk, type Trunk } from './trunk.ts';

/** A body in the world: every joint and frame that is needed to draw it or to see it through a camera, metres. */
export interface Body extends Trunk {
  readonly proportions: Proportions;
  readonly face: Face;
  readonly arms: Readonly<Record<Side, Arm>>;
  readonly legs: Readonly<Record<Side, Leg>>;
}

/** The body of a person in a stance: forward kinematics from the hips up, feet on the floor. */
export const poseBody = (stance: Stance | FullStance, proportions: Proportions): Body => {
  const full = isComplete(stance) ? stance : completeStance(stance);
  const trunk = poseTrunk(full, proportions);
  return {
    proportions,
    ...trunk,
    face: poseFace(trunk.head, proportions),
    arms: forSides((side) => poseArm(side, full.arms[side], trunk, proportions)),
    legs: forSides((side) => poseLeg(side, full, proportions)),
  };
};
