import type { Arm } from '../../../src/engine/figure/arm.ts';
import { signOf } from '../../../src/engine/figure/arm.ts';
import {
  across,
  axesAlong,
  lengthOf,
  normalize,
  slerp,
  subtract,
  type Vector3,
} from '../../../src/engine/figure/vector.ts';
import type { Side } from '../../../src/engine/pose/keypoints.ts';
import { carried, rollBetween, rolled, swungBy, swungTo, turned, type Move } from './avatar-move.ts';
import { boneName, type RestBody } from './avatar-rest.ts';
import { rollNamesOf } from './avatar-roll.ts';

/**
 * How much of an upper arm's roll its skin shows at the shoulder and half-way, as shares; at the elbow it shows all of
 * it.
 */
const upperArmRoll = { near: 0.25, half: 0.6 } as const;

/**
 * The middles of the possible rolls of a shoulder and a forearm, degrees outward from the T-pose with its palms down.
 */
const middleRoll = { upper: 60, whole: 90, fore: 75 } as const;

/** The share of a straight arm's roll that the upper arm takes. */
const upperShareOfStraight = 0.5;

/**
 * The sine of the elbow's flexion from which it begins to determine the roll of the upper arm, and from which it alone
 * determines it.
 */
const bent = { from: 0.17, to: 0.64 } as const;

/** How much of an upper arm's swing from the T-pose the skin over the shoulder follows, a share. */
const shoulderGirdleShare = 0.15;

const palmDown: Vector3 = [0, -1, 0];

const rollOf = (move: Move, angle: number): Move => ({
  from: move.from,
  to: { origin: move.to.origin, ...rolled(move.to, angle) },
});

const smoothStep = (value: number, from: number, to: number): number => {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
};

/** A bone's three parts: rolled by these angles at its near end, in its middle and at its far end. */
const inParts = (name: string, move: Move, near: number, half: number, far: number) => {
  const [halfName, farName] = rollNamesOf(name);
  return [
    [name, rollOf(move, near)],
    [halfName, rollOf(move, half)],
    [farName, rollOf(move, far)],
  ] as const;
};

/** How the bones of an arm move from the T-pose. */
export const poseArmBones = (
  side: Side,
  { joints, knuckles }: RestBody,
  { shoulder, elbow, wrist, hand }: Arm,
  chest: Move,
): readonly (readonly [string, Move])[] => {
  const outward = -signOf(side);
  const name = { clavicle: boneName(side, 'Shoulder'), upper: boneName(side, 'Arm'), fore: boneName(side, 'ForeArm') };
  const rest = { shoulder: joints[name.upper], elbow: joints[name.fore], wrist: joints[boneName(side, 'Hand')] };
  const inner = joints[name.clavicle];
  const clavicle = swungTo(chest, [inner, rest.shoulder], [carried(chest, inner), shoulder]);
  const upper = swungTo(chest, [rest.shoulder, rest.elbow], [shoulder, elbow]);
  const along = upper.to.y;
  const slope = slerp(turned(chest, upper.from.y), along, shoulderGirdleShare, chest.to.z);
  const slopedBy = (v: Vector3): Vector3 => swungBy(v, turned(chest, upper.from.y), slope);
  const fore = normalize(subtract(wrist, elbow));

  const palm = swungBy(hand.z, hand.y, along);
  const whole = rollBetween(turned(upper, palmDown), palm, along, outward * middleRoll.whole);
  const bend = across(fore, along);
  const hinge = rollBetween(upper.to.z, bend, along, outward * middleRoll.upper);
  const bentness = smoothStep(lengthOf(bend), bent.from, bent.to);
  const roll = (1 - bentness) * upperShareOfStraight * whole + bentness * hinge;

  const forearm = swungTo(rollOf(upper, roll), [rest.elbow, rest.wrist], [elbow, wrist]);
  const foreRoll = rollBetween(
    turned(forearm, palmDown),
    swungBy(hand.z, hand.y, fore),
    fore,
    outward * middleRoll.fore,
  );
  const handRest = axesAlong(normalize(subtract(knuckles[side], rest.wrist)), palmDown);
  return [
    [
      name.clavicle,
      {
        from: { ...clavicle.from, origin: rest.shoulder },
        to: { origin: shoulder, x: slopedBy(clavicle.to.x), y: slopedBy(clavicle.to.y), z: slopedBy(clavicle.to.z) },
      },
    ],
    ...inParts(name.upper, upper, upperArmRoll.near * roll, upperArmRoll.half * roll, roll),
    ...inParts(name.fore, forearm, 0, foreRoll / 2, foreRoll),
    [boneName(side, 'Hand'), { from: { origin: rest.wrist, ...handRest }, to: hand }],
  ];
};
