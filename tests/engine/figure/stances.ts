import fc from 'fast-check';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';

const angle = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const arm = {
  protraction: angle(-25, 25),
  clavicleElevation: angle(-10, 30),
  shoulderElevation: angle(0, 170),
  elevationPlane: angle(-20, 130),
  shoulderRotation: angle(-90, 90),
  elbowFlexion: angle(0, 150),
  hand: fc.constantFrom('free' as const, 'own-shoulder' as const, 'back-of-head' as const),
};

/** Any stance that a person could sit in, each arm on its own. */
export const anyJointAngles: fc.Arbitrary<JointAngles> = fc.record({
  lean: angle(-30, 40),
  sideLean: angle(-25, 25),
  spineFlexion: angle(-30, 60),
  spineSideBend: angle(-30, 30),
  spineRotation: angle(-40, 40),
  neckFlexion: angle(-40, 50),
  neckSideBend: angle(-40, 40),
  neckRotation: angle(-70, 70),
  left: fc.record(arm),
  right: fc.record(arm),
});

/** The stance as a mirror shows it. */
export const mirrored = ({ left, right, ...jointAngles }: JointAngles): JointAngles => ({
  ...jointAngles,
  sideLean: -(jointAngles.sideLean ?? 0),
  spineSideBend: -(jointAngles.spineSideBend ?? 0),
  spineRotation: -(jointAngles.spineRotation ?? 0),
  neckSideBend: -(jointAngles.neckSideBend ?? 0),
  neckRotation: -(jointAngles.neckRotation ?? 0),
  ...(right === undefined ? {} : { left: right }),
  ...(left === undefined ? {} : { right: left }),
});
