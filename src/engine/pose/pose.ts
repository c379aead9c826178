import type { Millis } from '../units.ts';
import type { Keypoints } from './keypoints.ts';

/** The size in pixels of the picture that the keypoints lie in. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** One pose of one person: when (ms since the source's first frame), in what picture, and where each keypoint lies. */
export interface TimedPose {
  readonly at: Millis;
  readonly frame: FrameSize;
  readonly keypoints: Keypoints;
  /** How bright what was looked at is: its mean luma, 0-1; `undefined` where nobody measured. */
  readonly light?: number | undefined;
}
