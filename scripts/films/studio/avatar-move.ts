import {
  angleBetween,
  axesAlong,
  cross,
  directionIn,
  dot,
  normalize,
  pointIn,
  seenFrom,
  subtract,
  turnAbout,
  type Axes,
  type Frame,
  type Vector3,
} from '../../../src/engine/figure/vector.ts';
import { degreesOf } from '../../../src/engine/units.ts';

/** A rigid movement: it takes one frame to another. */
export interface Move {
  readonly from: Frame;
  readonly to: Frame;
}

/** A direction after the move. */
export const turned = ({ from, to }: Move, v: Vector3): Vector3 => directionIn(to, seenFrom(from, v));

/** A position after the move. */
export const carried = ({ from, to }: Move, point: Vector3): Vector3 =>
  pointIn(to, seenFrom(from, subtract(point, from.origin)));

/** A direction turned by the smallest turn that takes one unit vector to another. */
export const swungBy = (v: Vector3, from: Vector3, to: Vector3): Vector3 => {
  const axis = cross(from, to);
  if (dot(axis, axis) < 1e-12) return v;
  return turnAbout(v, normalize(axis), degreesOf(angleBetween(from, to)));
};

/** Axes turned about their own y, degrees. */
export const rolled = (axes: Axes, angle: number): Axes => ({
  x: turnAbout(axes.x, axes.y, angle),
  y: axes.y,
  z: turnAbout(axes.z, axes.y, angle),
});

/**
 * The angle about a unit axis from one direction to another, degrees; of the equivalent angles, the one nearest to
 * `around`.
 */
export const rollBetween = (from: Vector3, to: Vector3, axis: Vector3, around: number): number => {
  const angle = degreesOf(Math.atan2(dot(cross(from, to), axis), dot(from, to) - dot(from, axis) * dot(to, axis)));
  return angle - 360 * Math.round((angle - around) / 360);
};

/**
 * A bone that was between two places and is now between two others: it moves as its parent does, then swings the
 * shortest way.
 */
export const swungTo = (
  parent: Move,
  [restFrom, restTo]: readonly [Vector3, Vector3],
  [from, to]: readonly [Vector3, Vector3],
): Move => {
  const rest = axesAlong(normalize(subtract(restTo, restFrom)), [0, 0, 1]);
  const before = turned(parent, rest.y);
  const along = normalize(subtract(to, from));
  const swing = (v: Vector3): Vector3 => swungBy(turned(parent, v), before, along);
  return {
    from: { origin: restFrom, ...rest },
    to: { origin: from, x: swing(rest.x), y: along, z: swing(rest.z) },
  };
};
