import type { FrameSize } from '../../engine/pose/pose.ts';
import type { Picture } from '../../ports/frame.ts';

/** The short side of a judged frame, pixels: enough for the crop to MoveNet's 192 x 192 input; more only costs time. */
const shortSide = 288;

/** The size in which a picture is judged: same aspect ratio, short side at most 288 pixels. */
export const judgedSize = ({ width, height }: FrameSize): FrameSize => {
  const scale = Math.min(1, shortSide / Math.min(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
};

/** The size in which the keypoints of a picture lie: a camera's frame is made small only where it is read. */
export const sizeOf = (picture: Picture): FrameSize =>
  'displayWidth' in picture
    ? judgedSize({ width: picture.displayWidth, height: picture.displayHeight })
    : { width: picture.width, height: picture.height };
