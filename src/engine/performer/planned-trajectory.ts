import { sides } from '../pose/keypoints.ts';
import { millis, type Millis } from '../units.ts';
import { armAngles, bodyNumbers, forSides, type FullJointAngles, type HandPath } from '../figure/full-joint-angles.ts';
import { movementThrough, type Keyframe } from '../figure/performance.ts';

/**
 * A trajectory under way: its first joint angles and the time at which it begins, its keyframes, and the joint angles
 * it leads to.
 */
export interface PlannedTrajectory {
  readonly from: FullJointAngles;
  readonly begins: Millis;
  readonly through: readonly Keyframe[];
  readonly to: FullJointAngles;
}

/** How long a hand takes to leave one path before it can take another, milliseconds. */
const handTakes = millis(600);

const movementOn = ({ from, through }: PlannedTrajectory) =>
  movementThrough([{ jointAngles: from, takes: millis(0), stays: millis(0) }, ...through]);

/** The trajectory of sitting still. */
export const stayingIn = (jointAngles: FullJointAngles, at: Millis): PlannedTrajectory => ({
  from: jointAngles,
  begins: at,
  through: [],
  to: jointAngles,
});

/** The joint angles on a trajectory at one time. */
export const jointAnglesOn = (trajectory: PlannedTrajectory, at: Millis): FullJointAngles =>
  movementOn(trajectory).jointAnglesAt(millis(at - trajectory.begins));

/** The time at which a trajectory ends. */
export const arrivalOf = (trajectory: PlannedTrajectory): Millis =>
  millis(trajectory.begins + movementOn(trajectory).duration);

/** Whether two sets of joint angles are equal, with the same goals of the hands. */
const isSame = (one: FullJointAngles, other: FullJointAngles): boolean =>
  bodyNumbers.every((name) => one[name] === other[name]) &&
  sides.every((side) => {
    const [arm, same] = [one.arms[side], other.arms[side]];
    return arm.hand.to === same.hand.to && armAngles.every((angle) => arm[angle] === same[angle]);
  });

/**
 * Whether a hand is between two goals of which the wanted goal is neither: a hand can only be on one path at a time.
 */
const isElsewhere = (hand: HandPath, { to: goal }: HandPath): boolean =>
  hand.from !== hand.to && hand.from !== goal && hand.to !== goal;

const settled = ({ from, to, share }: HandPath): HandPath => {
  const nearer = share < 0.5 ? from : to;
  return { from: nearer, to: nearer, share: 0 };
};

/** The keyframes before a way: hands on another path first reach its nearer end. */
const before = (present: FullJointAngles, to: FullJointAngles): readonly Keyframe[] => {
  const isAstray = sides.some((side) => isElsewhere(present.arms[side].hand, to.arms[side].hand));
  if (!isAstray) return [];
  const arms = forSides((side) => ({ ...present.arms[side], hand: settled(present.arms[side].hand) }));
  return [{ jointAngles: { ...present, arms }, takes: handTakes, stays: millis(0) }];
};

/** Whether a trajectory leads to these joint angles. */
export const leadsTo = ({ to }: PlannedTrajectory, jointAngles: FullJointAngles): boolean => isSame(to, jointAngles);

/**
 * A trajectory from the present joint angles to others, through keyframes that end there; a trajectory that already
 * leads there continues.
 */
export const headFor = (
  trajectory: PlannedTrajectory,
  to: FullJointAngles,
  through: readonly Keyframe[],
  at: Millis,
): PlannedTrajectory => {
  if (leadsTo(trajectory, to)) return trajectory;
  const from = jointAnglesOn(trajectory, at);
  return { from, begins: at, through: [...before(from, to), ...through], to };
};

/** A trajectory from the present joint angles straight to others. */
export const headStraightFor = (
  trajectory: PlannedTrajectory,
  to: FullJointAngles,
  takes: Millis,
  at: Millis,
): PlannedTrajectory => headFor(trajectory, to, [{ jointAngles: to, takes, stays: millis(0) }], at);
