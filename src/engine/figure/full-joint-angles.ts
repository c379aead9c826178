import type { Side } from '../pose/keypoints.ts';
import type { HandGoal, JointAngles } from './joint-angles.ts';

/** The joint angles of trunk and head, in the order in which `jointAnglesSchema` documents them. */
const trunkAngles = [
  'lean',
  'sideLean',
  'spineFlexion',
  'spineSideBend',
  'spineRotation',
  'neckFlexion',
  'neckSideBend',
  'neckRotation',
] as const;

/** The place of the whole body: the share risen, and metres from its seat towards its left and forward. */
const placings = ['rise', 'aside', 'ahead'] as const;

/** Every number that belongs to no arm: trunk and head in degrees, then the body's place. */
export const bodyNumbers = [...trunkAngles, ...placings] as const;

/** The joint angles of one arm. */
export const armAngles = [
  'protraction',
  'clavicleElevation',
  'shoulderElevation',
  'elevationPlane',
  'shoulderRotation',
  'elbowFlexion',
] as const;

type BodyNumber = (typeof bodyNumbers)[number];
type ArmAngle = (typeof armAngles)[number];

/** A hand's path from one goal to another; `share` (0-1) is its position on the path. */
export interface HandPath {
  readonly from: HandGoal;
  readonly to: HandGoal;
  readonly share: number;
}

/** One arm with every joint angle defined, degrees. */
export type FullArm = Readonly<Record<ArmAngle, number>> & { readonly hand: HandPath };

/**
 * Every joint angle of a posture, degrees, with separate arms, and the body's place; a hand may be between two goals.
 */
export type FullJointAngles = Readonly<Record<BodyNumber, number>> & { readonly arms: Readonly<Record<Side, FullArm>> };

type ArmJointAngles = Partial<Record<ArmAngle, number | undefined>> & { readonly hand?: HandGoal | undefined };

/** Builds a value for each side. */
export const forSides = <T>(build: (side: Side) => T): Readonly<Record<Side, T>> => ({
  left: build('left'),
  right: build('right'),
});

/** Builds a record from a function of the name. */
export const recordOf = <K extends string>(
  names: readonly K[],
  valueOf: (name: K) => number,
): Readonly<Record<K, number>> =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)])) as unknown as Readonly<Record<K, number>>;

const resting = (goal: HandGoal): HandPath => ({ from: goal, to: goal, share: 0 });

const straightArm: FullArm = { ...recordOf(armAngles, () => 0), hand: resting('free') };

/** Sitting straight in its place with hanging arms: every number is 0. */
export const straight: FullJointAngles = { ...recordOf(bodyNumbers, () => 0), arms: forSides(() => straightArm) };

const completeArm = (base: FullArm, both: ArmJointAngles, own: ArmJointAngles): FullArm => {
  const goal = own.hand ?? both.hand;
  return {
    ...recordOf(armAngles, (angle) => own[angle] ?? both[angle] ?? base[angle]),
    hand: goal === undefined ? base.hand : resting(goal),
  };
};

/** Completes joint angles: a side's own angle, else that of both arms, else that of `base`. */
export const completeJointAngles = (jointAngles: JointAngles, base: FullJointAngles = straight): FullJointAngles => ({
  ...recordOf(bodyNumbers, (name) => jointAngles[name] ?? base[name]),
  arms: forSides((side) => completeArm(base.arms[side], jointAngles, jointAngles[side] ?? {})),
});

/** The numbers that are positive towards the person's left. */
const leftward: ReadonlySet<BodyNumber> = new Set([
  'sideLean',
  'spineSideBend',
  'spineRotation',
  'neckSideBend',
  'neckRotation',
  'aside',
]);

/** The same posture mirrored to the other side. */
export const mirrored = (jointAngles: FullJointAngles): FullJointAngles => ({
  ...recordOf(bodyNumbers, (name) => (leftward.has(name) ? -jointAngles[name] : jointAngles[name])),
  arms: { left: jointAngles.arms.right, right: jointAngles.arms.left },
});

/** Whether every number is defined. */
export const isComplete = (jointAngles: JointAngles | FullJointAngles): jointAngles is FullJointAngles =>
  'arms' in jointAngles;
