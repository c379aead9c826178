import { across, add, lengthOf, normalize, scale, subtract, type Vector3 } from './vector.ts';

/** The lengths of an arm's two bones, or of a leg's, metres. */
export interface Bones {
  readonly upper: number;
  readonly lower: number;
}

/** The places of the elbow and the wrist, or of the knee and the ankle of a leg, metres. */
export interface Reached {
  readonly elbow: Vector3;
  readonly wrist: Vector3;
}

/**
 * How close to fully straight or fully folded the arm may be, metres: a margin that keeps the elbow's place defined.
 */
const spare = 1e-4;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/**
 * The direction (unit) in which the elbow leaves the line to the goal: that of the hint, with more of the spare hint
 * the closer the hint is to that line.
 */
const poleOf = (along: Vector3, hint: Vector3, spareHint: Vector3): Vector3 => {
  const hinted = across(hint, along);
  const doubt = Math.max(0, 1 - lengthOf(hinted)) ** 2;
  const pole = add(hinted, scale(across(spareHint, along), doubt));
  if (lengthOf(pole) > spare) return normalize(pole);
  return normalize(across(Math.abs(along[0]) < 0.7 ? [1, 0, 0] : [0, 1, 0], along));
};

/**
 * Two-bone inverse kinematics: the wrist on `goal`, or as close as the bones reach, and the elbow as close as they
 * allow to the direction `hint` (unit) from the root; `spareHint` (unit) decides where the hint points at the goal
 * itself.
 */
export const reach = (root: Vector3, goal: Vector3, bones: Bones, hint: Vector3, spareHint: Vector3): Reached => {
  const wanted = subtract(goal, root);
  const along = lengthOf(wanted) < spare ? hint : normalize(wanted);
  const far = clamp(lengthOf(wanted), Math.abs(bones.upper - bones.lower) + spare, bones.upper + bones.lower - spare);
  const foot = (far * far + bones.upper * bones.upper - bones.lower * bones.lower) / (2 * far);
  const rise = Math.sqrt(Math.max(0, bones.upper * bones.upper - foot * foot));
  const pole = poleOf(along, hint, spareHint);
  return {
    elbow: add(root, add(scale(along, foot), scale(pole, rise))),
    wrist: add(root, scale(along, far)),
  };
};

/**
 * The direction of the forearm (unit) that folds an upper arm of direction `upper` towards `onto` until the wrist is
 * `gap` metres from the shoulder: the elbow stays exactly where the upper arm points.
 */
export const fold = (upper: Vector3, onto: Vector3, bones: Bones, gap: number): Vector3 => {
  const cosine = (bones.upper ** 2 + bones.lower ** 2 - gap ** 2) / (2 * bones.upper * bones.lower);
  const inside = clamp(cosine, -1, 1);
  const sideways = normalize(across(onto, upper));
  return add(scale(upper, -inside), scale(sideways, Math.sqrt(1 - inside * inside)));
};
