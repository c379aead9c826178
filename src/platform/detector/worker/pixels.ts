import type { DetectorModel } from '../../../ports/detector-model.ts';
import { brightened } from './brighten.ts';
import type { Crop } from './crop.ts';

/** The side of each model's square input, pixels. */
export const inputSides: Readonly<Record<DetectorModel, number>> = { lightning: 192, thunder: 256 };

/**
 * The input of MoveNet: red, green and blue of each pixel, 0-255, row by row, brightened if it was dim; and its mean luma
 * before, 0-1. Valid until the next one is read.
 */
export interface Look {
  readonly rgb: Int32Array;
  readonly light: number;
}

/**
 * Draws square parts of pictures as squares of that side in pixels, black outside the picture, with one canvas in main
 * memory. TensorFlow.js itself would use a canvas on the GPU and wait for it to be read back at every frame.
 */
export const cropReader = (side: number): ((image: ImageBitmap, crop: Crop) => Look) => {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (context === null) throw new Error('This browser cannot draw in a worker.');
  // Noise of the figure's elbows at rest and shown: 0.5 and 2.2 pixels with `low`, 0.3 and 0.8 with `medium`; `high` is
  // the same here, and `low` with an intermediate canvas of 256 has 0.2 and 1.4.
  context.imageSmoothingQuality = 'medium';
  const rgb = new Int32Array(side * side * 3);
  return (image, { x, y, size }) => {
    const zoom = side / size;
    context.clearRect(0, 0, side, side);
    context.drawImage(image, -x * zoom, -y * zoom, image.width * zoom, image.height * zoom);
    const { data } = context.getImageData(0, 0, side, side);
    for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
      rgb[to] = data[from] ?? 0;
      rgb[to + 1] = data[from + 1] ?? 0;
      rgb[to + 2] = data[from + 2] ?? 0;
    }
    return { rgb, light: brightened(rgb) };
  };
};
