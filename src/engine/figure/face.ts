import type { Side } from '../pose/keypoints.ts';
import { forSides } from './full-joint-angles.ts';
import type { Proportions } from './proportions.ts';
import { pointIn, type Frame, type Vector3 } from './vector.ts';

/** The points of a face, metres. */
export interface Face {
  /** The nose's tip. */
  readonly nose: Vector3;
  readonly mouth: Vector3;
  readonly chin: Vector3;
  readonly eyes: Readonly<Record<Side, Vector3>>;
  readonly ears: Readonly<Record<Side, Vector3>>;
}

/**
 * Points on the head as shares of its height, from the midpoint of the ears; paired points are given for the left
 * (Farkas 1994, rounded).
 */
export const faceShape = {
  nose: [0, -0.06, 0.52],
  mouth: [0, -0.26, 0.43],
  chin: [0, -0.46, 0.38],
  eye: [0.142, 0.09, 0.4],
  ear: [0.335, 0, 0],
  top: [0, 0.56, 0],
} as const satisfies Record<string, Vector3>;

/** Converts a point in shares of the head's height to the world, metres; a paired point is given for the left. */
export const placeOnHead = (
  head: Frame,
  { head: height }: Proportions,
  [x, y, z]: Vector3,
  side: Side = 'left',
): Vector3 => pointIn(head, [(side === 'left' ? x : -x) * height, y * height, z * height]);

/** Computes the face on a head. */
export const poseFace = (head: Frame, proportions: Proportions): Face => ({
  nose: placeOnHead(head, proportions, faceShape.nose),
  mouth: placeOnHead(head, proportions, faceShape.mouth),
  chin: placeOnHead(head, proportions, faceShape.chin),
  eyes: forSides((side) => placeOnHead(head, proportions, faceShape.eye, side)),
  ears: forSides((side) => placeOnHead(head, proportions, faceShape.ear, side)),
});
