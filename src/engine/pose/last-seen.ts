import type { Millis } from '../units.ts';

/** The place, in pixels, and the time at which a keypoint was last used. */
export interface LastSeen {
  readonly at: Millis;
  readonly x: number;
  readonly y: number;
}
