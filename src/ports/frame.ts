import type { Millis } from '../engine/units.ts';

/** One picture and its time since the source's first; the consumer closes the image. */
export interface Frame {
  readonly image: ImageBitmap;
  readonly at: Millis;
}
