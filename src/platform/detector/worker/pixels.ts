/** A picture that MoveNet reads. */
export type Picture = ImageBitmap | OffscreenCanvas;

/**
 * Copies each picture to one canvas kept in main memory. TensorFlow.js would use a canvas on the graphics card and wait for it to
 * be read back at every frame.
 */
export const readablePixels = (): ((picture: Picture) => OffscreenCanvas) => {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (context === null) throw new Error('This browser cannot draw in a worker.');
  return (picture) => {
    const { width, height } = picture;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.drawImage(picture, 0, 0);
    return canvas;
  };
};
