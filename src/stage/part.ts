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

/** Something drawn that follows a body: its objects, and how they move to a body's pose. */
export interface Part {
  readonly objects: readonly Object3D[];
  readonly follow: (body: Body) => void;
}

/** The engine's vector as three's. */
export const toThree = ([x, y, z]: Vector3): ThreeVector => new ThreeVector(x, y, z);

const basis = [new ThreeVector(), new ThreeVector(), new ThreeVector()] as const;

/** Puts an object into a frame of the world, its own axes stretched by `stretch`; a negative one mirrors it. */
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

/** How many times as thick as an adult's a body's limbs and trunk are: as it is taller or shorter. */
export const girthOf = ({ proportions }: Pick<Body, 'proportions'>): number => proportions.stature / adult.stature;

/**
 * Lays an object of unit length along y from one point to another, so many times as thick; `forward` is where its z looks, or
 * up where it lies along that.
 */
export const layBetween = (object: Object3D, from: Vector3, to: Vector3, forward: Vector3, girth = 1): void => {
  const y = normalize(subtract(to, from));
  const lies = lengthOf(cross(y, forward)) < 1e-3;
  placeIn(object, { origin: from, ...axesAlong(y, lies ? upwards : forward) }, [girth, distance(from, to), girth]);
};
