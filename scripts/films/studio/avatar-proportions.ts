import type { Object3D } from 'three';
import { faceShape } from '../../../src/engine/figure/face.ts';
import { proportionsOf, type Proportions } from '../../../src/engine/figure/proportions.ts';
import { distance, dot, subtract, type Vector3 } from '../../../src/engine/figure/vector.ts';
import { forSides } from '../../../src/engine/figure/full-joint-angles.ts';
import { signOf } from '../../../src/engine/figure/arm.ts';
import type { Side } from '../../../src/engine/pose/keypoints.ts';
import { measureHead } from './avatar-head.ts';
import { placeOf } from './avatar-load.ts';
import { skinPlaces } from './avatar-skin.ts';
import { meanLength } from './avatar-pose.ts';
import {
  boneName,
  middleOf,
  sideBones,
  trunkBetween,
  trunkBones,
  type BoneName,
  type RestBody,
} from './avatar-rest.ts';

/** A rigged body measured in its T-pose: what is needed to pose it, and its proportions as the figure's. */
export interface MeasuredRig {
  readonly rest: RestBody;
  readonly proportions: Proportions;
}

/** The height of the hip joints above the floor as a share of stature (Drillis & Contini 1966). */
const hipHeightShare = 0.53;

/**
 * How much lower the shoulders are with hanging arms than in the T-pose, as a share of the clavicle: the sine of 9
 * degrees.
 */
const clavicleSlope = 0.16;

/** The depth of the shoulder joint under the skin on top of it, as a share of stature: the figure's value. */
const shoulderDepthShare = 0.0326;

/** The search radius for the skin over a shoulder joint, seen from above, metres. */
const overShoulder = 0.02;

/** The height of the shoulder joints from the skin over them; rigs have them in the middle of a sleeve. */
const shoulderHeight = (root: Object3D, [x, y, z]: Vector3, stature: number): number => {
  const over = skinPlaces(root).filter(
    (place) => Math.abs(place[0] - x) < overShoulder && Math.abs(place[2] - z) < overShoulder,
  );
  return Math.max(y, ...over.map((place) => place[1] - shoulderDepthShare * stature));
};

const jointsOf = (root: Object3D, stature: number): RestBody['joints'] => {
  const names: readonly BoneName[] = [
    ...trunkBones,
    ...sideBones.flatMap((bone) => [boneName('left', bone), boneName('right', bone)]),
  ];
  const height = shoulderHeight(root, placeOf(root, 'LeftArm'), stature);
  const jointAt = (name: BoneName): Vector3 => {
    const [x, y, z] = placeOf(root, name);
    return [x, /(Left|Right)Arm/.test(name) ? height : y, z];
  };
  return Object.fromEntries(names.map((name) => [name, jointAt(name)])) as unknown as RestBody['joints'];
};

/**
 * Measures a rigged body in its T-pose. The joints: elbows, wrists, knees, ankles and the width of shoulders and hips
 * are the rig's. The shoulders are as deep under the skin as the figure's, and lower than in the T-pose by the amount
 * that arms raised sideways raise them. The hip joints' height is a share of stature, because the rig's own varies with
 * the clothes (by 1 to 2 cm); seen from the side they are half-way between the rig's, which are at the front of the
 * trousers, and the root of its spine behind. The head's frame and size are the best fit of the figure's ears, nose and
 * eyes to those of the mesh.
 */
export const measureRig = (root: Object3D): MeasuredRig => {
  const head = measureHead(root);
  const stature = head.frame.origin[1] + faceShape.top[1] * head.height;
  const joints = jointsOf(root, stature);
  const at = (side: Side, bone: (typeof sideBones)[number]): Vector3 => joints[boneName(side, bone)];
  const clavicle = meanLength((side) => [at(side, 'Shoulder'), at(side, 'Arm')]);
  const shoulders = subtract(middleOf(at('left', 'Arm'), at('right', 'Arm')), [0, clavicle * clavicleSlope, 0]);
  const hipHalfWidth = distance(at('left', 'UpLeg'), at('right', 'UpLeg')) / 2;
  const hipAhead = (at('left', 'UpLeg')[2] + joints.Hips[2]) / 2;
  const middle: Vector3 = [0, stature * hipHeightShare, hipAhead];
  const hips = forSides((side): Vector3 => [signOf(side) * hipHalfWidth, middle[1], hipAhead]);
  const { trunk, chest } = trunkBetween(middle, shoulders);
  const trunkLength = distance(middle, shoulders);
  const fingertips = forSides((side) => placeOf(root, `${side === 'left' ? 'Left' : 'Right'}HandMiddle4`));
  const knuckles = forSides((side) => placeOf(root, `${side === 'left' ? 'Left' : 'Right'}HandMiddle1`));
  const inner = middleOf(at('left', 'Shoulder'), at('right', 'Shoulder'));
  const usual = proportionsOf(stature);
  const ankleHeight = (at('left', 'Foot')[1] + at('right', 'Foot')[1]) / 2;
  const shank = meanLength((side) => [at(side, 'Leg'), at(side, 'Foot')]);
  return {
    rest: { joints, knuckles, trunk, trunkLength, chest, head: head.frame, hips },
    proportions: {
      ...usual,
      trunk: trunkLength,
      shoulderHalfWidth: distance(at('left', 'Arm'), at('right', 'Arm')) / 2,
      clavicleHalfGap: distance(at('left', 'Shoulder'), at('right', 'Shoulder')) / 2,
      clavicleDepth: Math.max(0, dot(subtract(inner, shoulders), chest.z)),
      upperArm: meanLength((side) => [at(side, 'Arm'), at(side, 'ForeArm')]),
      forearm: meanLength((side) => [at(side, 'ForeArm'), at(side, 'Hand')]),
      hand: meanLength((side) => [at(side, 'Hand'), fingertips[side]]),
      neck: dot(subtract(head.frame.origin, shoulders), chest.y),
      head: head.height,
      hipHalfWidth,
      thigh: meanLength((side) => [hips[side], at(side, 'Leg')]),
      shank,
      ankleHeight,
      seatHeight: ankleHeight + shank - (usual.ankleHeight + usual.shank - usual.seatHeight),
    },
  };
};
