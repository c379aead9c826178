import type { FrameSize } from '../engine/pose/pose.ts';
import { isDrawnBySoftware } from './graphics.ts';

/** Draws a picture in the given size, and returns a copy of it that the consumer closes. */
export type TakePicture = (
  size: FrameSize,
  draw: (context: CanvasRenderingContext2D, size: FrameSize) => void,
) => Promise<ImageBitmap>;

/**
 * Takes pictures with a canvas; throws if there is none. Without a GPU the canvas is in main memory: on a software
 * renderer a frame would take twice as long.
 */
export const openPictureCanvas = (): TakePicture => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: isDrawnBySoftware(), alpha: false });
  if (context === null) throw new Error('There is no canvas to take pictures with.');
  return (size, draw) => {
    if (canvas.width !== size.width) canvas.width = size.width;
    if (canvas.height !== size.height) canvas.height = size.height;
    draw(context, size);
    return createImageBitmap(canvas);
  };
};
