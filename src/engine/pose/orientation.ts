import { sides, type Side } from './keypoints.ts';
import type { View } from './view.ts';

/** How the user is turned to the lens: view, near side and facing direction; locked when neutral is taken. */
export interface Orientation {
  readonly view: View;
  /** The side next to the lens; arbitrary in front view, where neither is nearer. */
  readonly near: Side;
  /** The forward direction in side view: 1 is the picture's right, -1 its left. */
  readonly forward: 1 | -1;
}

/** The front view; forward points at the lens. */
export const frontOn: Orientation = { view: 'front', near: 'left', forward: 1 };

/**
 * The side view, facing the picture's right (the near side is the right one) or its left (the near side is the left
 * one).
 */
export const sideOn = (forward: 1 | -1): Orientation => ({
  view: 'side',
  near: forward === 1 ? 'right' : 'left',
  forward,
});

/** The sides whose arms are judged: from the side the near one, from the front the `arm` that trains alone, or both. */
export const judgedArms = ({ view, near }: Orientation, arm: Side | undefined): readonly Side[] =>
  view === 'side' ? [near] : arm ? [arm] : sides;
