import type { Millis } from '../units.ts';
import type { Keypoints } from './keypoints.ts';

/** The size of the picture that contains the keypoints, pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** One pose of one person: the time (ms since the source's first frame), the picture's size, and every keypoint. */
export interface TimedPose {
  readonly at: Millis;
  readonly frame: FrameSize;
  readonly keypoints: Keypoints;
  /** Mean luma of the measured part of the picture, 0-1; `undefined` where it was not measured. */
  readonly light?: number | undefined;
}
