import type { Side } from './keypoints.ts';
import type { View } from './view.ts';

/** How the person is turned to the lens, locked when neutral is taken. */
export interface Orientation {
  readonly view: View;
  /** The side next to the lens; in front view both are, and this is only a name. */
  readonly near: Side;
  /** Where forward lies in a side view: 1 the picture's right, -1 its left. */
  readonly forward: 1 | -1;
}

/** Seen from the front; forward points at the lens. */
export const frontOn: Orientation = { view: 'front', near: 'left', forward: 1 };

/** Seen from the side, facing the picture's right (the lens sees the right side) or its left (it sees the left). */
export const sideOn = (forward: 1 | -1): Orientation => ({
  view: 'side',
  near: forward === 1 ? 'right' : 'left',
  forward,
});
