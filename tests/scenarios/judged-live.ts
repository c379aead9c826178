import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { sourceTime } from '../../src/engine/units.ts';
import { createFrameRate } from '../../src/platform/detector/frame-rate.ts';

/** The device before which a body moves. */
export interface LiveDevice {
  /** Since when it runs on its battery, ms; never by default. */
  readonly unpluggedAt?: number;
  /** How long a detection takes, ms. */
  readonly took?: number;
}

/**
 * The poses that are judged of a camera that shows all of these: those that are due by the frame rate, one in flight at a
 * time, the newest first.
 */
export const judgedLive = <At extends number>(
  poses: readonly TimedPose<At>[],
  { unpluggedAt = Infinity, took = 30 }: LiveDevice = {},
): readonly TimedPose<At>[] => {
  let now = -Infinity;
  const rate = createFrameRate(() => now >= unpluggedAt);
  const judged: TimedPose<At>[] = [];
  let flying: { readonly pose: TimedPose<At>; readonly until: number } | undefined;
  let waiting: TimedPose<At> | undefined;
  const landBy = (by: number): void => {
    while (flying && flying.until <= by) {
      const { pose, until } = flying;
      const hasSpared = rate.judged(pose.keypoints, sourceTime(pose.at), took);
      judged.push({ ...pose, hasSpared });
      flying = waiting && { pose: waiting, until: until + took };
      waiting = undefined;
    }
  };
  for (const pose of poses) {
    now = pose.at;
    landBy(now);
    if (!rate.isDue(sourceTime(pose.at))) continue;
    if (flying) waiting = pose;
    else flying = { pose, until: pose.at + took };
  }
  landBy(Infinity);
  return judged;
};
