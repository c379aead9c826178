import type { Millis } from '../engine/units.ts';

/** A picture and its time since the source's first; the consumer owns the bitmap and closes it. */
export interface Frame {
  readonly image: ImageBitmap;
  readonly at: Millis;
}
