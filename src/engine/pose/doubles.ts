import type { Keypoint, Keypoints } from './keypoints.ts';

/*
 * A hand that the model does not see it now and then puts where the other hand is, and scores it low. On a film of the figure with
 * the hands on the shoulders the right wrist lay for a second and a half within 3 pixels of the left, 60 pixels from the truth, at
 * 0.24-0.36 against 0.54-0.58. Elbows are left alone: they may truly meet.
 */

/** Two hands nearer than this are at one place, metres: the width of a wrist. */
const onePlace = 0.06;
/** A hand that scores less than this share of the other is the one that is not seen. Folded hands score alike. */
const muchLess = 0.7;

const isDouble = (one: Keypoint, other: Keypoint, pixelsPerMetre: number): boolean =>
  one.score > 0 &&
  one.score < muchLess * other.score &&
  Math.hypot(one.x - other.x, one.y - other.y) < onePlace * pixelsPerMetre;

/** Keypoints, seen from the front, without a hand that is only the other hand once more: that one has score 0. */
export const withoutDoubles = (keypoints: Keypoints, pixelsPerMetre: number): Keypoints => {
  const { left_wrist: left, right_wrist: right } = keypoints;
  if (isDouble(left, right, pixelsPerMetre)) return { ...keypoints, left_wrist: { ...left, score: 0 } };
  if (isDouble(right, left, pixelsPerMetre)) return { ...keypoints, right_wrist: { ...right, score: 0 } };
  return keypoints;
};
