import type { Orientation } from '../kinematics/orientation.ts';
import { frontOn, sideOn } from '../kinematics/orientation.ts';
import { between, distance, middle, type Point } from '../kinematics/plane.ts';
import { isUsable, sightedBody } from '../kinematics/sighted-body.ts';
import type { View } from '../kinematics/measures.ts';
import { keypointOn, sides, type KeypointName, type Keypoints, type PairedPart } from '../pose/keypoints.ts';
import type { HintId } from './hints.ts';

/*
 * The set-up check: is there somebody, near enough and far enough, turned as the view asks? MoveNet reads a shoulder
 * width of 0.9 trunk lengths from the front and 0.04 from the side, so the borders lie far from both.
 */

const frontFrom = 0.5;
const sideUpTo = 0.42;
/** Nose above the shoulders against the trunk: 0.25 m / 0.50 m; it stands in for a trunk whose hips are hidden. */
const noseHeightOverTrunk = 0.5;

/** How the person stands to the camera: turned as asked, or what would help most; `missing` is what must be seen and is not. */
export type Framing =
  | { readonly is: 'framed'; readonly orientation: Orientation }
  | { readonly is: 'amiss'; readonly hint: HintId; readonly missing: readonly KeypointName[] };

const amiss = (hint: HintId, missing: readonly KeypointName[] = []): Framing => ({ is: 'amiss', hint, missing });

/** Checks a cleaned pose against what a view needs, and against the keypoints that judging needs besides. */
export const frame = (
  view: View,
  keypoints: Keypoints,
  needs: (orientation: Orientation) => readonly KeypointName[],
): Framing => {
  const unseen = (names: readonly KeypointName[]): readonly KeypointName[] =>
    [...new Set(names)].filter((name) => !isUsable(keypoints, name));
  const usual = view === 'front' ? frontOn : sideOn(1);
  const seen = viewIn(keypoints);
  if (unseen(['left_shoulder', 'right_shoulder']).length === 2)
    return amiss(seen === 'nobody' ? 'step-into-view' : 'move-back', unseen([...armsOf(usual), ...needs(usual)]));
  if (seen !== undefined && seen !== view) return amiss(view === 'front' ? 'face-the-camera' : 'turn-sideways');
  const orientation = orientationIn(view, keypoints);
  if (!orientation) return amiss('show-head', unseen(['nose']));
  const missing = unseen([...armsOf(orientation), ...needs(orientation)]);
  return missing.length > 0 ? amiss(hintFor(missing), missing) : { is: 'framed', orientation };
};

const orientationIn = (view: View, keypoints: Keypoints): Orientation | undefined => {
  if (view === 'front') return frontOn;
  const forward = forwardOf(keypoints);
  return forward && sideOn(forward);
};

/** Shoulder and elbow of each side that the view judges. */
const armsOf = ({ view, near }: Orientation): readonly KeypointName[] =>
  (view === 'side' ? [near] : sides).flatMap((side) => [keypointOn(side, 'shoulder'), keypointOn(side, 'elbow')]);

const hintFor = (missing: readonly KeypointName[]): HintId => {
  if (missing.some((name) => /shoulder|elbow/.test(name))) return 'move-back';
  return missing.some((name) => name.endsWith('hip')) ? 'show-hips' : 'show-head';
};

/** How a cleaned pose stands to the camera, or that there is nobody; `undefined` where too little is seen to tell. */
export const viewIn = (keypoints: Keypoints): View | 'between' | 'nobody' | undefined => {
  const isNobody = !(['nose', 'left_shoulder', 'right_shoulder'] as const).some((name) => isUsable(keypoints, name));
  if (isNobody) return 'nobody';
  const turn = turnOf(keypoints);
  if (turn === undefined) return undefined;
  if (turn >= frontFrom) return 'front';
  return turn <= sideUpTo ? 'side' : 'between';
};

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

/**
 * Where the person looks in a side view: where the nose lies from the ears or the shoulders; without a head, where the
 * knees of somebody who sits lie from the hips, else where the hands lie from the elbows.
 */
const forwardOf = (keypoints: Keypoints): 1 | -1 | undefined => {
  const face: readonly (readonly [PairedPart | 'nose', PairedPart])[] = [
    ['nose', 'ear'],
    ['nose', 'shoulder'],
    ['knee', 'hip'],
    ['wrist', 'elbow'],
  ];
  for (const [ahead, behind] of face) {
    const way = given(placeOf(keypoints, ahead), placeOf(keypoints, behind));
    if (way) return way.x >= 0 ? 1 : -1;
  }
  return undefined;
};

const given = (ahead: Point | undefined, behind: Point | undefined): Point | undefined =>
  ahead && behind && between(behind, ahead);

/** The place of a part: the middle of its two sides, or the one that is seen. */
const placeOf = (keypoints: Keypoints, part: PairedPart | 'nose'): Point | undefined => {
  if (part === 'nose') return keypoints.nose.score > 0 ? keypoints.nose : undefined;
  const [left, right] = [keypoints[keypointOn('left', part)], keypoints[keypointOn('right', part)]];
  if (left.score > 0 && right.score > 0) return middle(left, right);
  return left.score > 0 ? left : right.score > 0 ? right : undefined;
};
