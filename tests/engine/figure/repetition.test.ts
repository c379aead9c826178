import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { completeJointAngles, isComplete, type FullJointAngles } from '../../../src/engine/figure/full-joint-angles.ts';
import { variationSchema, type Motion } from '../../../src/engine/figure/motion.ts';
import { keyframesOf, performanceOf, type PerformanceOptions } from '../../../src/engine/figure/perform.ts';
import { scriptOf, type Keyframe } from '../../../src/engine/figure/performance.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { distance } from '../../../src/engine/figure/vector.ts';
import { sides } from '../../../src/engine/pose/keypoints.ts';
import { millis, seconds } from '../../../src/engine/units.ts';

const tempo = { toStart: 1400, out: 1600, stay: 1000, back: 1200, pause: 500 };
const nodding: Motion = { rest: {}, ends: [{ neckFlexion: 40 }], tempo };
const tilting: Motion = { rest: {}, ends: [{ neckSideBend: 30 }], bothWays: true, tempo };
const arching: Motion = { rest: {}, start: { lean: 10 }, ends: [{ lean: 30 }, { lean: -10 }], tempo };

const full = ({ jointAngles }: Keyframe): FullJointAngles =>
  isComplete(jointAngles) ? jointAngles : completeJointAngles(jointAngles);

/** The keyframes as one angle of each stance, the duration of the way there, and the stay. */
const told = (keyframes: readonly Keyframe[], angle: 'lean' | 'neckFlexion' | 'neckSideBend') =>
  keyframes.map((frame) => [Math.round(full(frame)[angle] * 1e6) / 1e6 + 0, frame.takes, frame.stays]);

describe('stops on the way', () => {
  const variation = { stops: 3 };
  const broken = keyframesOf(nodding, { repetitions: 1, calm: millis(0), variation });

  test('split the way out and the way back into equal parts, each stop for 0.3 s', () => {
    expect(told(broken.slice(2, -1), 'neckFlexion')).toEqual([
      [10, 400, 300],
      [20, 400, 300],
      [30, 400, 300],
      [40, 400, 1000],
      [30, 300, 300],
      [20, 300, 300],
      [10, 300, 300],
      [0, 300, 500],
    ]);
  });

  test.each([1, 2, 5])('%i of them are that many standstills between rest and the end', (stops) => {
    const { jointAnglesAt } = performanceOf(nodding, { repetitions: 1, calm: millis(0), variation: { stops } });
    const wayOut = tempo.out + stops * 300;
    const flexions = Array.from({ length: wayOut / 10 }, (_, at) => jointAnglesAt(millis(at * 10)).neckFlexion);
    const still = flexions.map((flexion, at) => at > 0 && Math.abs(flexion - (flexions[at - 1] ?? 0)) < 1e-9);
    const standstills = still.filter((stands, at) => stands && !still[at - 1]).length;
    expect(standstills).toBe(stops);
  });

  test('leave the moving time of the tempo unchanged', () => {
    const moving = (keyframes: readonly Keyframe[]): number => keyframes.reduce((sum, { takes }) => sum + takes, 0);
    expect(moving(broken)).toBeCloseTo(moving(keyframesOf(nodding, { repetitions: 1, calm: millis(0) })), 9);
  });

  test('cause no jump for a hand with a goal, and keep the hand on its path', () => {
    const sip: Motion = { rest: {}, ends: [{ shoulderElevation: 60, elevationPlane: 70, hand: 'mouth' }], tempo };
    const { duration, jointAnglesAt } = performanceOf(sip, { repetitions: 1, calm: millis(0), variation });
    const bodies = Array.from({ length: duration / 10 }, (_, at) => poseBody(jointAnglesAt(millis(at * 10)), adult));
    for (const [index, body] of bodies.slice(1).entries())
      for (const side of sides)
        expect(distance(body.arms[side].wrist, bodies[index]?.arms[side].wrist ?? [0, 0, 0])).toBeLessThan(0.035);
    const stop = keyframesOf(sip, { repetitions: 1, calm: millis(0), variation })[3];
    expect(stop && full(stop).arms.left.hand).toEqual({ from: 'free', to: 'mouth', share: 0.5 });
  });

  test('are one to five in the schema', () => {
    expect([0, 1, 5, 6, 1.5].map((stops) => v.is(variationSchema, { stops }))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a practice', () => {
  const options: PerformanceOptions = { repetitions: 1, calm: seconds(3), hold: seconds(8), practice: true };

  test('shows each end for 2 s whatever the hold is, and lets the countdown pass at rest', () => {
    expect(told(keyframesOf(nodding, options), 'neckFlexion')).toEqual([
      [0, 0, 3000],
      [0, 0, 0],
      [40, 1600, 2000],
      [0, 1200, 5500],
      [40, 1600, 8000],
      [0, 1200, 500],
      [0, 0, 1500],
    ]);
  });

  test('goes to all ends from the start posture, which is held before it and after it', () => {
    expect(told(keyframesOf(arching, { ...options, settle: seconds(4) }), 'lean')).toEqual([
      [0, 0, 3000],
      [10, 1400, 4000],
      [30, 1600, 2000],
      [10, 1200, 500],
      [-10, 1600, 2000],
      [10, 1200, 4000],
      [30, 1600, 8000],
      [10, 1200, 500],
      [-10, 1600, 8000],
      [10, 1200, 500],
      [0, 1400, 1500],
    ]);
  });

  test('goes both ways with a longer pause between the sides', () => {
    expect(told(keyframesOf(tilting, options).slice(2, 6), 'neckSideBend')).toEqual([
      [30, 1600, 2000],
      [0, 1200, 1300],
      [-30, 1600, 2000],
      [0, 1200, 5500],
    ]);
  });

  test('is correct and in its own tempo where the repetitions are varied', () => {
    const variation = { end: { neckFlexion: 15 }, tempo: { out: 600 }, stops: 1 };
    expect(told(keyframesOf(nodding, { ...options, variation }).slice(2, 6), 'neckFlexion')).toEqual([
      [40, 1600, 2000],
      [0, 1200, 5500],
      [7.5, 300, 300],
      [15, 300, 8000],
    ]);
  });

  test('has the correct start posture; then the varied one is taken and held', () => {
    const variation = { start: { lean: 4 } };
    expect(told(keyframesOf(arching, { ...options, variation }).slice(1, 8), 'lean')).toEqual([
      [10, 1400, 5500],
      [30, 1600, 2000],
      [10, 1200, 500],
      [-10, 1600, 2000],
      [10, 1200, 500],
      [4, 1400, 5500],
      [30, 1600, 8000],
    ]);
  });

  test('goes as far as the repetitions, or a share of that', () => {
    const ends = (more: Partial<PerformanceOptions>) =>
      told(keyframesOf(nodding, { ...options, ...more }), 'neckFlexion').map(([flexion]) => flexion);
    expect(ends({ amplitude: 0.5 })).toEqual([0, 0, 20, 0, 20, 0, 0]);
    expect(ends({ practiceShare: 0.25 })).toEqual([0, 0, 10, 0, 40, 0, 0]);
    expect(ends({ amplitude: 0.5, practiceShare: 0.5 })).toEqual([0, 0, 10, 0, 20, 0, 0]);
  });

  test('leaves no trace where it is not asked for', () => {
    const without = scriptOf(keyframesOf(nodding, { ...options, practice: false }));
    expect(without.duration).toBe(3000 + 1600 + 8000 + 1200 + 500 + 1500);
  });
});
