import type { Orientation } from '../kinematics/orientation.ts';
import { frontOn, sideOn } from '../kinematics/orientation.ts';
import { distance, middle } from '../kinematics/plane.ts';
import { isUsable, sightedBody } from '../kinematics/sighted-body.ts';
import type { View } from '../kinematics/measures.ts';
import { keypointOn, type KeypointName, type Keypoints } from '../pose/keypoints.ts';
import type { HintId } from './hints.ts';

/*
 * The set-up check: is there somebody, near enough and far enough, turned as the view asks? MoveNet reads a shoulder
 * width of 0.9 trunk lengths from the front and 0.04 from the side, so the borders lie far from both.
 */

const frontFrom = 0.5;
const sideUpTo = 0.42;
/** Nose above the shoulders against the trunk: 0.25 m / 0.50 m; it stands in for a trunk whose hips are hidden. */
const noseHeightOverTrunk = 0.5;

/** How the person stands to the camera: turned as asked, or what would help most. */
export type Framing =
  { readonly is: 'framed'; readonly orientation: Orientation } | { readonly is: 'amiss'; readonly hint: HintId };

const amiss = (hint: HintId): Framing => ({ is: 'amiss', hint });

/** Checks a cleaned pose against what a view needs. */
export const frame = (view: View, keypoints: Keypoints): Framing => {
  const sees = (name: KeypointName): boolean => isUsable(keypoints, name);
  const anyShoulder = sees('left_shoulder') || sees('right_shoulder');
  if (!anyShoulder) return amiss(sees('nose') ? 'move-back' : 'step-into-view');
  const turn = turnOf(keypoints);
  if (view === 'front') {
    if (turn !== undefined && turn < frontFrom) return amiss('face-the-camera');
    return seesArms(keypoints, frontOn) ? { is: 'framed', orientation: frontOn } : amiss('move-back');
  }
  if (turn !== undefined && turn > sideUpTo) return amiss('turn-sideways');
  const forward = forwardOf(keypoints);
  if (forward === undefined) return amiss('move-back');
  const orientation = sideOn(forward);
  return seesArms(keypoints, orientation) ? { is: 'framed', orientation } : amiss('move-back');
};

const seesArms = (keypoints: Keypoints, { view, near }: Orientation): boolean =>
  (view === 'side' ? [near] : (['left', 'right'] as const)).every(
    (side) => isUsable(keypoints, keypointOn(side, 'shoulder')) && isUsable(keypoints, keypointOn(side, 'elbow')),
  );

/** Shoulder width over trunk length; by the height of the nose where the hips are hidden, `undefined` where that is too. */
const turnOf = (keypoints: Keypoints): number | undefined => {
  const body = sightedBody(keypoints, frontOn);
  const shoulders = body.centre('shoulder');
  const width = body.width('shoulder');
  const hips = body.centre('hip');
  const nose = body.nose();
  if (!shoulders || width === undefined) return undefined;
  if (hips) return width / Math.max(1, distance(shoulders, hips));
  return nose && (width * noseHeightOverTrunk) / Math.max(1, distance(shoulders, nose));
};

/** Where the person looks in a side view: where the nose lies from the ears, or from the shoulders where no ear is seen. */
const forwardOf = (keypoints: Keypoints): 1 | -1 | undefined => {
  const { nose, left_ear, right_ear, left_shoulder, right_shoulder } = keypoints;
  if (nose.score === 0) return undefined;
  const pairs = [
    [left_ear, right_ear],
    [left_shoulder, right_shoulder],
  ] as const;
  for (const [left, right] of pairs) {
    if (left.score === 0 && right.score === 0) continue;
    const from = left.score === 0 ? right : right.score === 0 ? left : middle(left, right);
    return nose.x >= from.x ? 1 : -1;
  }
  return undefined;
};
