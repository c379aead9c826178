import type { Side } from '../pose/keypoints.ts';
import { radiansOf } from '../units.ts';
import { placeOnHead } from './face.ts';
import type { FullArm } from './full-joint-angles.ts';
import type { Proportions } from './proportions.ts';
import { fold, reach } from './reach.ts';
import type { HandGoal } from './joint-angles.ts';
import type { Trunk } from './trunk.ts';
import {
  across,
  add,
  axesAlong,
  cross,
  directionIn,
  normalize,
  pointIn,
  scale,
  slerp,
  subtract,
  swing,
  turnAbout,
  type Frame,
  type Vector3,
} from './vector.ts';

/** One arm of a body, metres. */
export interface Arm {
  /** The inner end of the clavicle. */
  readonly clavicle: Vector3;
  readonly shoulder: Vector3;
  readonly elbow: Vector3;
  readonly wrist: Vector3;
  /**
   * At the wrist: y along the fingers, z out of the palm, x to the left of a hand that points up with the palm forward.
   */
  readonly hand: Frame;
  readonly fingertips: Vector3;
}

/** The unit directions of an arm's three segments and of its palm. */
interface ArmDirections {
  readonly upper: Vector3;
  readonly fore: Vector3;
  readonly hand: Vector3;
  readonly palm: Vector3;
}

/** The inputs for an arm's directions. */
interface ArmSetting {
  readonly side: Side;
  readonly trunk: Trunk;
  readonly proportions: Proportions;
  readonly shoulder: Vector3;
  /** The directions given by the joint angles. */
  readonly free: ArmDirections;
  /** The direction in which the elbow bends the forearm, a unit vector. */
  readonly bendsTo: Vector3;
}

/**
 * The distance from wrist to shoulder with the hand on it, over the width of the shoulders: 0.42-0.58 on photographs
 * (live width).
 */
const handOnShoulderGap = 0.45;

/** +1 for the left side, which is towards +x, and -1 for the right. */
export const signOf = (side: Side): 1 | -1 => (side === 'left' ? 1 : -1);

/**
 * The unit direction of an upper arm in the chest's axes from its elevation and plane, degrees (see
 * `jointAnglesSchema`).
 */
export const upperArmDirection = (side: Side, elevation: number, plane: number): Vector3 => {
  const outwards = Math.sin(radiansOf(elevation));
  return [
    signOf(side) * Math.cos(radiansOf(plane)) * outwards,
    -Math.cos(radiansOf(elevation)),
    Math.sin(radiansOf(plane)) * outwards,
  ];
};

/** Clavicle and shoulder joint: the clavicle turns about its inner end, forward and up. */
const poseShoulder = (
  side: Side,
  arm: FullArm,
  { chest }: Trunk,
  proportions: Proportions,
): Pick<Arm, 'clavicle' | 'shoulder'> => {
  const sign = signOf(side);
  const { clavicleHalfGap, clavicleDepth, shoulderHalfWidth } = proportions;
  const atRest: Vector3 = [sign * (shoulderHalfWidth - clavicleHalfGap), 0, -clavicleDepth];
  const raised = turnAbout(atRest, [0, 0, 1], sign * arm.clavicleElevation);
  const turned = turnAbout(raised, [0, 1, 0], -sign * arm.protraction);
  const clavicle: Vector3 = [sign * clavicleHalfGap, 0, clavicleDepth];
  return { clavicle: pointIn(chest, clavicle), shoulder: pointIn(chest, add(clavicle, turned)) };
};

/** The arm as given by the joint angles: the upper arm swings up without twisting, then turns about its own axis. */
const freeArm = (side: Side, arm: FullArm, { chest }: Trunk): Pick<ArmSetting, 'free' | 'bendsTo'> => {
  const sign = signOf(side);
  const outwards = upperArmDirection(side, 90, arm.elevationPlane);
  const swingAxis = cross([0, -1, 0], outwards);
  const local = upperArmDirection(side, arm.shoulderElevation, arm.elevationPlane);
  const turn = (v: Vector3): Vector3 =>
    directionIn(chest, turnAbout(turnAbout(v, swingAxis, arm.shoulderElevation), local, sign * arm.shoulderRotation));
  const upper = directionIn(chest, local);
  const bendsTo = turn([0, 0, 1]);
  const flexion = radiansOf(arm.elbowFlexion);
  const fore = add(scale(upper, Math.cos(flexion)), scale(bendsTo, Math.sin(flexion)));
  return { free: { upper, fore, hand: fore, palm: turn([-sign, 0, 0]) }, bendsTo };
};

/**
 * An arm whose wrist reaches `wristGoal`, with the hand pointing from there to `handTo` and the palm towards `facing`.
 */
const reachFor = (setting: ArmSetting, wristGoal: Vector3, handTo: Vector3, facing: Vector3): ArmDirections => {
  const { side, trunk, proportions, shoulder, free } = setting;
  const bones = { upper: proportions.upperArm, lower: proportions.forearm };
  const outDown = normalize(directionIn(trunk.chest, [signOf(side), -1, 0]));
  const { elbow, wrist } = reach(shoulder, wristGoal, bones, free.upper, outDown);
  const hand = normalize(subtract(handTo, wrist));
  return {
    upper: normalize(subtract(elbow, shoulder)),
    fore: normalize(subtract(wrist, elbow)),
    hand,
    palm: normalize(across(subtract(facing, wrist), hand)),
  };
};

/**
 * The hand on top of its own shoulder: the arm folds in the plane of the upper arm and that place; the elbow does not
 * move.
 */
const ownShoulder = (setting: ArmSetting): ArmDirections => {
  const { side, trunk, proportions, shoulder, free } = setting;
  const { shoulderHalfWidth: half } = proportions;
  const palmPlace = add(shoulder, directionIn(trunk.chest, [-signOf(side) * 0.3 * half, 0.38 * half, -0.15 * half]));
  const bones = { upper: proportions.upperArm, lower: proportions.forearm };
  const onto = directionIn(trunk.chest, normalize([-0.3 * signOf(side), 0.85, 0.42]));
  const fore = fold(free.upper, onto, bones, handOnShoulderGap * 2 * half);
  const wrist = add(shoulder, add(scale(free.upper, bones.upper), scale(fore, bones.lower)));
  const hand = normalize(subtract(palmPlace, wrist));
  return { upper: free.upper, fore, hand, palm: normalize(across(subtract(shoulder, wrist), hand)) };
};

type HeadGoal = Exclude<HandGoal, 'free' | 'own-shoulder'>;

/**
 * For each goal, the places on the head of the wrist and the fingers, and the place that the palm faces, as shares of
 * the head's height; for the left hand.
 */
const headGoals: Readonly<Record<HeadGoal, Readonly<Record<'wrist' | 'fingers' | 'faces', Vector3>>>> = {
  'back-of-head': { wrist: [0.44, 0.04, -0.6], fingers: [-0.12, 0.2, -0.64], faces: [0.1, 0, 0] },
  mouth: { wrist: [0.24, -0.62, 0.72], fingers: [0.02, -0.26, 0.56], faces: [0, -0.3, 0] },
  'top-of-head': { wrist: [0.62, 0.62, 0.05], fingers: [-0.1, 0.72, 0], faces: [0.1, 0, 0] },
};

const atHead = (setting: ArmSetting, goal: HeadGoal): ArmDirections => {
  const { side, trunk, proportions } = setting;
  const at = (place: Vector3): Vector3 => placeOnHead(trunk.head, proportions, place, side);
  const { wrist, fingers, faces } = headGoals[goal];
  return reachFor(setting, at(wrist), at(fingers), at(faces));
};

const directionsFor = (setting: ArmSetting, goal: HandGoal): ArmDirections => {
  if (goal === 'free') return setting.free;
  return goal === 'own-shoulder' ? ownShoulder(setting) : atHead(setting, goal);
};

/**
 * The directions of a hand between two goals: each bone turns by itself, so bones keep their lengths and nothing jumps.
 */
const underway = (setting: ArmSetting, { from, to, share }: FullArm['hand']): ArmDirections => {
  const start = directionsFor(setting, from);
  if (from === to || share === 0) return start;
  const end = directionsFor(setting, to);
  const between = (part: keyof ArmDirections, along: typeof slerp): Vector3 =>
    along(start[part], end[part], share, setting.bendsTo);
  return {
    upper: between('upper', slerp),
    fore: between('fore', swing),
    hand: between('hand', swing),
    palm: between('palm', slerp),
  };
};

/** Computes one arm from its joint angles and its hand's goal. */
export const poseArm = (side: Side, arm: FullArm, trunk: Trunk, proportions: Proportions): Arm => {
  const { clavicle, shoulder } = poseShoulder(side, arm, trunk, proportions);
  const { upper, fore, hand, palm } = underway(
    { side, trunk, proportions, shoulder, ...freeArm(side, arm, trunk) },
    arm.hand,
  );
  const elbow = add(shoulder, scale(upper, proportions.upperArm));
  const wrist = add(elbow, scale(fore, proportions.forearm));
  return {
    clavicle,
    shoulder,
    elbow,
    wrist,
    hand: { origin: wrist, ...axesAlong(hand, palm) },
    fingertips: add(wrist, scale(hand, proportions.hand)),
  };
};
