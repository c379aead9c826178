import { axesAlong, mix, normalize, subtract, type Frame, type Vector3 } from '../../../src/engine/figure/vector.ts';
import type { Side } from '../../../src/engine/pose/keypoints.ts';

/** The bones of the mid-line that are posed. */
export const trunkBones = ['Hips', 'Spine', 'Spine1', 'Spine2', 'Neck', 'Head'] as const;

/** The bones of each side that are posed, without their `Left` and `Right`. */
export const sideBones = ['Shoulder', 'Arm', 'ForeArm', 'Hand', 'UpLeg', 'Leg', 'Foot'] as const;

type SideBone = (typeof sideBones)[number];

/** A bone that is posed. */
export type BoneName = (typeof trunkBones)[number] | `${'Left' | 'Right'}${SideBone}`;

/** The name of a side's bone. */
export const boneName = (side: Side, bone: SideBone): BoneName => `${side === 'left' ? 'Left' : 'Right'}${bone}`;

/** The bones that turn about their length, each with the bone at its end. */
export const rolledBones: readonly (readonly [bone: string, next: string])[] = ['Left', 'Right'].flatMap((side) => [
  [`${side}Arm`, `${side}ForeArm`] as const,
  [`${side}ForeArm`, `${side}Hand`] as const,
]);

/** A rigged body in its T-pose, in the world, metres. */
export interface RestBody {
  readonly joints: Readonly<Record<BoneName, Vector3>>;
  /** The joints between the fingers and the middle of each hand. */
  readonly knuckles: Readonly<Record<Side, Vector3>>;
  /** At the middle of the hip joints, y towards the middle of the shoulders: the upright axis of the figure. */
  readonly trunk: Frame;
  /** Hip joints to shoulders. */
  readonly trunkLength: number;
  /** At the middle of the shoulders, along the trunk. */
  readonly chest: Frame;
  /** Between the ears, as the figure's head frame. */
  readonly head: Frame;
  readonly hips: Readonly<Record<Side, Vector3>>;
}

/** The middle of two places. */
export const middleOf = (a: Vector3, b: Vector3): Vector3 => mix(a, b, 0.5);

/** The trunk and the chest of a rigged body whose hip joints and shoulders have these middles. */
export const trunkBetween = (hips: Vector3, shoulders: Vector3): Pick<RestBody, 'trunk' | 'chest'> => {
  const axes = axesAlong(normalize(subtract(shoulders, hips)), [0, 0, 1]);
  return { trunk: { origin: hips, ...axes }, chest: { origin: shoulders, ...axes } };
};
