import type { SourceTime } from '../engine/units.ts';

/** A picture that can be passed on to a worker: drawn, or as it came from the camera. */
export type Picture = ImageBitmap | VideoFrame;

/** One picture and its time; the consumer closes the image. */
export interface Frame {
  readonly image: Picture;
  readonly at: SourceTime;
  /** How many pictures the source has shown up to this one; left out where they are not counted. */
  readonly shown?: number | undefined;
}

/** A frame that is drawn: of a film, or of the figure. */
export interface DrawnFrame extends Frame {
  readonly image: ImageBitmap;
}
