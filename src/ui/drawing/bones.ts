import { keypointOn, sides, type KeypointName, type PairedPart } from '../../engine/pose/keypoints.ts';

/** A line between two keypoints. */
export type Bone = readonly [KeypointName, KeypointName];

const limbs: readonly (readonly [PairedPart, PairedPart])[] = [
  ['shoulder', 'elbow'],
  ['elbow', 'wrist'],
  ['shoulder', 'hip'],
  ['hip', 'knee'],
  ['knee', 'ankle'],
];

const across: readonly PairedPart[] = ['shoulder', 'hip'];

/** The bones of the drawn skeleton; both sides come from one table. */
export const bones: readonly Bone[] = [
  ...sides.flatMap((side) => limbs.map(([from, to]): Bone => [keypointOn(side, from), keypointOn(side, to)])),
  ...across.map((part): Bone => [keypointOn('left', part), keypointOn('right', part)]),
];

/** The keypoints of the face, drawn as small dots. */
export const facePoints: readonly KeypointName[] = [
  'nose',
  ...sides.flatMap((side) => [keypointOn(side, 'eye'), keypointOn(side, 'ear')]),
];

/** The joints, drawn as dots. */
export const joints: readonly KeypointName[] = [...new Set(bones.flat())];
