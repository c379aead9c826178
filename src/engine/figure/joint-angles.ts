import * as v from 'valibot';

/**
 * Where a hand rests. A goal overrides the elbow's flexion: the arm reaches it by two-bone inverse kinematics, with the
 * elbow as close as the bones allow to the direction given by the shoulder angles.
 */
export const handGoals = ['free', 'own-shoulder', 'back-of-head', 'mouth', 'top-of-head'] as const;

/** A place on the body that a hand can rest on, or `free`. */
export type HandGoal = (typeof handGoals)[number];

const angle = v.pipe(v.number(), v.finite(), v.minValue(-360), v.maxValue(360));
const metres = v.pipe(v.number(), v.finite(), v.minValue(-5), v.maxValue(5));

const armAngles = {
  /** Clavicle forward (+) or back (-), degrees. */
  protraction: v.optional(angle),
  /** Clavicle up (+) or down (-), degrees. */
  clavicleElevation: v.optional(angle),
  /** Upper arm away from hanging beside the trunk, 0-180 degrees, in the plane named next. */
  shoulderElevation: v.optional(angle),
  /**
   * Plane of elevation: 0 sideways (abduction), 90 straight forward (flexion), beyond 90 across the chest (ISB, Wu
   * 2005).
   */
  elevationPlane: v.optional(angle),
  /** Upper arm about its own axis, inward +, degrees. */
  shoulderRotation: v.optional(angle),
  /** Elbow, 0 when straight, degrees. */
  elbowFlexion: v.optional(angle),
  hand: v.optional(v.picklist(handGoals)),
};

/**
 * The schema of joint angles: anatomical, in degrees, 0 when sitting straight with hanging arms; and the place of the
 * whole body: the share risen, and metres from its place on the seat. Missing values are those at rest. Arm angles
 * apply to both sides; `left` and `right` override them for one.
 */
export const jointAnglesSchema = v.strictObject({
  /** The trunk about the hips, forward +. */
  lean: v.optional(angle),
  /** The trunk about the hips, to the person's left +. */
  sideLean: v.optional(angle),
  /** The spine's curve over its whole length, forward +. */
  spineFlexion: v.optional(angle),
  /** The spine's curve to the person's left +. */
  spineSideBend: v.optional(angle),
  /** The chest over the pelvis, towards the person's left +. */
  spineRotation: v.optional(angle),
  /** The head over the chest: chin down +. */
  neckFlexion: v.optional(angle),
  /** The head over the chest: ear to the left shoulder +. */
  neckSideBend: v.optional(angle),
  /** The head over the chest: looking to the left +. */
  neckRotation: v.optional(angle),
  /** From sitting (0) to standing (1) on the same feet, a share; the trunk keeps its `lean`. */
  rise: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** The whole body, feet too, towards the person's left +, metres; the seat stays. */
  aside: v.optional(metres),
  /** The whole body, feet too, forward + (towards the lens in front view), metres; the seat stays. */
  ahead: v.optional(metres),
  ...armAngles,
  left: v.optional(v.strictObject(armAngles)),
  right: v.optional(v.strictObject(armAngles)),
});

/** Some joint angles of a body, degrees, and its place, a share and metres; missing values are those at rest. */
export type JointAngles = v.InferOutput<typeof jointAnglesSchema>;
