import { describe, expect, it } from 'vitest';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough } from '../../../src/engine/figure/camera.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import { sightedBody } from '../../../src/engine/kinematics/sighted-body.ts';
import { stillPeriodFrom, neutralOf } from '../../../src/engine/kinematics/still-period.ts';
import { marksOf, type Mark } from '../../../src/engine/kinematics/mark.ts';
import { readMeasure, sidesOf } from '../../../src/engine/kinematics/measure.ts';
import { isSeenIn, measureNames, type MeasureName } from '../../../src/engine/kinematics/measures.ts';
import { frontOn, sideOn, type Orientation } from '../../../src/engine/pose/orientation.ts';
import { distance, turnedAbout } from '../../../src/engine/kinematics/plane.ts';
import { keypointsFrom, noKeypoints, type Keypoints } from '../../../src/engine/pose/keypoints.ts';
import { millis } from '../../../src/engine/units.ts';

const seen = (stance: JointAngles, { view, forward }: Orientation): Keypoints => {
  const camera = { ...briefingCamera(view), facing: forward === 1 ? 'right' : 'left' } as const;
  return posesThrough(poseBody(stance, adult), camera, millis(0)).keypoints;
};

/** Per measure: the values wanted in the tests, and the keypoints that move with the end of a mark. */
const wanted: Readonly<Partial<Record<MeasureName, readonly [values: readonly number[], moves: RegExp]>>> = {
  shoulderFlexion: [[-40, 20, 95, 165, 200], /elbow|wrist/],
  armElevation: [[15, 80, 150], /elbow|wrist/],
  upperArmLevel: [[-60, 0, 55], /elbow/],
  elbowFlexion: [[10, 90], /wrist/],
  elbowPitch: [[-30, 40], /elbow|wrist/],
  trunkLean: [[-15, 25], /shoulder|ear/],
  trunkSideLean: [[-10, 12], /shoulder/],
  headOverHips: [[-10, 30], /ear/],
  chinLift: [[-20, 30], /ear/],
  headSideBend: [[-12, 30], /ear|eye|nose/],
  shoulderTilt: [[-6, 9], /shoulder/],
  elbowGap: [[0.9, 2], /elbow/],
};

const jointAngles: JointAngles = {
  shoulderElevation: 40,
  elevationPlane: 50,
  elbowFlexion: 25,
  lean: 4,
  neckSideBend: 6,
  left: { shoulderElevation: 55 },
};

/** The keypoints after the user has followed the marks. */
const followed = (keypoints: Keypoints, marks: readonly Mark[], moves: RegExp, side: string | undefined): Keypoints =>
  keypointsFrom((name) => {
    const point = keypoints[name];
    const isOther = side !== undefined && /elbow|wrist/.test(name) && !name.startsWith(side);
    if (!moves.test(name) || isOther) return point;
    const [mark] = marks;
    if (mark?.way.is === 'turn') return { ...turnedAbout(point, mark.way.about, mark.way.by), score: 1 };
    const own = marks.find(({ from }) => distance(from, point) < 0.01);
    return own ? { ...own.to, score: 1 } : point;
  });

const orientations = [
  ['from the front', frontOn],
  ['from the side, facing right', sideOn(1)],
  ['from the side, facing left', sideOn(-1)],
] as const;

describe.each(orientations)('%s', (_, orientation) => {
  const neutral = neutralOf(stillPeriodFrom(seen({}, orientation), millis(0)), orientation);
  const keypoints = seen(jointAngles, orientation);
  const cases = measureNames
    .filter((measure) => isSeenIn(measure, orientation.view) && wanted[measure])
    .flatMap((measure) => sidesOf(measure, orientation).map((side) => [measure, side] as const));

  it.each(cases)('following the mark of %s (%s) gives the wanted reading', (measure, side) => {
    const [values, moves] = wanted[measure] ?? [[], /./];
    for (const value of values) {
      const marks = marksOf(measure, side, keypoints, orientation, neutral, { is: 'above', value });
      expect(marks.length).toBeGreaterThan(0);
      const after = followed(keypoints, marks, moves, side);
      const reading = readMeasure(measure, side, sightedBody(after, orientation), neutral);
      expect(reading.seen && reading.value).toBeCloseTo(value, 1);
      for (const mark of marks) expect(mark.ghost.flat()).toContainEqual(mark.to);
    }
  });

  it.each(cases)('the mark of %s (%s) is where the body is once it has that reading', (measure, side) => {
    const reading = readMeasure(measure, side, sightedBody(keypoints, orientation), neutral);
    const value = reading.seen ? reading.value : NaN;
    const marks = marksOf(measure, side, keypoints, orientation, neutral, { is: 'above', value });
    for (const { from, to } of marks) expect(distance(from, to)).toBeLessThan(0.01);
  });

  it('a hand has a mark where it must be at a place of the body, and none where it must only be away from it', () => {
    const hand = (is: 'above' | 'below') =>
      marksOf('handAtHead', orientation.near, keypoints, orientation, neutral, { is, value: 0.7 });
    expect(hand('below')[0]?.to).toMatchObject({ x: keypoints[`${orientation.near}_ear`].x });
    expect(hand('below')[0]?.from).toMatchObject({ x: keypoints[`${orientation.near}_wrist`].x });
    expect(hand('above')).toEqual([]);
  });

  it('a measure that no place shows, or that is not seen, has no mark', () => {
    const of = (measure: MeasureName, from: Keypoints) =>
      marksOf(measure, undefined, from, orientation, neutral, { is: 'above', value: 0.6 });
    expect(of('likeness', keypoints)).toEqual([]);
    expect(of('neckLength', keypoints)).toEqual([]);
    for (const [measure, side] of cases)
      expect(marksOf(measure, side, noKeypoints, orientation, neutral, { is: 'above', value: 1 })).toEqual([]);
  });
});
