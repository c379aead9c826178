import type { FullJointAngles } from './full-joint-angles.ts';
import { hipHeightOf, kneesAheadOf, standingHipHeightOf, type Proportions } from './proportions.ts';
import { add, mix, type Vector3 } from './vector.ts';

/** How far the whole body, feet included, is from the place where it sits, metres. */
export const movedBy = ({ aside, ahead }: FullJointAngles): Vector3 => [aside, 0, ahead];

/**
 * The middle of the hips, metres: over the seat, over the ankles, or on the straight line between them by the share
 * risen.
 */
export const hipsOf = (jointAngles: FullJointAngles, proportions: Proportions): Vector3 => {
  const sitting: Vector3 = [0, hipHeightOf(proportions), 0];
  const standing: Vector3 = [0, standingHipHeightOf(proportions), kneesAheadOf(proportions)];
  return add(mix(sitting, standing, jointAngles.rise), movedBy(jointAngles));
};
