import type { FrameSize } from '../../engine/pose/pose.ts';
import type { Box } from './box.ts';

/** A rectangle of whole device pixels within the shown picture. */
export interface CanvasPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Edges lie on multiples of this, device pixels: a canvas that changes its size gets new memory, and one that moves costs the
 * page a style and a layout.
 */
const step = 64;

/** A canvas of more than so many times the area that is needed shrinks. */
const tooLarge = 3;

/**
 * Where a canvas lies that shows a box: within the picture, both in device pixels, and of the size that it had, if that is
 * enough and not far too much.
 */
export const placeFor = (box: Box, picture: FrameSize, before: CanvasPlace | undefined): CanvasPlace => {
  const across = extentFor(box.left, box.right, picture.width);
  const down = extentFor(box.top, box.bottom, picture.height);
  const keeps =
    before !== undefined &&
    fits(before.width, across.size, picture.width) &&
    fits(before.height, down.size, picture.height) &&
    before.width * before.height <= tooLarge * across.size * down.size;
  const { width, height } = keeps ? before : { width: across.size, height: down.size };
  return {
    left: beginOf(across, width, picture.width, keeps ? before.left : undefined),
    top: beginOf(down, height, picture.height, keeps ? before.top : undefined),
    width,
    height,
  };
};

/** The part of a length that is needed: where it begins, and its size; it ends on the grid or with the length. */
interface Extent {
  readonly from: number;
  readonly size: number;
}

/** Where a canvas of that size begins: where it did, if that still contains what is needed. */
const beginOf = ({ from, size }: Extent, had: number, length: number, before: number | undefined): number =>
  before !== undefined && before <= from && before + had >= from + size
    ? before
    : Math.max(0, Math.min(from, wholeOf(length) - had));

/** The whole pixels of a length: a part of a last one would reach beyond the picture, and beyond a narrow screen. */
const wholeOf = (length: number): number => Math.max(1, Math.floor(length));

const fits = (had: number, needed: number, length: number): boolean => had >= needed && had <= wholeOf(length);

/** The part of a length that a box needs. */
const extentFor = (from: number, to: number, length: number): Extent => {
  const whole = wholeOf(length);
  const begins = Math.floor(Math.max(0, Math.min(from, whole - 1)) / step) * step;
  const ends = Math.min(whole, Math.ceil(Math.max(begins + 1, to) / step) * step);
  return { from: begins, size: ends - begins };
};
