import { describe, expect, it } from 'vitest';
import { resolve } from '../../../src/engine/rules/plan.ts';
import {
  readyAfter,
  readyAt,
  stillReadyAt,
  wait,
  type Opening,
  type Ready,
} from '../../../src/engine/repetition/ready.ts';
import { sideOn } from '../../../src/engine/pose/orientation.ts';
import type { MeasureKey, Reading, Readings } from '../../../src/engine/kinematics/reading.ts';
import { millis } from '../../../src/engine/units.ts';
import type { Exercise } from '../../../src/engine/exercise/exercise.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { rulebookOf, type CalibrationInput, type Rulebook } from '../../../src/engine/rules/rulebook.ts';
import type { Jitter } from '../../../src/engine/rules/similarity.ts';

/** Readings of an arm at this angle with this elbow flexion; `hidden` is not seen. */
const arm = (flexion: number | 'hidden', elbow: number | 'hidden' = 10): Readings => {
  const reading = (value: number | 'hidden'): Reading =>
    value === 'hidden' ? { seen: false, missing: [] } : { seen: true, value, confidence: 0.9 };
  return new Map<MeasureKey, Reading>([
    ['shoulderFlexion.right', reading(flexion)],
    ['elbowFlexion.right', reading(elbow)],
  ]);
};

const rest = arm(0);
/** An exercise from the side, for a user with this jitter of a measure at rest. */
const rulesOf = (exercise: Exercise, jitter: Jitter = new Map(), more: Partial<CalibrationInput> = {}): Rulebook =>
  rulebookOf(resolve(exercise, 'side', {}, 1), {
    orientation: sideOn(1),
    targets: { is: 'norm' },
    easeLevel: 0,
    rest,
    jitter,
    ...more,
  });

/** The cheer: up to 160 degrees, back below 20, elbows straighter than 60 all the way. */
const rulebook = rulesOf(cheer);

/**
 * Stretches of readings with their durations, a frame every 50 ms; returns when an attempt opens, and what it contains.
 */
const opens = (
  stretches: readonly (readonly [number, Readings])[],
  from: Ready = readyAt(rest),
  rules = rulebook,
): readonly [number, Opening] | undefined => {
  let state = from;
  let at = 0;
  for (const [lasts, readings] of stretches)
    for (const until = at + lasts; at < until; at += 50) {
      const [next, opening] = wait(rules, state, readings, millis(at));
      state = next;
      if (opening) return [at, opening];
    }
  return undefined;
};

const resting = [1000, arm(5)] as const;

describe('an attempt', () => {
  /** The least lift from rest that opens an attempt, degrees. */
  const leastLift = (rules: Rulebook, from = 0, most = 120): number | undefined =>
    Array.from({ length: most }, (_, index) => index + 1).find((lift) =>
      opens(
        [
          [1000, arm(from)],
          [2000, arm(from + lift)],
        ],
        readyAt(rest),
        rules,
      ),
    );

  it('opens once the arm has moved by ten degrees for 0.3 s', () => {
    expect(opens([resting, [2000, arm(14)]])).toBeUndefined();
    expect(opens([resting, [300, arm(16)], resting])).toBeUndefined();
    expect(opens([resting, [2000, arm(16)]])).toEqual([
      1300,
      expect.objectContaining({ from: { progress: 16, at: 1000 } }),
    ]);
    expect(leastLift(rulebook)).toBe(10);
  });

  it('opens by three times the jitter of its measure where that is more', () => {
    expect(leastLift(rulesOf(cheer, new Map([['shoulderFlexion.right', 5]])))).toBe(15);
    expect(leastLift(rulesOf(cheer, new Map([['shoulderFlexion.right', 3]])))).toBe(10);
  });

  it('opens at 30 % of the way to the goal where that is less', () => {
    // A practice of 30 degrees, so a goal of 27: 30 % of the way are 8.1 degrees.
    const ranges = [{ end: 'up', side: 'right', measure: 'shoulderFlexion', rest: 0, value: 30, error: 1 } as const];
    expect(leastLift(rulesOf(cheer, new Map(), { targets: { is: 'personal', ranges } }))).toBe(9);
    // An arm that trembles by 20 degrees: 30 % of 160.
    expect(leastLift(rulesOf(cheer, new Map([['shoulderFlexion.right', 20]])))).toBe(48);
  });

  it('is measured from the point nearest to rest since the last attempt', () => {
    // The user sits down again with the arm eight degrees from where it was.
    const settled = [1000, arm(8)] as const;
    expect(opens([settled, [2000, arm(17)]])).toBeUndefined();
    expect(opens([settled, [2000, arm(18)]])).toBeDefined();
    expect(opens([settled, [500, arm(1)], [2000, arm(10)]])).toBeUndefined();
    expect(opens([settled, [500, arm(1)], [2000, arm(11)]])).toBeDefined();
    // Behind rest is no further away than rest itself.
    expect(
      opens([
        [1000, arm(-15)],
        [2000, arm(9)],
      ]),
    ).toBeUndefined();
  });

  it('contains what was read in the last five seconds at rest and since rest was left', () => {
    const opening = opens([resting, [8000, arm(14)], [1000, arm(60)]])?.[1];
    const points = opening?.trajectory.points ?? [];
    expect(points.filter(({ progress }) => progress === 60)).toHaveLength(7);
    const atRest = points.filter(({ progress }) => progress !== 60);
    expect(new Set(atRest.map(({ progress }) => progress))).toEqual(new Set([14]));
    expect((atRest.at(-1)?.at ?? 0) - (atRest[0]?.at ?? 0)).toBe(5000);
  });

  it('opens from the start posture only: a user who was never at rest begins none', () => {
    expect(opens([[3000, arm(60)]])).toBeUndefined();
    expect(opens([resting, [3000, arm(60)]])).toBeDefined();
  });

  it('opens from a posture that was still kept when training resumes', () => {
    expect(opens([[1000, arm(60)]], stillReadyAt(rulebook, rest, millis(0)))).toBeUndefined();
    expect(
      opens(
        [
          [100, arm(5)],
          [1000, arm(60)],
        ],
        stillReadyAt(rulebook, rest, millis(0)),
      )?.[0],
    ).toBe(400);
  });
});

describe('the required posture', () => {
  it('must be kept from rest on: once lost for 0.3 s, rest must come first', () => {
    const bent = [400, arm(10, 120)] as const;
    expect(opens([resting, bent, [2000, arm(60)]])).toBeUndefined();
    expect(opens([resting, bent, resting, [2000, arm(60)]])).toBeDefined();
  });

  it('may be lost for a moment', () => {
    expect(opens([resting, [200, arm(10, 120)], [2000, arm(60)]])).toBeDefined();
  });

  it('keeps an attempt closed while it is missing', () => {
    expect(opens([resting, [250, arm(60, 120)], [2000, arm(60)]])?.[0]).toBe(1000 + 250 + 300);
  });

  it('keeps its last seen state for ten seconds; then it must be seen', () => {
    const hiddenFor = (seconds: number) => [seconds * 1000, arm(5, 'hidden')] as const;
    const raisedUnseen = [1000, arm(60, 'hidden')] as const;
    expect(opens([resting, hiddenFor(9), raisedUnseen])).toBeDefined();
    expect(opens([resting, hiddenFor(11), raisedUnseen])).toBeUndefined();
    expect(opens([resting, hiddenFor(11), [1000, arm(60)]])).toBeDefined();
  });
});

it('an unseen primary measure opens nothing, and when rest was left is remembered', () => {
  expect(opens([resting, [2000, arm('hidden')]])).toBeUndefined();
  expect(opens([resting, [100, arm(60)], [500, arm('hidden')], [50, arm(60)]])?.[1].from.at).toBe(1000);
});

describe('after an attempt', () => {
  const [armed] = wait(rulebook, readyAt(rest), arm(5), millis(0));

  it('whose posture was kept, hidden hands count as still in place', () => {
    const after = readyAfter(rulebook, armed, millis(0));
    expect(
      opens(
        [
          [100, arm(5, 'hidden')],
          [1000, arm(60, 'hidden')],
        ],
        after,
      ),
    ).toBeDefined();
  });

  it('whose posture was lost, it must be seen again', () => {
    const [lost] = wait(rulebook, armed, arm(5, 120), millis(50));
    const after = readyAfter(rulebook, lost, millis(50));
    expect(
      opens(
        [
          [100, arm(5, 'hidden')],
          [1000, arm(60, 'hidden')],
        ],
        after,
      ),
    ).toBeUndefined();
    expect(
      opens(
        [
          [100, arm(5)],
          [1000, arm(60)],
        ],
        after,
      ),
    ).toBeDefined();
  });
});
