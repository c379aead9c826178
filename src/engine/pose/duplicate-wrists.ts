import type { Keypoint, KeypointName, Keypoints } from './keypoints.ts';
import type { LastSeen } from './last-seen.ts';

/*
 * A hand that the model does not see it now and then puts where the other hand is. On films of the figure with the hands on the
 * shoulders MoveNet Thunder laid the right wrist within 3 pixels of the left for seconds, 45-60 pixels from the truth, at 0.24-0.46
 * against 0.40-0.58. Elbows are left alone: they may truly meet.
 */

/** Two hands nearer than this are at one place, metres: the width of a wrist. */
const onePlace = 0.06;
/** A hand that scores less than this share of the other is the one that is not seen; folded hands score alike. */
const muchLess = 0.7;
/** So is the one that was further away when it was last believed, metres, where the other was here: hands that come together come on a way. */
const elsewhere = 0.12;

const isFar = (one: Keypoint, last: LastSeen | undefined, pixelsPerMetre: number): boolean =>
  last !== undefined && Math.hypot(one.x - last.x, one.y - last.y) > elsewhere * pixelsPerMetre;

/** Keypoints, seen from the front, without a hand that is only the other hand once more: that one has score 0. */
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
