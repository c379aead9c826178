import type { SourceTime } from '../engine/units.ts';

/** One picture and its time; the consumer closes the image. */
export interface Frame {
  readonly image: ImageBitmap;
  readonly at: SourceTime;
}
