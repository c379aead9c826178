import type { Side } from '../pose/keypoints.ts';
import { degreesOf } from '../units.ts';
import { upperArmDirection } from './arm.ts';
import {
  armAngles,
  bodyNumbers,
  forSides,
  recordOf,
  type FullArm,
  type FullJointAngles,
  type HandPath,
} from './full-joint-angles.ts';
import { slerp } from './vector.ts';

/** Minimum-jerk easing of a share of time (0-1): speed and acceleration are 0 at both ends (Flash & Hogan 1985). */
export const easeMinimumJerk = (share: number): number => share ** 3 * (10 - 15 * share + 6 * share ** 2);

const linear = (from: number, to: number, share: number): number => from + (to - from) * share;

type Elevation = Pick<FullArm, 'shoulderElevation' | 'elevationPlane'>;

/** Below this elevation, degrees, an arm hangs so straight that its plane is meaningless. */
const hanging = 0.5;

/**
 * Interpolates the upper arm on the great circle between two directions; a hanging arm takes the plane of the other
 * end.
 */
const elevationBetween = (from: FullArm, to: FullArm, share: number): Elevation => {
  const fromHangs = Math.abs(from.shoulderElevation) < hanging;
  const toHangs = Math.abs(to.shoulderElevation) < hanging;
  const samePlane = from.elevationPlane === to.elevationPlane;
  if (fromHangs || toHangs || samePlane) {
    return {
      shoulderElevation: linear(from.shoulderElevation, to.shoulderElevation, share),
      elevationPlane: fromHangs ? to.elevationPlane : from.elevationPlane,
    };
  }
  const direction = (arm: FullArm) => upperArmDirection('left', arm.shoulderElevation, arm.elevationPlane);
  const [x, y, z] = slerp(direction(from), direction(to), share, [0, 0, 1]);
  const outwards = Math.sqrt(x * x + z * z);
  return { shoulderElevation: degreesOf(Math.atan2(outwards, -y)), elevationPlane: degreesOf(Math.atan2(z, x)) };
};

const isUnderway = ({ from, to }: HandPath): boolean => from !== to;

/** The position on a path, 0-1, of a hand that rests at one of its goals or moves between them. */
const shareAlong = (path: Pick<HandPath, 'from' | 'to'>, hand: HandPath): number =>
  isUnderway(hand) ? hand.share : hand.to === path.from ? 0 : 1;

/** Interpolates between two hands: on the path from goal to goal, or further along the path that one of them is on. */
const handBetween = (from: HandPath, to: HandPath, share: number): HandPath => {
  const path = [from, to].find(isUnderway) ?? { from: from.to, to: to.to };
  return { from: path.from, to: path.to, share: linear(shareAlong(path, from), shareAlong(path, to), share) };
};

const armBetween = (from: FullArm, to: FullArm, share: number): FullArm => ({
  ...recordOf(armAngles, (angle) => linear(from[angle], to[angle], share)),
  ...elevationBetween(from, to, share),
  hand: handBetween(from.hand, to.hand, share),
});

/**
 * Joint angles a `share` (0-1) of the way from one posture to another; the hands are at their goals or on the path
 * between them.
 */
export const jointAnglesBetween = (from: FullJointAngles, to: FullJointAngles, share: number): FullJointAngles => {
  if (share <= 0) return from;
  if (share >= 1) return to;
  return {
    ...recordOf(bodyNumbers, (name) => linear(from[name], to[name], share)),
    arms: forSides((side: Side) => armBetween(from.arms[side], to.arms[side], share)),
  };
};
