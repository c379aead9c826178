import type { Side } from '../pose/keypoints.ts';
import { signOf } from './arm.ts';
import type { FullJointAngles } from './full-joint-angles.ts';
import { hipsOf, movedBy } from './hips.ts';
import { hipHeightOf, kneeHalfGapOf, kneesAheadOf, type Proportions } from './proportions.ts';
import { reach } from './reach.ts';
import { add, normalize, subtract, type Vector3 } from './vector.ts';

/** One leg of a body, metres. */
export interface Leg {
  readonly hip: Vector3;
  readonly knee: Vector3;
  readonly ankle: Vector3;
  readonly toe: Vector3;
}

/** The position of the ankle along the foot, as a share from the heel. */
const heelShare = 0.28;

const sittingLeg = (side: Side, proportions: Proportions): Leg => {
  const { hipHalfWidth, thigh, ankleHeight, foot } = proportions;
  const x = signOf(side) * kneeHalfGapOf(proportions);
  const height = hipHeightOf(proportions);
  const ahead = kneesAheadOf(proportions);
  return {
    hip: [signOf(side) * hipHalfWidth, height, 0],
    knee: [x, height, ahead],
    ankle: [x, ankleHeight, ahead],
    toe: [x, 0, thigh + foot * (1 - heelShare)],
  };
};

/** The knee of a leg whose hip has risen; it bends in the direction of the sitting thigh. */
const risenKnee = (hip: Vector3, ankle: Vector3, sitting: Leg, { thigh, shank }: Proportions): Vector3 => {
  const forwards = normalize(subtract(sitting.knee, sitting.hip));
  return reach(hip, ankle, { upper: thigh, lower: shank }, forwards, forwards).elbow;
};

/**
 * Computes one leg of a body that sits, stands or rises: the foot stays on the floor where the sitter's is, moved with
 * the body.
 */
export const poseLeg = (side: Side, jointAngles: FullJointAngles, proportions: Proportions): Leg => {
  const sitting = sittingLeg(side, proportions);
  const moved = (point: Vector3): Vector3 => add(point, movedBy(jointAngles));
  const hip = add([sitting.hip[0], 0, 0], hipsOf(jointAngles, proportions));
  const ankle = moved(sitting.ankle);
  const knee = jointAngles.rise === 0 ? moved(sitting.knee) : risenKnee(hip, ankle, sitting, proportions);
  return { hip, knee, ankle, toe: moved(sitting.toe) };
};
