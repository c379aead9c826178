import type { FrameSize } from '../engine/pose/pose.ts';
import { isDrawnBySoftware } from './graphics.ts';

/** Draws something in a size of its own, and answers a copy of it that its consumer closes. */
export type TakePicture = (
  size: FrameSize,
  draw: (context: CanvasRenderingContext2D, size: FrameSize) => void,
) => Promise<ImageBitmap>;

/**
 * Takes pictures by way of a canvas. Without a graphics card it lies in main memory: the way through a pretended card
 * doubles the time of a frame.
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
