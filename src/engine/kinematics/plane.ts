import { degreesOf, radiansOf, type Degrees } from '../units.ts';

/** A point or a vector in the picture: pixels, x to the right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The vector from one point to another. */
export const between = (from: Point, to: Point): Point => ({ x: to.x - from.x, y: to.y - from.y });

/** The midpoint. */
export const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** The length of a vector, pixels. `Math.hypot` puts its arguments on the heap, and this runs hundreds of times in each frame. */
export const lengthOf = (way: Point): number => Math.sqrt(way.x ** 2 + way.y ** 2);

/** The distance between two points, pixels. */
export const distance = (a: Point, b: Point): number => lengthOf(between(a, b));

/** The dot product. */
export const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y;

/** The vector scaled to length one; the null vector is returned unchanged. */
export const unit = (way: Point): Point => {
  const length = lengthOf(way);
  return length === 0 ? way : { x: way.x / length, y: way.y / length };
};

/** The picture's upward direction. */
export const up: Point = { x: 0, y: -1 };

/**
 * The signed angle from one direction to another, -180 to 180 degrees; a turn from up towards `positive` (1: the
 * picture's right, -1: its left) is positive.
 */
export const angleFrom = (from: Point, to: Point, positive: 1 | -1): Degrees =>
  degreesOf(Math.atan2(positive * (from.x * to.y - from.y * to.x), dot(from, to)));

/** A point rotated about another by degrees, clockwise in the picture +. */
export const turnedAbout = ({ x, y }: Point, about: Point, by: number): Point => {
  const [sin, cos] = [Math.sin(radiansOf(by)), Math.cos(radiansOf(by))];
  const [dx, dy] = [x - about.x, y - about.y];
  return { x: about.x + cos * dx - sin * dy, y: about.y + sin * dx + cos * dy };
};
