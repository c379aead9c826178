import type { Millis } from '../units.ts';

/** Where, in pixels, and when a keypoint was last used. */
export interface LastSeen {
  readonly at: Millis;
  readonly x: number;
  readonly y: number;
}
