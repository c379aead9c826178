import { describe, expect, it } from 'vitest';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough, type Facing } from '../../../src/engine/figure/camera.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import { sightedBody } from '../../../src/engine/kinematics/sighted-body.ts';
import { stillPeriodFrom, neutralOf } from '../../../src/engine/kinematics/still-period.ts';
import { readMeasure, sidesOf } from '../../../src/engine/kinematics/measure.ts';
import { isOfBody, isSeenIn, measureNames, type MeasureName } from '../../../src/engine/kinematics/measures.ts';
import { frontOn, sideOn, type Orientation } from '../../../src/engine/pose/orientation.ts';
import { keypointsFrom, type Keypoints, type Side } from '../../../src/engine/pose/keypoints.ts';
import { middle, turnedAbout } from '../../../src/engine/kinematics/plane.ts';
import { millis } from '../../../src/engine/units.ts';

/** A distant lens, so that perspective does not blur signs and angles. */
const seen = (jointAngles: JointAngles, orientation: Orientation): Keypoints => {
  const facing: Facing = orientation.forward === 1 ? 'right' : 'left';
  const camera = { ...briefingCamera(orientation.view), distance: 40, fieldOfView: 3, facing };
  return posesThrough(poseBody(jointAngles, adult), camera, millis(0)).keypoints;
};

const readOf = (measure: MeasureName, keypoints: Keypoints, orientation: Orientation, side?: Side): number => {
  const neutral = neutralOf(stillPeriodFrom(seen({}, orientation), millis(0)), orientation);
  const reading = readMeasure(measure, side, sightedBody(keypoints, orientation), neutral);
  return reading.seen ? reading.value : NaN;
};

const read = (measure: MeasureName, jointAngles: JointAngles, orientation: Orientation, side?: Side): number =>
  readOf(measure, seen(jointAngles, orientation), orientation, side);

const right = sideOn(1);
const left = sideOn(-1);

describe('in side view, whichever way the person faces', () => {
  it.each([
    ['right', right],
    ['left', left],
  ] as const)('facing %s, forward and up are positive', (_, orientation) => {
    const { near } = orientation;
    for (const angle of [0, 30, 90, 150, 178])
      expect(read('shoulderFlexion', { shoulderElevation: angle, elevationPlane: 90 }, orientation, near)).toBeCloseTo(
        angle,
        0,
      );
    expect(read('shoulderFlexion', { shoulderElevation: 30, elevationPlane: -90 }, orientation, near)).toBeCloseTo(
      -30,
      0,
    );
    expect(read('trunkLean', { lean: 20 }, orientation)).toBeCloseTo(20, 0);
    expect(read('trunkLean', { lean: -20 }, orientation)).toBeCloseTo(-20, 0);
    expect(read('headOverHips', { lean: 25 }, orientation)).toBeCloseTo(25, 0);
  });

  it('does not wrap overhead', () => {
    expect(read('shoulderFlexion', { shoulderElevation: 200, elevationPlane: 90 }, right, 'right')).toBeCloseTo(200, 0);
  });

  it('measures the arm against the trunk, not against the vertical', () => {
    expect(
      read('shoulderFlexion', { lean: 30, shoulderElevation: 90, elevationPlane: 90 }, right, 'right'),
    ).toBeCloseTo(90, 0);
  });

  it('reads 0 for a straight elbow and its angle for a bent one', () => {
    expect(read('elbowFlexion', {}, right, 'right')).toBeCloseTo(0, 0);
    expect(read('elbowFlexion', { elbowFlexion: 80 }, right, 'right')).toBeCloseTo(80, 0);
  });

  it('shortens the neck for a shrug and the upper arm for one that drifts outward', () => {
    expect(read('neckLength', {}, right)).toBeCloseTo(1, 5);
    expect(read('neckLength', { clavicleElevation: 20 }, right)).toBeLessThan(0.8);
    expect(read('upperArmReach', { shoulderElevation: 90, elevationPlane: 45 }, right, 'right')).toBeCloseTo(
      Math.SQRT1_2,
      1,
    );
  });

  it('returns which keypoints are missing', () => {
    const keypoints = { ...seen({}, right), right_elbow: { x: 0, y: 0, score: 0 } };
    const neutral = neutralOf(stillPeriodFrom(seen({}, right), millis(0)), right);
    expect(readMeasure('shoulderFlexion', 'right', sightedBody(keypoints, right), neutral)).toEqual({
      seen: false,
      missing: ['right_elbow'],
    });
  });
});

describe('in front view', () => {
  it('reads no tilt of a head whose two ears are drawn on one side of it', () => {
    const tilted = seen({ neckSideBend: 34 }, frontOn);
    expect(readOf('headSideBend', tilted, frontOn, 'left')).toBeCloseTo(34, 0);
    const { left_ear: left, right_ear: right } = tilted;
    // Both ears keep their line, a third of their distance apart.
    const nearer = { ...left, x: right.x + (left.x - right.x) / 3, y: right.y + (left.y - right.y) / 3 };
    expect(readOf('headSideBend', { ...tilted, left_ear: nearer }, frontOn, 'left')).toBeNaN();
    expect(readOf('headLean', { ...tilted, left_ear: nearer }, frontOn, 'left')).toBeNaN();
  });

  it('reads the tilt of a head that is turned by 40 degrees as well', () => {
    expect(read('headSideBend', { neckSideBend: 34, neckRotation: 40 }, frontOn, 'left')).toBeGreaterThan(20);
  });

  it('reads raised arms on their own side', () => {
    const jointAngles: JointAngles = { left: { shoulderElevation: 70 } };
    expect(read('armElevation', jointAngles, frontOn, 'left')).toBeCloseTo(70, 0);
    expect(read('armElevation', jointAngles, frontOn, 'right')).toBeCloseTo(0, 0);
  });

  it('reads the elevation of an arm in the picture’s plane as it is', () => {
    for (const shoulderElevation of [0, 30, 60, 90, 120, 150, 170])
      expect(read('armElevation', { shoulderElevation }, frontOn, 'left')).toBeCloseTo(shoulderElevation, 0);
  });

  it('reads an arm that points at the lens as level, however its short picture is directed', () => {
    // Straight forward: the picture of the upper arm is a few pixels long, and points up or down.
    for (const shoulderElevation of [70, 80, 90, 100, 110]) {
      const reads = read('armElevation', { shoulderElevation, elevationPlane: 90 }, frontOn, 'left');
      expect(Math.abs(reads - shoulderElevation)).toBeLessThan(10);
    }
  });

  it('reads level arms of a turned trunk far below a raise', () => {
    for (const spineRotation of [20, 35, 50])
      for (const side of ['left', 'right'] as const)
        expect(read('armElevation', { spineRotation, shoulderElevation: 95 }, frontOn, side)).toBeLessThan(115);
  });

  it('reads arms that are raised to the front like those raised to the side, once they are up', () => {
    for (const shoulderElevation of [150, 165])
      expect(read('armElevation', { shoulderElevation, elevationPlane: 90 }, frontOn, 'left')).toBeGreaterThan(143);
  });

  it('reads an elbow above the shoulder as positive', () => {
    expect(read('upperArmLevel', { shoulderElevation: 90 }, frontOn, 'left')).toBeCloseTo(0, 0);
    expect(read('upperArmLevel', { shoulderElevation: 60 }, frontOn, 'left')).toBeCloseTo(-30, 0);
    expect(read('upperArmLevel', { shoulderElevation: 120 }, frontOn, 'right')).toBeCloseTo(30, 0);
  });

  it.each([
    ['left', 1],
    ['right', -1],
  ] as const)('is positive to the %s, where that side is named', (side, sign) => {
    expect(read('trunkSideLean', { sideLean: 10 * sign }, frontOn, side)).toBeCloseTo(10, 0);
    expect(read('headSideBend', { neckSideBend: 25 * sign }, frontOn, side)).toBeCloseTo(25, 0);
    expect(read('headSideBend', { neckSideBend: -25 * sign }, frontOn, side)).toBeCloseTo(-25, 0);
    expect(read('shoulderTilt', { sideLean: 8 * sign }, frontOn, side)).toBeCloseTo(8, 0);
    expect(read('headTurn', { neckRotation: 20 * sign }, frontOn, side)).toBeGreaterThan(0.2);
  });

  it('takes a bent head from the shoulders, so that a leaning trunk is no head tilt', () => {
    expect(read('headSideBend', { sideLean: 10 }, frontOn, 'left')).toBeCloseTo(0, 0);
  });

  it('takes a leaning head from the horizontal, so that a raised shoulder is no leaning head', () => {
    const raised: JointAngles = { left: { clavicleElevation: 30 } };
    expect(read('headSideBend', raised, frontOn, 'left')).toBeGreaterThan(5);
    expect(read('headLean', raised, frontOn, 'left')).toBeCloseTo(0, 0);
    expect(read('headLean', { sideLean: 10, neckSideBend: 20 }, frontOn, 'left')).toBeCloseTo(30, 0);
    expect(read('headLean', { sideLean: 10, neckSideBend: 20 }, frontOn, 'right')).toBeCloseTo(-30, 0);
  });

  it.each([
    ['left', 'right'],
    ['right', 'left'],
  ] as const)('reads a raised %s shoulder on its own side, with the head tilted or not', (side, other) => {
    const raised: JointAngles = { [side]: { clavicleElevation: 26 } };
    expect(-read('shoulderTilt', raised, frontOn, side)).toBeGreaterThan(7);
    for (const neckSideBend of [-34, 0, 34]) {
      expect(read('shoulderRise', { ...raised, neckSideBend }, frontOn, side)).toBeGreaterThan(7);
      expect(read('shoulderRise', { ...raised, neckSideBend }, frontOn, other)).toBeLessThan(-7);
    }
  });

  it('reads a chin that drops as positive, tilted or not, and a tilt as no drop', () => {
    for (const neckSideBend of [-34, 0, 34]) {
      expect(read('headPitch', { neckFlexion: 20, neckSideBend }, frontOn)).toBeGreaterThan(0.05);
      expect(read('headPitch', { neckFlexion: -20, neckSideBend }, frontOn)).toBeLessThan(-0.05);
      expect(Math.abs(read('headPitch', { neckSideBend }, frontOn))).toBeLessThan(0.03);
    }
  });

  it('counts lengths in neutral shoulder widths', () => {
    expect(read('elbowGap', {}, frontOn)).toBeCloseTo(1, 1);
    expect(read('elbowGap', { shoulderElevation: 90 }, frontOn)).toBeCloseTo(2.6, 1);
    expect(read('handOnShoulder', { shoulderElevation: 90, hand: 'own-shoulder' }, frontOn, 'left')).toBeLessThan(0.55);
    expect(read('elbowLag', { shoulderElevation: 90, right: { elevationPlane: 90 } }, frontOn, 'left')).toBeGreaterThan(
      0.7,
    );
    expect(read('elbowLag', { shoulderElevation: 90, right: { elevationPlane: 90 } }, frontOn, 'right')).toBeLessThan(
      -0.7,
    );
  });
});

describe('the line of the shoulders in a tilted head', () => {
  /** The line of the shoulders with its left end lowered by this many degrees about its middle. */
  const drawn = (keypoints: Keypoints, by: number): Keypoints => {
    const about = middle(keypoints.left_shoulder, keypoints.right_shoulder);
    const turned = (name: 'left_shoulder' | 'right_shoulder') => ({
      ...keypoints[name],
      ...turnedAbout(keypoints[name], about, by),
    });
    return { ...keypoints, left_shoulder: turned('left_shoulder'), right_shoulder: turned('right_shoulder') };
  };

  // Medians of 50 tilts to the left and 47 to the right of people (MoveNet Thunder).
  it.each([
    ['left', 33, 2.3],
    ['right', -36, -1.1],
  ] as const)('that is drawn along to the %s is no raised shoulder', (_, neckSideBend, by) => {
    const keypoints = drawn(seen({ neckSideBend }, frontOn), by);
    for (const side of ['left', 'right'] as const)
      expect(Math.abs(readOf('shoulderRise', keypoints, frontOn, side))).toBeLessThan(3);
  });
});

it.each(['eye', 'ear', 'shoulder'] as const)(
  'a bent head reads the same where left and right %s are confused',
  (part) => {
    const bent = seen({ neckSideBend: 30 }, frontOn);
    const exchanged = { ...bent, [`left_${part}`]: bent[`right_${part}`], [`right_${part}`]: bent[`left_${part}`] };
    expect(readOf('headSideBend', exchanged, frontOn, 'left')).toBeCloseTo(30, 0);
  },
);

describe('the width of the shoulders', () => {
  const squeezed = seen({ protraction: -20 }, frontOn);
  const still = seen({}, frontOn);
  /** As seen by a model that draws the hips towards the shoulders by this share of the trunk. */
  const drawn = (keypoints: Keypoints, share: number): Keypoints => {
    const up = (name: 'left_hip' | 'right_hip', shoulder: 'left_shoulder' | 'right_shoulder') => ({
      ...keypoints[name],
      y: keypoints[name].y + share * (keypoints[shoulder].y - keypoints[name].y),
    });
    return { ...keypoints, left_hip: up('left_hip', 'left_shoulder'), right_hip: up('right_hip', 'right_shoulder') };
  };
  const nearer = (keypoints: Keypoints, times: number): Keypoints =>
    keypointsFrom((name) => {
      const { x, y, score } = keypoints[name];
      return { x: 240 + (x - 240) * times, y: 180 + (y - 180) * times, score };
    });
  const width = (keypoints: Keypoints): number => readOf('shoulderWidth', keypoints, frontOn);

  it('narrows with a squeeze, also where the model draws the hips along by a twenty-fifth of the trunk', () => {
    expect(width(still)).toBeCloseTo(1, 2);
    expect(width(squeezed)).toBeLessThan(0.95);
    expect(width(drawn(squeezed, 0.04))).toBeCloseTo(width(squeezed), 2);
  });

  it('is unchanged when the user comes nearer, and shrinks little when the user leans away', () => {
    expect(width(nearer(still, 1.25))).toBeCloseTo(1, 2);
    expect(Math.abs(width(nearer(still, 0.8)) - 1)).toBeLessThan(0.06);
  });
});

describe('a hand on the shoulder', () => {
  const folded = seen({ shoulderElevation: 90, elevationPlane: 115, hand: 'own-shoulder' }, frontOn);

  it('is detected, whichever hand MoveNet labels it as', () => {
    const exchanged = { ...folded, left_wrist: folded.right_wrist, right_wrist: folded.left_wrist };
    for (const side of ['left', 'right'] as const)
      expect(readOf('handOnShoulder', exchanged, frontOn, side)).toBeCloseTo(
        readOf('handOnShoulder', folded, frontOn, side),
        6,
      );
  });

  it('is not detected where both hands are elsewhere', () => {
    expect(read('handOnShoulder', { shoulderElevation: 90, elbowFlexion: 90 }, frontOn, 'left')).toBeGreaterThan(0.65);
  });
});

describe('the table', () => {
  it('has a value at rest for every measure of the body in every view that sees it', () => {
    const without = measureNames.filter(isOfBody).flatMap((measure) =>
      [frontOn, right, left]
        .filter(({ view }) => isSeenIn(measure, view))
        .flatMap((orientation) =>
          sidesOf(measure, orientation).map((side) => [measure, read(measure, {}, orientation, side)]),
        )
        .filter(([, value]) => Number.isNaN(value)),
    );
    expect(without).toEqual([]);
  });
});
