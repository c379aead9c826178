import { Vector3 as ThreeVector, type Object3D } from 'three';
import type { Body } from '../engine/figure/body.ts';
import { adult } from '../engine/figure/proportions.ts';
import {
  axesAlong,
  cross,
  distance,
  lengthOf,
  normalize,
  scale,
  subtract,
  type Frame,
  type Vector3,
} from '../engine/figure/vector.ts';

/** Something drawn that follows a body: its objects, and the function that moves them to a body's pose. */
export interface Part {
  readonly objects: readonly Object3D[];
  readonly follow: (body: Body) => void;
}

/** Converts the engine's vector to three's. */
export const toThree = ([x, y, z]: Vector3): ThreeVector => new ThreeVector(x, y, z);

const basis = [new ThreeVector(), new ThreeVector(), new ThreeVector()] as const;

/** Places an object in a frame of the world, with its own axes stretched by `stretch`; a negative one mirrors it. */
export const placeIn = (object: Object3D, frame: Frame, stretch: Vector3 = [1, 1, 1]): void => {
  const [x, y, z] = basis;
  x.set(...scale(frame.x, stretch[0]));
  y.set(...scale(frame.y, stretch[1]));
  z.set(...scale(frame.z, stretch[2]));
  object.matrixAutoUpdate = false;
  object.matrix.makeBasis(x, y, z).setPosition(...frame.origin);
  object.matrixWorldNeedsUpdate = true;
};

const upwards: Vector3 = [0, 1, 0];

/** The thickness of a body's limbs and trunk relative to an adult's: in proportion to its stature. */
export const girthOf = ({ proportions }: Pick<Body, 'proportions'>): number => proportions.stature / adult.stature;

/**
 * Lays an object of unit length along y from one point to another, `girth` times as thick; its z points towards
 * `forward`, or up where the object is parallel to that.
 */
export const layBetween = (object: Object3D, from: Vector3, to: Vector3, forward: Vector3, girth = 1): void => {
  const y = normalize(subtract(to, from));
  const lies = lengthOf(cross(y, forward)) < 1e-3;
  placeIn(object, { origin: from, ...axesAlong(y, lies ? upwards : forward) }, [girth, distance(from, to), girth]);
};
