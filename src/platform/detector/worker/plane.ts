import type { FrameSize } from '../../../engine/pose/pose.ts';

/** One plane of a frame: where it begins in the frame's bytes, `step` bytes from value to value, `stride` from row to row. */
export interface PlanePlace {
  readonly offset: number;
  readonly stride: number;
  readonly step: number;
}

/** A plane, its size, and the frame's bytes. */
export interface Plane extends PlanePlace, FrameSize {
  readonly values: Uint8Array;
}
