import type { Detection } from '../protocol.ts';
import { isPlainPicture } from './plain-picture.ts';
import type { Plane } from './plane.ts';

/** FNV-1a's offset and prime, 32 bits. */
const offsetBasis = 0x811c9dc5;
const prime = 0x01000193;

/** One row in so many is read: a sensor's noise is in all of them, and reading takes time. */
const rowsApart = 4;

/**
 * Returns a function that reads a picture once, for two things. `picture` is a 32-bit number, the same for the same pixels
 * and for nothing else that a camera delivers: no two pictures of a working sensor have equal noise. `isPlain`: whether
 * the whole picture has one colour.
 */
export const pictureReader = (): ((image: ImageBitmap) => Pick<Detection, 'picture' | 'isPlain'>) => {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (context === null) throw new Error('This browser cannot draw in a worker.');
  return (image) => {
    const { width } = image;
    const rows = Math.ceil(image.height / rowsApart);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== rows) canvas.height = rows;
    // Without smoothing whole rows are left out, and none are mixed.
    context.imageSmoothingEnabled = false;
    context.drawImage(image, 0, 0, width, rows);
    const pixels = new Uint32Array(context.getImageData(0, 0, width, rows).data.buffer);
    let hash = offsetBasis;
    for (const pixel of pixels) hash = Math.imul(hash ^ pixel, prime);
    return { picture: hash >>> 0, isPlain: isPlainPicture(pixels, width) };
  };
};

/** How many rows of a plane are read for its fingerprint, at most. */
const rowsRead = 72;

/** The fingerprint of a plane, as `picture` above. */
export const fingerprintOf = ({ width, height, values, offset, stride, step }: Plane): number => {
  let hash = offsetBasis;
  for (let row = 0; row < height; row += Math.ceil(height / rowsRead)) {
    const begin = offset + row * stride;
    for (let at = begin; at < begin + width * step; at += step) hash = Math.imul(hash ^ (values[at] ?? 0), prime);
  }
  return hash >>> 0;
};
