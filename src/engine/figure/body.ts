import type { Side } from '../pose/keypoints.ts';
import { poseArm, signOf, type Arm } from './arm.ts';
import { poseFace, type Face } from './face.ts';
import { completeStance, forSides, isComplete, type FullStance } from './full-stance.ts';
import { hipHeightOf, type Proportions } from './proportions.ts';
import type { Stance } from './stance.ts';
import { poseTrunk, type Trunk } from './trunk.ts';
import type { Vector3 } from './vector.ts';

/** One leg of a body that sits, metres. */
export interface Leg {
  readonly hip: Vector3;
  readonly knee: Vector3;
  readonly ankle: Vector3;
  readonly toe: Vector3;
}

/** A sitting body in the world: every joint and frame that is needed to draw it or to see it through a camera, metres. */
export interface Body extends Trunk {
  readonly proportions: Proportions;
  readonly face: Face;
  readonly arms: Readonly<Record<Side, Arm>>;
  readonly legs: Readonly<Record<Side, Leg>>;
}

/** How much further apart the knees of a sitting person are than the hips. */
const kneesApart = 1.25;

/** Where along the foot the ankle stands, from the heel. */
const heelShare = 0.28;

const sittingLeg = (side: Side, proportions: Proportions): Leg => {
  const { hipHalfWidth, thigh, ankleHeight, foot } = proportions;
  const x = signOf(side) * hipHalfWidth;
  const height = hipHeightOf(proportions);
  return {
    hip: [x, height, 0],
    knee: [x * kneesApart, height, Math.sqrt(thigh ** 2 - (x * (kneesApart - 1)) ** 2)],
    ankle: [x * kneesApart, ankleHeight, Math.sqrt(thigh ** 2 - (x * (kneesApart - 1)) ** 2)],
    toe: [x * kneesApart, 0, thigh + foot * (1 - heelShare)],
  };
};

/** The body of a sitting person in a stance: forward kinematics from the hips up, feet on the floor. */
export const poseBody = (stance: Stance | FullStance, proportions: Proportions): Body => {
  const full = isComplete(stance) ? stance : completeStance(stance);
  const trunk = poseTrunk(full, proportions);
  return {
    proportions,
    ...trunk,
    face: poseFace(trunk.head, proportions),
    arms: forSides((side) => poseArm(side, full.arms[side], trunk, proportions)),
    legs: forSides((side) => sittingLeg(side, proportions)),
  };
};
