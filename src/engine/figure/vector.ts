import { radiansOf } from '../units.ts';

/** A point or direction, metres: x to the person's left, y up, z forward (right-handed). */
export type Vector3 = readonly [x: number, y: number, z: number];

/** Three orthonormal, right-handed directions: x left, y up and z forward of what they belong to. */
export interface Axes {
  readonly x: Vector3;
  readonly y: Vector3;
  readonly z: Vector3;
}

/** Axes at a place, metres. */
export interface Frame extends Axes {
  readonly origin: Vector3;
}

/** The axes of the world: the person sits at its origin, the floor is y = 0. */
export const worldAxes: Axes = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] };

/** a + b. */
export const add = (a: Vector3, b: Vector3): Vector3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** a - b: the vector from b to a. */
export const subtract = (a: Vector3, b: Vector3): Vector3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

/** v times `factor`. */
export const scale = (v: Vector3, factor: number): Vector3 => [v[0] * factor, v[1] * factor, v[2] * factor];

/** The scalar product. */
export const dot = (a: Vector3, b: Vector3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** The vector product, right-handed. */
export const cross = (a: Vector3, b: Vector3): Vector3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The length, in the unit of v. */
export const lengthOf = (v: Vector3): number => Math.sqrt(dot(v, v));

/** The distance between two points, metres. */
export const distance = (a: Vector3, b: Vector3): number => lengthOf(subtract(a, b));

/** v scaled to length 1; the zero vector is returned unchanged. */
export const normalize = (v: Vector3): Vector3 => {
  const length = lengthOf(v);
  return length === 0 ? v : scale(v, 1 / length);
};

/** The component of v perpendicular to the unit vector `along`. */
export const across = (v: Vector3, along: Vector3): Vector3 => subtract(v, scale(along, dot(v, along)));

/**
 * The angle between two unit vectors, radians 0 to pi; unlike an arc cosine it is numerically stable near both ends.
 */
export const angleBetween = (a: Vector3, b: Vector3): number => Math.atan2(lengthOf(cross(a, b)), dot(a, b));

/** The point `share` (0-1) of the way from a to b. */
export const mix = (a: Vector3, b: Vector3, share: number): Vector3 => add(scale(a, 1 - share), scale(b, share));

/** v rotated about a unit axis by degrees, counter-clockwise seen from the axis's tip (Rodrigues). */
export const turnAbout = (v: Vector3, axis: Vector3, angle: number): Vector3 => {
  const cosine = Math.cos(radiansOf(angle));
  const sine = Math.sin(radiansOf(angle));
  return add(add(scale(v, cosine), scale(cross(axis, v), sine)), scale(axis, dot(axis, v) * (1 - cosine)));
};

/**
 * The direction `share` (0-1) of the way between two unit vectors on the great circle; opposite vectors pass through
 * `by`.
 */
export const slerp = (from: Vector3, to: Vector3, share: number, by: Vector3): Vector3 => {
  const angle = angleBetween(from, to);
  if (angle < 1e-6) return share < 0.5 ? from : to;
  const sideways = normalize(across(angle > Math.PI - 1e-3 ? by : to, from));
  return add(scale(from, Math.cos(angle * share)), scale(sideways, Math.sin(angle * share)));
};

/**
 * The direction `share` (0-1) of the way between two unit vectors on a curve that swings out towards the unit vector
 * `by`, the more the further they are apart: unlike the great circle, it stays the same curve where they become
 * opposite.
 */
export const swing = (from: Vector3, to: Vector3, share: number, by: Vector3): Vector3 => {
  const apart = (1 - dot(from, to)) / 2;
  const middle = normalize(add(add(from, to), scale(by, 2 * apart)));
  return slerp(slerp(from, middle, share, by), slerp(middle, to, share, by), share, by);
};

/**
 * Rotates axes by three angles, degrees: forward + about x, to the left + about z, then towards the left + about the
 * new y.
 */
export const turnAxes = (axes: Axes, forward: number, toLeft: number, twist: number): Axes => {
  const tilt = (v: Vector3): Vector3 => turnAbout(turnAbout(v, axes.x, forward), axes.z, -toLeft);
  const up = tilt(axes.y);
  return { x: turnAbout(tilt(axes.x), up, twist), y: up, z: turnAbout(tilt(axes.z), up, twist) };
};

/** The axes whose y is the unit vector `y` and whose z is as close to `forward` as that allows. */
export const axesAlong = (y: Vector3, forward: Vector3): Axes => {
  const z = normalize(across(forward, y));
  return { x: cross(y, z), y, z };
};

/** Converts a direction from axes to the world. */
export const directionIn = (axes: Axes, [x, y, z]: Vector3): Vector3 =>
  add(add(scale(axes.x, x), scale(axes.y, y)), scale(axes.z, z));

/** Converts a point from a frame to the world. */
export const pointIn = (frame: Frame, local: Vector3): Vector3 => add(frame.origin, directionIn(frame, local));

/** Converts a direction from the world to axes. */
export const seenFrom = (axes: Axes, v: Vector3): Vector3 => [dot(v, axes.x), dot(v, axes.y), dot(v, axes.z)];
