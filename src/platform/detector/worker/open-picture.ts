import type { FrameSize } from '../../../engine/pose/pose.ts';
import type { Picture } from '../../../ports/frame.ts';
import type { Detection } from '../protocol.ts';
import { sizeOf } from '../judged-size.ts';
import type { Crop } from './crop.ts';
import { pictureReader } from './fingerprint.ts';
import { cropReader, type Look } from './pixels.ts';
import { rawReader } from './raw-picture.ts';

/** A picture that can be read until the next one is opened. */
export interface OpenPicture {
  /** The size in which it is judged, pixels; keypoints and crops lie in it. */
  readonly size: FrameSize;
  /** A part of it as MoveNet reads it. */
  look(crop: Crop): Look;
  marks(): Pick<Detection, 'picture' | 'isPlain'>;
}

/**
 * Returns a function that opens pictures for a model's square input. A camera's frame is read from its planes where they
 * can be had, since to draw all of it in RGB takes as long as MoveNet; otherwise it is drawn small first.
 */
export const pictureOpener = (side: number): ((picture: Picture) => Promise<OpenPicture>) => {
  const read = cropReader(side);
  const readMarks = pictureReader();
  const readRaw = rawReader(side);
  let drawn: ImageBitmap | undefined;

  const opened = (image: ImageBitmap): OpenPicture => ({
    size: sizeOf(image),
    look: (crop) => read(image, crop),
    marks: () => readMarks(image),
  });

  return async (picture) => {
    drawn?.close();
    drawn = undefined;
    if (!('displayWidth' in picture)) return opened(picture);
    const size = sizeOf(picture);
    const raw = await readRaw(picture);
    if (raw === undefined) {
      drawn = await createImageBitmap(picture, { resizeWidth: size.width, resizeHeight: size.height });
      return opened(drawn);
    }
    const scale = raw.size.width / size.width;
    return {
      size,
      look: ({ x, y, size: side }) => raw.look({ x: x * scale, y: y * scale, size: side * scale }),
      marks: () => raw.marks(),
    };
  };
};
