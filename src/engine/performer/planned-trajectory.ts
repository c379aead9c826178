import { sides } from '../pose/keypoints.ts';
import { millis, type Millis } from '../units.ts';
import { armAngles, bodyNumbers, forSides, type FullJointAngles, type HandPath } from '../figure/full-joint-angles.ts';
import { movementThrough, type Keyframe } from '../figure/performance.ts';

/** A way that is being gone: from which stance and since when, through which keyframes, and to which stance it leads. */
export interface PlannedTrajectory {
  readonly from: FullJointAngles;
  readonly begins: Millis;
  readonly through: readonly Keyframe[];
  readonly to: FullJointAngles;
}

/** How long a hand takes that has to leave one path before it can take another, milliseconds. */
const handTakes = millis(600);

const movementOn = ({ from, through }: PlannedTrajectory) =>
  movementThrough([{ jointAngles: from, takes: millis(0), stays: millis(0) }, ...through]);

/** Sitting still. */
export const stayingIn = (jointAngles: FullJointAngles, at: Millis): PlannedTrajectory => ({
  from: jointAngles,
  begins: at,
  through: [],
  to: jointAngles,
});

/** The stance at a moment of a way. */
export const jointAnglesOn = (trajectory: PlannedTrajectory, at: Millis): FullJointAngles =>
  movementOn(trajectory).jointAnglesAt(millis(at - trajectory.begins));

/** When a way is over. */
export const arrivalOf = (trajectory: PlannedTrajectory): Millis =>
  millis(trajectory.begins + movementOn(trajectory).duration);

/** Whether two stances are one, their hands going to the same goals. */
const isSame = (one: FullJointAngles, other: FullJointAngles): boolean =>
  bodyNumbers.every((name) => one[name] === other[name]) &&
  sides.every((side) => {
    const [arm, same] = [one.arms[side], other.arms[side]];
    return arm.hand.to === same.hand.to && armAngles.every((angle) => arm[angle] === same[angle]);
  });

/** Whether a hand is on its way between two goals of which another one is none: it can only be on one path at a time. */
const isElsewhere = (hand: HandPath, { to: goal }: HandPath): boolean =>
  hand.from !== hand.to && hand.from !== goal && hand.to !== goal;

const settled = ({ from, to, share }: HandPath): HandPath => {
  const nearer = share < 0.5 ? from : to;
  return { from: nearer, to: nearer, share: 0 };
};

/** What comes before a way to a stance: hands that are on their way to elsewhere get to the nearer end of it. */
const before = (present: FullJointAngles, to: FullJointAngles): readonly Keyframe[] => {
  const isAstray = sides.some((side) => isElsewhere(present.arms[side].hand, to.arms[side].hand));
  if (!isAstray) return [];
  const arms = forSides((side) => ({ ...present.arms[side], hand: settled(present.arms[side].hand) }));
  return [{ jointAngles: { ...present, arms }, takes: handTakes, stays: millis(0) }];
};

/** Whether a way leads to a stance. */
export const leadsTo = ({ to }: PlannedTrajectory, jointAngles: FullJointAngles): boolean => isSame(to, jointAngles);

/** From the stance of now to another one, through keyframes of which that is the last; a way that leads there goes on. */
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

/** From the stance of now straight to another one. */
export const headStraightFor = (
  trajectory: PlannedTrajectory,
  to: FullJointAngles,
  takes: Millis,
  at: Millis,
): PlannedTrajectory => headFor(trajectory, to, [{ jointAngles: to, takes, stays: millis(0) }], at);
