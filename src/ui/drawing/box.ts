import type { Point } from '../../engine/kinematics/plane.ts';

/** An upright rectangle in pixels: its left and top edge, and its right and bottom one. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The least box that contains circles of this radius around the points; `undefined` without points. */
export const boxAround = (points: readonly Point[], radius: number): Box | undefined =>
  points.length === 0
    ? undefined
    : {
        left: Math.min(...points.map(({ x }) => x)) - radius,
        top: Math.min(...points.map(({ y }) => y)) - radius,
        right: Math.max(...points.map(({ x }) => x)) + radius,
        bottom: Math.max(...points.map(({ y }) => y)) + radius,
      };

/** The least box that contains all boxes; `undefined` if there is none. */
export const boxAroundAll = (boxes: readonly (Box | undefined)[]): Box | undefined =>
  boxes.reduce(
    (one, other) =>
      one && other
        ? {
            left: Math.min(one.left, other.left),
            top: Math.min(one.top, other.top),
            right: Math.max(one.right, other.right),
            bottom: Math.max(one.bottom, other.bottom),
          }
        : (one ?? other),
    undefined,
  );
