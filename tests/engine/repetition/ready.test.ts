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
import { cheer } from '../../../src/exercises/cheer.ts';
import { rulebookOf } from '../../../src/engine/rules/rulebook.ts';

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
/** The cheer: up to 160 degrees, back below 20, elbows straighter than 60 all the way. */
const rulebook = rulebookOf(resolve(cheer, 'side', {}, 1), {
  orientation: sideOn(1),
  targets: { is: 'norm' },
  easeLevel: 0,
  rest,
  jitter: new Map(),
});

/**
 * Stretches of readings with their durations, a frame every 50 ms; returns when an attempt opens, and what it contains.
 */
const opens = (
  stretches: readonly (readonly [number, Readings])[],
  from: Ready = readyAt(rest),
): readonly [number, Opening] | undefined => {
  let state = from;
  let at = 0;
  for (const [lasts, readings] of stretches)
    for (const until = at + lasts; at < until; at += 50) {
      const [next, opening] = wait(rulebook, state, readings, millis(at));
      state = next;
      if (opening) return [at, opening];
    }
  return undefined;
};

const resting = [1000, arm(5)] as const;

describe('an attempt', () => {
  it('opens once the arm has been beyond 30 % of the way (48 of 160 degrees) for 0.3 s', () => {
    expect(opens([resting, [2000, arm(47)]])).toBeUndefined();
    expect(opens([resting, [300, arm(49)], resting])).toBeUndefined();
    expect(opens([resting, [2000, arm(49)]])).toEqual([
      1300,
      expect.objectContaining({ from: { progress: 49, at: 1000 } }),
    ]);
  });

  it('contains what was read in the last five seconds at rest and since rest was left', () => {
    const opening = opens([resting, [8000, arm(31)], [1000, arm(60)]])?.[1];
    const points = opening?.trajectory.points ?? [];
    expect(points.filter(({ progress }) => progress === 60)).toHaveLength(7);
    const atRest = points.filter(({ progress }) => progress !== 60);
    expect(new Set(atRest.map(({ progress }) => progress))).toEqual(new Set([31]));
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
