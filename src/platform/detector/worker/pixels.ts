/**
 * Reads pictures by way of one canvas in main memory. TensorFlow.js by itself would use a canvas on the graphics card and wait for
 * it to be read back at every frame.
 */
export const pixelReader = (): ((image: ImageBitmap) => ImageData) => {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (context === null) throw new Error('This browser cannot draw in a worker.');
  return (image) => {
    const { width, height } = image;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, width, height);
  };
};
