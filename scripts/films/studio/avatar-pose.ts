import { poseArmBones } from './avatar-arm.ts';
import { boneName, type RestBody } from './avatar-rest.ts';
import { carried, swungTo, turned, type Move } from './avatar-move.ts';
import type { Body } from '../../../src/engine/figure/body.ts';
import {
  add,
  axesAlong,
  distance,
  dot,
  mix,
  normalize,
  pointIn,
  scale,
  subtract,
  worldAxes,
  type Frame,
  type Vector3,
} from '../../../src/engine/figure/vector.ts';
import { sides, type Side } from '../../../src/engine/pose/keypoints.ts';

/**
 * The frame at this height along a body's spine from the hips, metres: the pelvis, or between the two nearest frames of
 * the spine.
 */
const frameUpSpine = ({ pelvis, spine, proportions }: Body, height: number): Frame => {
  const first = spine[0] ?? pelvis;
  if (height <= proportions.pelvis) return { ...pelvis, origin: pointIn(pelvis, [0, height, 0]) };
  const segment = (proportions.trunk - proportions.pelvis) / (spine.length - 1);
  const place = Math.min((height - proportions.pelvis) / segment, spine.length - 1);
  const index = Math.min(Math.floor(place), spine.length - 2);
  const below = spine[index] ?? first;
  const above = spine[index + 1] ?? below;
  const share = place - index;
  return {
    origin: mix(below.origin, above.origin, share),
    ...axesAlong(normalize(mix(below.y, above.y, share)), mix(below.z, above.z, share)),
  };
};

/**
 * The height along the spine, as a share of the way to the next bone, from which each bone takes its direction; the
 * last carries the ribs.
 */
const directedAt = { Spine: 0.5, Spine1: 0.5, Spine2: 0.65 } as const;

const poseSpine = (rest: RestBody, body: Body): readonly (readonly [string, Move])[] => {
  const { joints, trunk, trunkLength } = rest;
  const upTrunk = (point: Vector3): number => dot(subtract(point, trunk.origin), trunk.y);
  const scaled = (height: number): number => (height / trunkLength) * body.proportions.trunk;
  const chain = ['Spine', 'Spine1', 'Spine2'] as const;
  const heights = [...chain.map((name) => upTrunk(joints[name])), trunkLength];
  return chain.map((name, index) => {
    const height = heights[index] ?? 0;
    const next = heights[index + 1] ?? trunkLength;
    const foot = add(trunk.origin, scale(trunk.y, height));
    const here = frameUpSpine(body, scaled(height));
    const joint = carried({ from: { ...trunk, origin: foot }, to: here }, joints[name]);
    const directed = frameUpSpine(body, scaled(height + (next - height) * directedAt[name]));
    return [name, { from: { ...trunk, origin: joints[name] }, to: { ...directed, origin: joint } }];
  });
};

/** The neck points at the head's joint and faces half-way between chest and head. */
const poseNeck = (rest: RestBody, chest: Move, head: Move): Move => {
  const { Neck: from, Head: to } = rest.joints;
  const base = carried(chest, from);
  const forward = normalize(add(turned(chest, [0, 0, 1]), turned(head, [0, 0, 1])));
  return {
    from: { origin: from, ...axesAlong(normalize(subtract(to, from)), [0, 0, 1]) },
    to: { origin: base, ...axesAlong(normalize(subtract(carried(head, to), base)), forward) },
  };
};

const poseLegBones = (side: Side, rest: RestBody, body: Body, pelvis: Move): readonly (readonly [string, Move])[] => {
  const { joints, hips } = rest;
  const { hip, knee, ankle } = body.legs[side];
  const restKnee = joints[boneName(side, 'Leg')];
  const restAnkle = joints[boneName(side, 'Foot')];
  const thigh = swungTo(pelvis, [hips[side], restKnee], [hip, knee]);
  return [
    [boneName(side, 'UpLeg'), thigh],
    [boneName(side, 'Leg'), swungTo(thigh, [restKnee, restAnkle], [knee, ankle])],
    [boneName(side, 'Foot'), { from: { origin: restAnkle, ...worldAxes }, to: { origin: ankle, ...worldAxes } }],
  ];
};

/**
 * How each bone of a rigged body moves from its T-pose to a body's pose: its joint moves to the body's joint, so with
 * the rig's own proportions the joints match the body's to the millimetre, and bones keep their lengths.
 */
export const poseRig = (rest: RestBody, body: Body): ReadonlyMap<string, Move> => {
  const pelvis: Move = { from: rest.trunk, to: body.pelvis };
  const chest: Move = { from: rest.chest, to: body.chest };
  const head: Move = { from: rest.head, to: body.head };
  return new Map<string, Move>([
    ['Hips', pelvis],
    ...poseSpine(rest, body),
    ['Neck', poseNeck(rest, chest, head)],
    ['Head', head],
    ...sides.flatMap((side) => [
      ...poseArmBones(side, rest, body.arms[side], chest),
      ...poseLegBones(side, rest, body, pelvis),
    ]),
  ]);
};

/** The distance between two places of a rig, mean of both sides, metres. */
export const meanLength = (lengthAt: (side: Side) => readonly [Vector3, Vector3]): number =>
  sides.reduce((sum, side) => sum + distance(...lengthAt(side)), 0) / sides.length;
