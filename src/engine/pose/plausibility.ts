import type { Millis } from '../units.ts';
import type { LastSeen } from './last-seen.ts';
import { keypointOn, sides, type KeypointName, type Keypoints, type Side } from './keypoints.ts';

/** The user's own size in the picture, pixels. */
export interface Scale {
  readonly pixelsPerMetre: number;
  readonly upperArm: Readonly<Record<Side, number | undefined>>;
  readonly forearm: Readonly<Record<Side, number | undefined>>;
}

/** A limb longer than this share of its neutral length is misplaced; a shorter one may be foreshortened. */
const longestLimb = 1.25;
/**
 * Keypoints faster than this are misplaced, metres per second: 3 for all, 5 for the wrist. Arms dropped from overhead
 * within 0.8 s move the wrist 0.54 m x 2.8 rad at a peak of 1.875 times the mean, 3.5 m/s.
 */
const fastest = 3;
const fastestWrist = 5;
/**
 * The least time over which a jump is measured, ms: one camera frame, so that jitter at 60 frames per second does not
 * count as speed.
 */
const shortestStep = 33;
/** A keypoint that stays where it jumped to is accepted after this time, ms. */
const disbelief = 300;

/** The limb that ends at a keypoint: where it begins, and its length. */
interface Limb {
  readonly root: KeypointName;
  readonly lengthIn: (scale: Scale) => number | undefined;
}

const limbs: ReadonlyMap<KeypointName, Limb> = new Map(
  sides.flatMap((side): readonly (readonly [KeypointName, Limb])[] => [
    [keypointOn(side, 'elbow'), { root: keypointOn(side, 'shoulder'), lengthIn: (scale) => scale.upperArm[side] }],
    [keypointOn(side, 'wrist'), { root: keypointOn(side, 'elbow'), lengthIn: (scale) => scale.forearm[side] }],
  ]),
);

/** Whether a keypoint is in a place that is possible for this user; true while the user's scale is unknown. */
export const isPlausible = (
  name: KeypointName,
  keypoints: Keypoints,
  last: LastSeen | undefined,
  at: Millis,
  scale: Scale | undefined,
): boolean => {
  const keypoint = keypoints[name];
  if (keypoint.score === 0 || !scale) return true;
  if (last && at - last.at <= disbelief) {
    const metres = Math.hypot(keypoint.x - last.x, keypoint.y - last.y) / scale.pixelsPerMetre;
    const elapsed = Math.max(at - last.at, shortestStep) / 1000;
    if (metres / elapsed > (name.endsWith('wrist') ? fastestWrist : fastest)) return false;
  }
  return !isTooLong(name, keypoints, scale);
};

const isTooLong = (name: KeypointName, keypoints: Keypoints, scale: Scale): boolean => {
  const limb = limbs.get(name);
  if (!limb) return false;
  const root = keypoints[limb.root];
  const neutral = limb.lengthIn(scale);
  if (root.score === 0 || neutral === undefined) return false;
  return Math.hypot(keypoints[name].x - root.x, keypoints[name].y - root.y) > longestLimb * neutral;
};
