import type { Millis } from '../units.ts';
import type { LastSeen } from './last-seen.ts';
import { keypointOn, type KeypointName, type Keypoints, type PairedPart, type Side } from './keypoints.ts';

/** The person's own size in the picture, pixels. */
export interface Scale {
  readonly pixelsPerMetre: number;
  readonly upperArm: Readonly<Record<Side, number | undefined>>;
  readonly forearm: Readonly<Record<Side, number | undefined>>;
}

/** A limb drawn longer than this share of its neutral length was misplaced; a shorter one may point at the lens. */
const longestLimb = 1.25;
/**
 * Metres a second; faster keypoints are misplaced. 3 for all, 5 for the wrist: arms dropped from overhead within 0.8 s
 * move it 0.54 m x 2.8 rad at a peak of 1.875 times the mean, 3.5 m/s.
 */
const fastest = 3;
const fastestWrist = 5;
/** Jumps are measured over at least a camera's frame, so that jitter at 60 frames a second is no speed, ms. */
const shortestStep = 33;
/** A keypoint that stays where it jumped to is believed again, ms. */
const disbelief = 300;

const limbs: Partial<Record<PairedPart, readonly [PairedPart, 'upperArm' | 'forearm']>> = {
  elbow: ['shoulder', 'upperArm'],
  wrist: ['elbow', 'forearm'],
};

/** Whether a keypoint lies where this person's could lie; true where nothing is known yet. */
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
  const [side, part] = name.split('_') as [Side, PairedPart | undefined];
  const limb = part && limbs[part];
  if (!limb) return false;
  const [from, kind] = limb;
  const root = keypoints[keypointOn(side, from)];
  const neutral = scale[kind][side];
  if (root.score === 0 || neutral === undefined) return false;
  return Math.hypot(keypoints[name].x - root.x, keypoints[name].y - root.y) > longestLimb * neutral;
};
