import { describe, expect, it } from 'vitest';
import { advise, unadvised, type Advising } from '../../../src/engine/calibration/setup-advice.ts';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough } from '../../../src/engine/figure/camera.ts';
import { easyRest } from '../../../src/engine/figure/perform.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import type { TimedPose } from '../../../src/engine/pose/pose.ts';
import { sessionTime } from '../../../src/engine/units.ts';

const camera = briefingCamera('front');
const seated = (at: number, light?: number, height = camera.height): TimedPose => ({
  ...posesThrough(poseBody(easyRest, adult), { ...camera, height }, sessionTime(at)),
  light,
});

const unseen = { x: 0, y: 0, score: 0 };

const open = { wanted: undefined, isOpen: true, judgedAt: 'room' } as const;

/** The advice given at each of the poses. */
const advised = (poses: readonly TimedPose[], when: Parameters<typeof advise>[2] = open): readonly string[] => {
  let advising: Advising = unadvised;
  return poses.map((pose) => {
    advising = advise(advising, pose, when);
    return advising.hint ?? 'nothing';
  });
};

/** Poses at this interval, ms, for this duration, ms. */
const every = (step: number, lasts: number, pose: (at: number) => TimedPose): readonly TimedPose[] =>
  Array.from({ length: Math.floor(lasts / step) }, (_, index) => pose(index * step));

const timesOf = (hints: readonly string[], hint: string): number => hints.filter((one) => one === hint).length;

describe('advice', () => {
  const lowAndDark = every(100, 12_000, (at) => seated(at, 0.1, camera.height - 0.5));

  it('is given one piece after the other, the most useful first, each for four seconds and only once', () => {
    const hints = advised(lowAndDark);
    expect(hints.filter((hint, index) => hint !== hints[index - 1])).toEqual([
      'raise-the-camera',
      'more-light',
      'nothing',
    ]);
    for (const hint of ['raise-the-camera', 'more-light']) expect(timesOf(hints, hint)).toBeCloseTo(40, -0.5);
  });

  it('gives way to the hints of set-up, and to its silence', () => {
    expect(new Set(advised(lowAndDark, { ...open, wanted: 'sit-still' }))).toEqual(new Set(['sit-still']));
    expect(new Set(advised(lowAndDark, { ...open, isOpen: false }))).toEqual(new Set(['nothing']));
  });

  it('asks for arms that are easier to see where hanging arms were asked for in vain, and then for both in turns', () => {
    const hints = advised(
      every(100, 30_000, (at) => seated(at)),
      { ...open, wanted: 'let-arms-hang' },
    );
    expect(hints.filter((hint, index) => hint !== hints[index - 1])).toEqual([
      'let-arms-hang',
      'arms-hard-to-see',
      'let-arms-hang',
      'arms-hard-to-see',
    ]);
    expect(timesOf(hints.slice(0, 100), 'let-arms-hang')).toBeCloseTo(80, -0.5);
  });

  it('asks neither for hips nor for a lower lens where head and shoulders are enough', () => {
    const low = advised(every(100, 9000, (at) => seated(at, undefined, camera.height + 0.5)));
    const lowAtDesk = advised(
      every(100, 9000, (at) => seated(at, undefined, camera.height + 0.5)),
      { ...open, judgedAt: 'desk' },
    );
    expect(low).toContain('lower-the-camera');
    expect(new Set(lowAtDesk)).toEqual(new Set(['nothing']));
    const hipless = { ...seated(0), keypoints: { ...seated(0).keypoints, left_hip: unseen, right_hip: unseen } };
    expect(advised([hipless])).toEqual(['show-hips']);
    expect(advised([hipless], { ...open, judgedAt: 'desk' })).toEqual(['nothing']);
  });

  it.each([
    [0.19, 'more-light'],
    [0.21, 'nothing'],
    [undefined, 'nothing'],
  ] as const)('at a light of %s is %s', (light, hint) => {
    expect(advised([seated(0, light)])).toEqual([hint]);
  });
});

describe('advice about a slow picture', () => {
  const rated = (rate: number) => advised(every(1000 / rate, 5000, (at) => seated(at)));

  it('is given below eight poses a second', () => {
    for (const rate of [2, 5, 7]) expect(rated(rate)).toContain('too-slow');
    for (const rate of [9, 12, 30]) expect(rated(rate)).not.toContain('too-slow');
  });

  it('needs two seconds of evidence', () => {
    const hints = rated(5);
    expect(hints.indexOf('too-slow')).toBe(10);
  });

  it('is not caused by a pause', () => {
    const before = every(50, 3000, (at) => seated(at));
    const after = every(50, 3000, (at) => seated(33_000 + at));
    expect(new Set(advised([...before, ...after]))).toEqual(new Set(['nothing']));
  });
});
