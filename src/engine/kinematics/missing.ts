import { isUsable } from './sighted-body.ts';
import type { KeypointName, Keypoints } from '../pose/keypoints.ts';

/** The keypoints of a list that are not usable in this pose. */
export const missingOf = (names: readonly KeypointName[], keypoints: Keypoints): readonly KeypointName[] =>
  names.filter((name) => !isUsable(keypoints, name));
