import { describe, expect, test } from 'vitest';
import { easeMinimumJerk } from '../../../src/engine/figure/between.ts';
import { poseBody, type Body } from '../../../src/engine/figure/body.ts';
import type { FullJointAngles } from '../../../src/engine/figure/full-joint-angles.ts';
import type { Motion } from '../../../src/engine/figure/motion.ts';
import { performanceOf } from '../../../src/engine/figure/perform.ts';
import { concat, scriptOf, type Performance } from '../../../src/engine/figure/performance.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { angleBetween, distance, normalize, subtract } from '../../../src/engine/figure/vector.ts';
import { sides } from '../../../src/engine/pose/keypoints.ts';
import { degreesOf, millis, seconds } from '../../../src/engine/units.ts';

const tempo = { toStart: 1500, out: 1500, stay: 1000, back: 1500, pause: 500 };

const motions: Readonly<Record<string, Motion>> = {
  butterfly: {
    start: { shoulderElevation: 90, elevationPlane: 10, hand: 'own-shoulder' },
    ends: [{ shoulderElevation: 90, elevationPlane: 115, protraction: 20, hand: 'own-shoulder' }],
    tempo,
  },
  arch: {
    start: { shoulderElevation: 110, elevationPlane: 40, hand: 'back-of-head' },
    ends: [
      { shoulderElevation: 100, elevationPlane: 60, hand: 'back-of-head', spineFlexion: 40, lean: 10 },
      { shoulderElevation: 120, elevationPlane: 30, hand: 'back-of-head', spineFlexion: -15, lean: -8 },
    ],
    tempo,
  },
  reach: { ends: [{ shoulderElevation: 170, elevationPlane: 90 }], tempo },
  sip: { ends: [{ right: { shoulderElevation: 60, elevationPlane: 70, hand: 'mouth' } }], tempo },
  scratch: { ends: [{ left: { shoulderElevation: 120, elevationPlane: 30, hand: 'top-of-head' } }], tempo },
};

const step = 16;

const framesOf = ({ duration, jointAnglesAt }: Performance): readonly Body[] =>
  Array.from({ length: Math.ceil(duration / step) }, (_, index) =>
    poseBody(jointAnglesAt(millis(index * step)), adult),
  );

const pairsOf = <T>(items: readonly T[]): readonly (readonly [T, T])[] =>
  items.slice(1).map((item, index) => [items[index] ?? item, item]);

describe.each(Object.entries(motions))('%s performed', (_name, motion) => {
  const performance = performanceOf(motion, { repetitions: 2, calm: seconds(1) });
  const frames = framesOf(performance);

  test('moves without a jump: at most 6 degrees a bone and 4 cm a wrist in 16 ms', () => {
    for (const [before, after] of pairsOf(frames)) {
      for (const side of sides) {
        const upper = ({ arms }: Body) => normalize(subtract(arms[side].elbow, arms[side].shoulder));
        expect(degreesOf(angleBetween(upper(before), upper(after)))).toBeLessThan(6);
        expect(distance(before.arms[side].wrist, after.arms[side].wrist)).toBeLessThan(0.04);
        expect(distance(before.arms[side].fingertips, after.arms[side].fingertips)).toBeLessThan(0.06);
      }
    }
  });

  test('keeps wrists out of the head', () => {
    for (const { arms, head } of frames) {
      for (const side of sides) expect(distance(arms[side].wrist, head.origin)).toBeGreaterThan(0.085);
    }
  });

  test('keeps the bones while hands are on their way', () => {
    for (const { arms } of frames) {
      for (const side of sides) {
        expect(distance(arms[side].shoulder, arms[side].elbow)).toBeCloseTo(adult.upperArm, 6);
        expect(distance(arms[side].elbow, arms[side].wrist)).toBeCloseTo(adult.forearm, 6);
      }
    }
  });
});

describe('the time line', () => {
  const elevation = (performance: Performance, at: number): number =>
    performance.jointAnglesAt(seconds(at)).arms.left.shoulderElevation;
  const reaching: Motion = { rest: {}, ends: [{ shoulderElevation: 160, elevationPlane: 90 }], tempo };

  test('is calm first, then stays at each end as long as the tempo says and comes back', () => {
    const performance = performanceOf(reaching, { repetitions: 1, calm: seconds(2) });
    expect([0, 1.9, 3.6, 4.4, 6.1].map((at) => Math.round(elevation(performance, at)))).toEqual([0, 0, 160, 160, 0]);
  });

  test('holds the ends as long as asked', () => {
    const held = performanceOf(reaching, { repetitions: 1, calm: seconds(0), hold: seconds(10) });
    expect(elevation(held, 11)).toBe(160);
  });

  test('holds a start posture for 5.5 s so that set-up sees it', () => {
    const motion = { ...reaching, start: { shoulderElevation: 40 } };
    const performance = performanceOf(motion, { repetitions: 1, calm: seconds(1) });
    expect(elevation(performance, 2.6)).toBe(40);
    expect(elevation(performance, 7.9)).toBe(40);
    expect(elevation(performance, 8.6)).toBeGreaterThan(50);
  });

  test('shows two ends in turn, each repetition', () => {
    const motion: Motion = { rest: {}, ends: [{ neckSideBend: 30 }, { neckSideBend: -30 }], tempo };
    const performance = performanceOf(motion, { repetitions: 2, calm: seconds(0) });
    const tilts = [2, 6.5, 11, 15.5].map((at) => performance.jointAnglesAt(seconds(at)).neckSideBend);
    expect(tilts).toEqual([30, -30, 30, -30]);
  });

  test('a variation replaces angles at the ends and the tempo', () => {
    const varied = performanceOf(reaching, {
      repetitions: 1,
      calm: seconds(0),
      variation: { end: { shoulderElevation: 90, lean: -20 }, tempo: { out: 500 } },
    });
    const end: FullJointAngles = varied.jointAnglesAt(seconds(0.6));
    expect(end.arms.left.shoulderElevation).toBe(90);
    expect(end.lean).toBeCloseTo(-20, 0);
  });

  test('an amplitude of a half goes half the way, hands at their goals', () => {
    const half = performanceOf(reaching, { repetitions: 1, calm: seconds(0), amplitude: 0.5 });
    expect(elevation(half, 2)).toBe(80);
  });

  test('moves forward in the plane of the end, not through abduction', () => {
    const performance = performanceOf(reaching, { repetitions: 1, calm: seconds(0) });
    const { arms } = poseBody(performance.jointAnglesAt(seconds(0.75)), adult);
    expect(Math.abs(arms.left.elbow[0] - arms.left.shoulder[0])).toBeLessThan(1e-6);
  });

  test('breathes a little when calm, the same in every run', () => {
    const calm = performanceOf(reaching, { repetitions: 1 });
    const leans = Array.from({ length: 20 }, (_, index) => calm.jointAnglesAt(millis(index * 250)).lean);
    expect(Math.max(...leans)).toBeCloseTo(0.3, 1);
    expect(Math.min(...leans)).toBeCloseTo(-0.3, 1);
  });
});

test('minimum jerk starts and ends at rest and is half way at half time', () => {
  expect([0, 0.5, 1].map(easeMinimumJerk)).toEqual([0, 0.5, 1]);
  expect(easeMinimumJerk(0.01)).toBeLessThan(2e-5);
});

test('scripts join one after the other', () => {
  const up = scriptOf([
    { jointAngles: {}, takes: millis(0), stays: seconds(1) },
    { jointAngles: { lean: 20 }, takes: seconds(1), stays: seconds(1) },
  ]);
  const down = scriptOf([
    { jointAngles: { lean: 20 }, takes: millis(0), stays: seconds(1) },
    { jointAngles: {}, takes: seconds(1), stays: seconds(1) },
  ]);
  const both = concat(up, down);
  expect(both.duration).toBe(6000);
  expect([0.5, 2.5, 3.5, 5.5].map((at) => Math.abs(Math.round(both.jointAnglesAt(seconds(at)).lean / 20)))).toEqual([
    0, 1, 1, 0,
  ]);
});

test('half an amplitude keeps the hands at the goals of the end, so that no movement begins with a jump', () => {
  const motion: Motion = { rest: {}, ends: [{ shoulderElevation: 100, hand: 'back-of-head' }], tempo };
  const half = performanceOf(motion, { repetitions: 1, calm: seconds(0), amplitude: 0.5 });
  expect(half.jointAnglesAt(seconds(2)).arms.left).toMatchObject({
    shoulderElevation: 50,
    hand: { to: 'back-of-head', from: 'back-of-head' },
  });
});
