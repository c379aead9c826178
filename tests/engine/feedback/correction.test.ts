import { describe, expect, it } from 'vitest';
import type { Reason } from '../../../src/engine/exercise/events.ts';
import { correct, type CorrectionBy } from '../../../src/engine/feedback/correction.ts';
import {
  count,
  isSetComplete,
  nextNumber,
  nothingCounted,
  repetitionsInThisSet,
  type Counts,
} from '../../../src/engine/feedback/counts.ts';
import { frontOn, sideOn } from '../../../src/engine/pose/orientation.ts';
import type { Side } from '../../../src/engine/pose/keypoints.ts';
import { resolve, type Plan } from '../../../src/engine/rules/plan.ts';
import { rulebookOf, type Rulebook } from '../../../src/engine/rules/rulebook.ts';
import { millis } from '../../../src/engine/units.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { headTilt } from '../../../src/exercises/head-tilt.ts';
import { repAttempted, repCompleted } from '../../made-events.ts';

const rulesFor = (plan: Plan): Rulebook =>
  rulebookOf(plan, {
    orientation: plan.view === 'front' ? frontOn : sideOn(1),
    targets: { is: 'norm' },
    easeLevel: 0,
    rest: new Map(),
    jitter: new Map(),
  });

const short: Reason = { kind: 'range', measure: 'shoulderFlexion', shortBy: 12 };

/** What happens to a count: a judged repetition or a failed attempt, of a side, or a correction. */
type Step = 'rep' | 'miss' | `rep ${Side}` | `miss ${Side}` | '+1' | '-1';

/** Counts these steps; returns the counts, and what each correction was, or `none` where it had no effect. */
const counted = (plan: Plan, steps: readonly Step[], from: Partial<Counts> = {}) => {
  const rulebook = rulesFor(plan);
  let counts: Counts = { ...nothingCounted, ...from };
  const corrections: string[] = [];
  for (const step of steps) {
    if (step === '+1' || step === '-1') {
      const by: CorrectionBy = step === '+1' ? 1 : -1;
      const corrected = correct(plan, rulebook, counts, by);
      counts = corrected?.counts ?? counts;
      const { side = '', of = 'none', number = '' } = corrected?.event ?? {};
      corrections.push([of, side, number].filter((part) => part !== '').join(' '));
      continue;
    }
    const [what, side] = step.split(' ');
    const repPath = rulebook.repPaths.find((one) => side === undefined || one.side === side);
    if (!repPath) throw new Error(`There is no path of ${side}.`);
    const reason = what === 'miss' ? short : undefined;
    const event = reason ? repAttempted(reason) : repCompleted(1);
    counts = count(
      plan,
      rulebook,
      counts,
      { event, reason, tempo: [], isPartial: false, isFar: false, repPath, end: repPath.ends[0] },
      new Set(),
      millis(0),
    );
  }
  return { counts, corrections, rulebook, shown: repetitionsInThisSet(plan, counts) };
};

const cheers = resolve(cheer, 'side', { sets: 1, reps: 3 }, 1);
const twice = resolve(cheer, 'side', { sets: 2, reps: 2 }, 1);
const tilts = resolve(headTilt, 'front', { sets: 1, reps: 2 }, 1);

describe('"that one counted"', () => {
  it('adds a repetition of the user’s own, which the next one follows in number', () => {
    const { counts, shown, rulebook } = counted(cheers, ['rep', 'miss', '+1']);
    const [repPath] = rulebook.repPaths;
    expect(shown).toBe(2);
    expect(counts.own).toMatchObject({ added: 1, takenBack: 0 });
    expect(repPath && nextNumber(cheers, counts, rulebook, repPath)).toBe(3);
  });

  it('completes a set, and adds nothing beyond it', () => {
    const { counts, corrections, rulebook } = counted(cheers, ['rep', 'rep', '+1', '+1']);
    expect(corrections).toEqual(['own right 3', 'none']);
    expect(isSetComplete(cheers, rulebook, counts)).toBe(true);
    expect(counts.repetitions).toEqual([3]);
  });

  it('belongs to the side of the last attempt', () => {
    expect(counted(tilts, ['rep left', 'miss right', '+1']).corrections).toEqual(['own right 1']);
    expect(counted(tilts, ['rep right', 'miss left', '+1']).corrections).toEqual(['own left 1']);
    expect(counted(tilts, ['rep left', '+1']).corrections).toEqual(['own left 2']);
  });

  it('belongs to the side whose turn it is where that side is done, or nothing was attempted', () => {
    expect(counted(tilts, ['rep left', 'rep left', '+1', '+1', '+1']).corrections).toEqual([
      'own right 1',
      'own right 2',
      'none',
    ]);
    expect(counted(tilts, ['+1', '+1', '+1', '+1', '+1']).corrections).toEqual([
      'own left 1',
      'own right 1',
      'own left 2',
      'own right 2',
      'none',
    ]);
  });

  it('forgives the attempts in a row that fell short, so that a third one does not ease', () => {
    expect(counted(cheers, ['miss', 'miss', 'miss']).counts.eased).toBe(1);
    expect(counted(cheers, ['miss', 'miss', '+1', 'miss']).counts).toMatchObject({ eased: 0, failedInARow: 1 });
  });

  it('leaves an easing and the judged attempts as they are', () => {
    const { counts } = counted(cheers, ['miss', 'miss', 'miss', '+1']);
    expect(counts).toMatchObject({ eased: 1, attempts: 3 });
  });
});

describe('"that was none"', () => {
  it('takes back the last counted repetition, of its side', () => {
    const { counts, corrections } = counted(tilts, ['rep left', 'rep right', 'rep left', 'miss right', '-1', '-1']);
    expect(corrections).toEqual(['judged left 1', 'judged right 0']);
    expect(counts.repetitions).toEqual([1, 0]);
    expect(counts.own).toMatchObject({ added: 0, takenBack: 2 });
  });

  it('goes never below zero, and never into the set before', () => {
    expect(counted(cheers, ['-1']).corrections).toEqual(['none']);
    expect(counted(cheers, ['rep', '-1', '-1']).corrections).toEqual(['judged right 0', 'none']);
    const second = counted(twice, ['rep', 'rep'], {}).counts;
    expect(counted(twice, ['-1'], { ...second, sets: 1 }).corrections).toEqual(['none']);
    expect(counted(twice, ['rep', '-1', '-1'], { ...second, sets: 1 }).corrections).toEqual(['judged right 0', 'none']);
  });

  it('neither eases nor forgives', () => {
    expect(counted(cheers, ['rep', 'miss', 'miss', '-1']).counts).toMatchObject({ eased: 0, failedInARow: 2 });
  });

  it('takes from the fuller side where an interruption lost the order', () => {
    expect(counted(tilts, ['-1', '-1'], { repetitions: [1, 2] }).corrections).toEqual([
      'judged right 1',
      'judged left 0',
    ]);
  });
});

describe('a correction that is undone by its opposite', () => {
  const undone = (...steps: readonly Step[]) => {
    const { counts } = counted(tilts, ['rep left', 'rep right', 'miss left', ...steps]);
    return { repetitions: counts.repetitions, own: [counts.own.added, counts.own.takenBack] };
  };

  it('leaves nothing behind', () => {
    const before = { repetitions: [1, 1], own: [0, 0] };
    expect(undone('+1', '-1')).toEqual(before);
    expect(undone('-1', '+1')).toEqual(before);
    expect(undone('-1', '-1', '+1', '+1')).toEqual(before);
    expect(undone('+1', '-1', '+1', '-1')).toEqual(before);
    expect(undone('+1', '-1', '+1')).toEqual({ repetitions: [2, 1], own: [1, 0] });
  });

  it('is no longer undone once another attempt is over: then one is added to what was taken back', () => {
    expect(undone('-1', 'miss right', '+1')).toEqual({ repetitions: [1, 1], own: [1, 1] });
  });
});
