import { expect, test } from 'vitest';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { jointAnglesBetween } from '../../../src/engine/figure/between.ts';
import { faceShape, placeOnHead } from '../../../src/engine/figure/face.ts';
import { completeJointAngles } from '../../../src/engine/figure/full-joint-angles.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import { angleBetween, distance, turnAxes, worldAxes } from '../../../src/engine/figure/vector.ts';
import { sides } from '../../../src/engine/pose/keypoints.ts';
import { degreesOf } from '../../../src/engine/units.ts';
import { fitHead } from '../../../scripts/films/studio/avatar-face-fit.ts';
import { carried, type Move } from '../../../scripts/films/studio/avatar-move.ts';
import { poseRig } from '../../../scripts/films/studio/avatar-pose.ts';
import { boneName, type RestBody } from '../../../scripts/films/studio/avatar-rest.ts';
import { rollShares } from '../../../scripts/films/studio/avatar-roll.ts';

const tPose = poseBody({ rise: 1, shoulderElevation: 90 }, adult);

/** A rigged body with an adult's joints. */
const rig: RestBody = {
  joints: {
    Hips: tPose.pelvis.origin,
    Spine: tPose.spine[0]?.origin ?? [0, 0, 0],
    Spine1: tPose.spine[2]?.origin ?? [0, 0, 0],
    Spine2: tPose.spine[4]?.origin ?? [0, 0, 0],
    Neck: tPose.neckBase.origin,
    Head: tPose.head.origin,
    LeftShoulder: tPose.arms.left.clavicle,
    RightShoulder: tPose.arms.right.clavicle,
    LeftArm: tPose.arms.left.shoulder,
    RightArm: tPose.arms.right.shoulder,
    LeftForeArm: tPose.arms.left.elbow,
    RightForeArm: tPose.arms.right.elbow,
    LeftHand: tPose.arms.left.wrist,
    RightHand: tPose.arms.right.wrist,
    LeftUpLeg: tPose.legs.left.hip,
    RightUpLeg: tPose.legs.right.hip,
    LeftLeg: tPose.legs.left.knee,
    RightLeg: tPose.legs.right.knee,
    LeftFoot: tPose.legs.left.ankle,
    RightFoot: tPose.legs.right.ankle,
  },
  knuckles: { left: tPose.arms.left.fingertips, right: tPose.arms.right.fingertips },
  trunk: tPose.pelvis,
  trunkLength: adult.trunk,
  chest: tPose.chest,
  head: tPose.head,
  hips: { left: tPose.legs.left.hip, right: tPose.legs.right.hip },
};

const hangs: JointAngles = { shoulderElevation: 6, elevationPlane: 20, elbowFlexion: 10 };
const angles: Readonly<Record<string, JointAngles>> = {
  'at rest': hangs,
  'arms overhead': { shoulderElevation: 165, elevationPlane: 90, elbowFlexion: 12 },
  'hands on the shoulders': { shoulderElevation: 90, elevationPlane: 0, hand: 'own-shoulder' },
  'elbows together': { shoulderElevation: 90, elevationPlane: 115, protraction: 20, hand: 'own-shoulder' },
  'rounded, hands behind the head': {
    lean: 22,
    spineFlexion: 26,
    neckFlexion: 15,
    shoulderElevation: 80,
    elevationPlane: 75,
    hand: 'back-of-head',
  },
  'turned and tilted': { spineRotation: 20, spineSideBend: 10, neckSideBend: 30, neckRotation: 20 },
};

const moveOf = (moves: ReadonlyMap<string, Move>, name: string): Move => {
  const move = moves.get(name);
  if (!move) throw new Error(`${name} does not move.`);
  return move;
};

test.each(Object.entries(angles))(
  'a rig with the body’s own lengths has its joints where the body has them: %s',
  (_, jointAngles) => {
    const body = poseBody(jointAngles, adult);
    const moves = poseRig(rig, body);
    for (const side of sides) {
      const placeOf = (bone: Parameters<typeof boneName>[1], joint: Parameters<typeof boneName>[1]) =>
        carried(moveOf(moves, boneName(side, bone)), rig.joints[boneName(side, joint)]);
      const { shoulder, elbow, wrist } = body.arms[side];
      expect(distance(placeOf('Shoulder', 'Arm'), shoulder)).toBeLessThan(1e-6);
      expect(distance(placeOf('Arm', 'ForeArm'), elbow)).toBeLessThan(1e-6);
      expect(distance(placeOf('ForeArm', 'Hand'), wrist)).toBeLessThan(1e-6);
      expect(distance(placeOf('UpLeg', 'Leg'), body.legs[side].knee)).toBeLessThan(1e-6);
      expect(distance(placeOf('Leg', 'Foot'), body.legs[side].ankle)).toBeLessThan(1e-6);
    }
    expect(distance(carried(moveOf(moves, 'Head'), tPose.face.nose), body.face.nose)).toBeLessThan(1e-6);
  },
);

test.each(Object.entries(angles))('no bone jumps on the way from hanging arms: %s', (_, jointAngles) => {
  const steps = 200;
  const frames = Array.from({ length: steps + 1 }, (__, step) =>
    poseRig(
      rig,
      poseBody(jointAnglesBetween(completeJointAngles(hangs), completeJointAngles(jointAngles), step / steps), adult),
    ),
  );
  for (const [index, moves] of frames.entries())
    for (const [name, { to }] of frames[index - 1] ?? []) {
      const next = moveOf(moves, name).to;
      expect(degreesOf(angleBetween(to.z, next.z)), `${name} at ${index} of ${steps}`).toBeLessThan(12);
    }
});

test('a head is found from its ears, nose and eyes, with its tilt', () => {
  const head = { origin: [0, 1.6, 0.04], ...turnAxes(worldAxes, 7, 0, 0) } as const;
  const at = (place: keyof typeof faceShape) => placeOnHead(head, { ...adult, head: 0.24 }, faceShape[place]);
  const found = fitHead({ ear: at('ear'), nose: at('nose'), eye: at('eye') });
  expect(found.height).toBeCloseTo(0.24, 6);
  expect(distance(found.frame.origin, head.origin)).toBeLessThan(1e-6);
  expect(angleBetween(found.frame.z, head.z)).toBeLessThan(1e-6);
});

test('the three parts of a bone share each vertex completely', () => {
  for (const along of [-0.2, 0, 0.3, 0.5, 0.8, 1, 1.4])
    expect(rollShares(along).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(rollShares(0.5)).toEqual([0, 1, 0]);
});
