import type { SessionTime } from '../units.ts';
import type { Keypoints } from './keypoints.ts';

/** The size of the picture that contains the keypoints, pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Whether two pictures have the same size. */
export const isSameSize = (one: FrameSize, other: FrameSize): boolean =>
  one.width === other.width && one.height === other.height;

/**
 * One pose of one person: the time (source time from a source, session time in the engine), the picture's size, and every
 * keypoint.
 */
export interface TimedPose<At extends number = SessionTime> {
  readonly at: At;
  readonly frame: FrameSize;
  readonly keypoints: Keypoints;
  /** Mean luma of the measured part of the picture, 0-1; `undefined` where it was not measured. */
  readonly light?: number | undefined;
  /** Whether the whole picture has one colour, as behind a lens cover; `undefined` where it was not measured. */
  readonly isPlain?: boolean | undefined;
  /** How many pictures the camera has shown since the last pose, with this one; `undefined` where they were not counted. */
  readonly arrived?: number | undefined;
  /** Whether pictures before it were left out on purpose: a device that does so is fast enough. */
  readonly hasSpared?: boolean | undefined;
  /** Whether no detector reads the pictures any more: the keypoints say nothing about the user. */
  readonly isUnread?: boolean | undefined;
}
