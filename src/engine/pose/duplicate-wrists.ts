import type { Keypoint, KeypointName, Keypoints } from './keypoints.ts';
import type { LastSeen } from './last-seen.ts';

/*
 * MoveNet sometimes places an occluded wrist on the visible one. On films of the figure with the hands on the
 * shoulders, MoveNet Thunder placed the right wrist within 3 pixels of the left for seconds, 45-60 pixels from the
 * truth, with scores of 0.24-0.46 against 0.40-0.58. Elbows are not checked: they may really touch.
 */

/** Two wrists closer than this coincide, metres: the width of a wrist. */
const onePlace = 0.06;
/**
 * Of two coinciding wrists, one that scores less than this share of the other is the duplicate; the wrists of folded
 * hands score alike.
 */
const muchLess = 0.7;
/**
 * So is the one whose last place is further away than this, metres, if the other's is not: hands that really meet move
 * there continuously.
 */
const elsewhere = 0.12;

const isFar = (one: Keypoint, last: LastSeen | undefined, pixelsPerMetre: number): boolean =>
  last !== undefined && Math.hypot(one.x - last.x, one.y - last.y) > elsewhere * pixelsPerMetre;

/** Front view only: returns the keypoints with the score of a duplicate wrist set to 0. */
export const withoutDuplicateWrists = (
  keypoints: Keypoints,
  last: ReadonlyMap<KeypointName, LastSeen>,
  pixelsPerMetre: number,
): Keypoints => {
  const { left_wrist: left, right_wrist: right } = keypoints;
  const apart = Math.hypot(left.x - right.x, left.y - right.y);
  if (left.score === 0 || right.score === 0 || apart >= onePlace * pixelsPerMetre) return keypoints;
  const leftLeapt = isFar(left, last.get('left_wrist'), pixelsPerMetre);
  const rightLeapt = isFar(right, last.get('right_wrist'), pixelsPerMetre);
  if (left.score < muchLess * right.score || (leftLeapt && !rightLeapt))
    return { ...keypoints, left_wrist: { ...left, score: 0 } };
  if (right.score < muchLess * left.score || (rightLeapt && !leftLeapt))
    return { ...keypoints, right_wrist: { ...right, score: 0 } };
  return keypoints;
};
