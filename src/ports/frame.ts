import type { SourceTime } from '../engine/units.ts';

/** One picture and its time; the consumer closes the image. */
export interface Frame {
  readonly image: ImageBitmap;
  readonly at: SourceTime;
  /** How many pictures the source has shown up to this one; left out where they are not counted. */
  readonly shown?: number | undefined;
}
