import { describe, expect, it } from 'vitest';
import {
  count,
  isSetComplete,
  nextNumber,
  nothingCounted,
  repetitionsInThisSet,
  repetitionsOf,
  tempoCue,
  type Counts,
} from '../../../src/engine/feedback/counts.ts';
import { choose } from '../../../src/engine/feedback/cue-selection.ts';
import type { CueId } from '../../../src/engine/exercise/cues.ts';
import type { Reason } from '../../../src/engine/exercise/events.ts';
import { frontOn, sideOn } from '../../../src/engine/pose/orientation.ts';
import type { Verdict } from '../../../src/engine/repetition/verdict.ts';
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

const cheers = resolve(cheer, 'side', { sets: 2, reps: 3 }, 1);
const cheerRules = rulesFor(cheers);
const tilts = resolve(headTilt, 'front', { sets: 2, reps: 2 }, 1);
const tiltRules = rulesFor(tilts);

const pathOf = ({ repPaths }: Rulebook, index = 0) => {
  const repPath = repPaths[index];
  if (!repPath) throw new Error('The exercise has this path.');
  return repPath;
};

/** The verdict on an attempt, which is a repetition without a reason. */
const verdictOn = (
  rulebook: Rulebook,
  reason?: Reason,
  { path = 0, ...more }: { readonly path?: number } & Partial<Pick<Verdict, 'tempo' | 'isFar' | 'isPartial'>> = {},
): Verdict => {
  const repPath = pathOf(rulebook, path);
  const event = reason ? repAttempted(reason) : repCompleted(1);
  return { event, reason, tempo: [], repPath, isPartial: false, isFar: false, end: repPath.ends[0], ...more };
};

const short: Reason = { kind: 'range', measure: 'shoulderFlexion', shortBy: 12 };
const brief: Reason = { kind: 'hold', heldMs: 500, ofMs: 3000 };
const bent: Reason = { kind: 'posture', measure: 'elbowFlexion' };
const unseen: Reason = { kind: 'unseen', forMs: 900 };
const beyondDose: Reason = { kind: 'dose', ofReps: 3 };
const interrupted: Reason = { kind: 'interrupted' };

/** Counts attempts at the cheer, one after the other; `done` is a full repetition, `low` one that is not. */
const counted = (attempts: readonly (Reason | 'done' | 'low')[], from: Counts = nothingCounted): Counts =>
  attempts.reduce((counts, one) => {
    const reason = one === 'done' || one === 'low' ? undefined : one;
    const verdict = verdictOn(cheerRules, reason, { isPartial: one === 'low' });
    return count(cheers, cheerRules, counts, verdict, new Set(), millis(0));
  }, from);

const times = (number: number): readonly Reason[] => Array.from({ length: number }, () => short);

describe('attempts that fall short', () => {
  it('ease the targets once, at the third in a row', () => {
    expect(counted(times(2))).toMatchObject({ eased: 0, failedInARow: 2 });
    expect(counted(times(3))).toMatchObject({ eased: 1, failedInARow: 0 });
    expect(counted(times(5))).toMatchObject({ eased: 1, failedInARow: 2 });
    expect(counted(times(6)).eased).toBe(2);
  });

  it('ease them three times at most', () => {
    expect(counted(times(9)).eased).toBe(3);
    expect(counted(times(30)).eased).toBe(3);
  });

  it('are in a row only without a repetition between them', () => {
    expect(counted([...times(2), 'done', ...times(2)]).eased).toBe(0);
    expect(counted([...times(2), 'done', ...times(3)]).eased).toBe(1);
  });

  it('are in a row only without a failure of another kind between them', () => {
    expect(counted([...times(2), bent, ...times(2)]).eased).toBe(0);
    expect(counted([...times(2), brief, ...times(2)]).eased).toBe(0);
    expect(counted([...times(2), { kind: 'order' }, ...times(2)]).eased).toBe(0);
  });

  it.each([
    ['was not seen', unseen],
    ['was beyond the dose of its side', beyondDose],
    ['was interrupted', interrupted],
  ])('stay in a row over an attempt that %s, which is not one of them', (_, reason) => {
    expect(counted([...times(2), reason])).toMatchObject({ eased: 0, failedInARow: 2 });
    expect(counted([...times(2), reason, short]).eased).toBe(1);
    expect(counted([reason, reason, reason]).eased).toBe(0);
  });

  it('keep the eased targets after a repetition', () => {
    expect(counted([...times(3), 'done']).eased).toBe(1);
  });
});

describe('repetitions short of the full height', () => {
  it('count', () => {
    expect(counted(['low', 'low'])).toMatchObject({ repetitions: [2], attempts: 0 });
  });

  it('ease the targets as attempts that fall short do: at the third of either in a row', () => {
    expect(counted(['low', 'low'])).toMatchObject({ eased: 0, failedInARow: 2 });
    expect(counted(['low', 'low', 'low'])).toMatchObject({ eased: 1, failedInARow: 0 });
    expect(counted(['low', short, 'low']).eased).toBe(1);
    expect(counted([short, short, 'low']).eased).toBe(1);
  });

  it('are in a row only without a full one between them', () => {
    expect(counted(['low', 'low', 'done', 'low', 'low'])).toMatchObject({ eased: 0, failedInARow: 2 });
  });
});

describe('an attempt', () => {
  it('that failed is counted as one, whatever its reason', () => {
    expect(counted([short, brief, bent, unseen, { kind: 'order' }])).toMatchObject({ attempts: 5, repetitions: [] });
  });

  it('beyond the dose or interrupted is not counted', () => {
    expect(counted([beyondDose, interrupted]).attempts).toBe(0);
  });

  it('that is a repetition counts for its own path only', () => {
    const one = count(
      tilts,
      tiltRules,
      nothingCounted,
      verdictOn(tiltRules, undefined, { path: 1 }),
      new Set(),
      millis(0),
    );
    expect(one).toMatchObject({ repetitions: [0, 1], attempts: 0 });
  });
});

describe('the number of a repetition', () => {
  it('starts at 1 in each set', () => {
    const repPath = pathOf(cheerRules);
    const numberAfter = (counts: Counts) => nextNumber(cheers, counts, cheerRules, repPath);
    expect(numberAfter(nothingCounted)).toBe(1);
    expect(numberAfter(counted(['done', 'done']))).toBe(3);
    const nextSet = { ...counted(['done', 'done', 'done']), sets: 1 };
    expect(numberAfter(nextSet)).toBe(1);
    expect(numberAfter(counted(['done'], nextSet))).toBe(2);
  });

  it('is that of its own side, and beyond the dose where the side is done', () => {
    const counts = { ...nothingCounted, repetitions: [2, 0] };
    expect(nextNumber(tilts, counts, tiltRules, pathOf(tiltRules, 0))).toBe(3);
    expect(nextNumber(tilts, counts, tiltRules, pathOf(tiltRules, 1))).toBe(1);
  });
});

describe('timed repetitions of an exercise that is judged later', () => {
  it('count towards the dose', () => {
    const counts = { ...nothingCounted, timed: 2 };
    expect(nextNumber(cheers, counts, cheerRules, pathOf(cheerRules))).toBe(3);
    expect(isSetComplete(cheers, cheerRules, { ...counts, repetitions: [1] })).toBe(true);
    expect(isSetComplete(cheers, cheerRules, { ...counts, repetitions: [0] })).toBe(false);
  });

  it('go to each side in turn', () => {
    const numbers = (timed: number) =>
      [0, 1].map((path) => nextNumber(tilts, { ...nothingCounted, timed }, tiltRules, pathOf(tiltRules, path)));
    expect([0, 1, 2, 3].map((timed) => numbers(timed))).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
      [3, 2],
    ]);
  });
});

it('the number of a repetition follows its side where its goals were eased since', () => {
  const eased = rulebookOf(tilts, {
    orientation: frontOn,
    targets: { is: 'norm' },
    easeLevel: 1,
    rest: new Map(),
    jitter: new Map(),
  });
  const counts = { ...nothingCounted, repetitions: [0, 1] };
  expect(nextNumber(tilts, counts, tiltRules, pathOf(eased, 1))).toBe(2);
  const after = count(tilts, tiltRules, counts, verdictOn(eased, undefined, { path: 1 }), new Set(), millis(0));
  expect(after.repetitions).toEqual([0, 2]);
});

describe('a set', () => {
  it('is complete once every side has its repetitions of this set', () => {
    const isComplete = (repetitions: readonly number[], sets = 0) =>
      isSetComplete(tilts, tiltRules, { ...nothingCounted, repetitions, sets });
    expect([[], [2, 1], [3, 1], [2, 2]].map((done) => isComplete(done))).toEqual([false, false, false, true]);
    expect(
      [
        [2, 2],
        [4, 3],
        [4, 4],
      ].map((done) => isComplete(done, 1)),
    ).toEqual([false, false, true]);
  });

  it('has its own repetitions of both sides, judged or timed', () => {
    const done = { ...nothingCounted, repetitions: [3, 2], timed: 1, sets: 1 };
    expect(repetitionsOf(done)).toBe(6);
    expect(repetitionsInThisSet(tilts, done)).toBe(2);
  });

  it('keeps its repetitions on the screen after the last set', () => {
    expect(repetitionsInThisSet(tilts, { ...nothingCounted, repetitions: [4, 4], sets: 2 })).toBe(4);
  });
});

describe('the cues after an attempt', () => {
  const asked = (verdict: Verdict, plan = cheers, rulebook = cheerRules) =>
    count(plan, rulebook, nothingCounted, verdict, new Set(), millis(1000)).cues.waiting;

  it.each([short, brief, { kind: 'order' } as const])('ask for its endpoint where it lacked $kind', (reason) => {
    expect(asked(verdictOn(cheerRules, reason))).toEqual([
      expect.objectContaining({ cue: 'reach-up', urgency: 'range', reason: { kind: 'attempt', reason: reason.kind } }),
    ]);
  });

  it('name the side of its path', () => {
    const [left, right] = [0, 1].map((path) => asked(verdictOn(tiltRules, short, { path }), tilts, tiltRules));
    expect(left).toMatchObject([{ cue: 'ear-to-shoulder', side: 'left' }]);
    expect(right).toMatchObject([{ cue: 'ear-to-shoulder', side: 'right' }]);
  });

  it.each([bent, unseen, beyondDose, interrupted])('ask for nothing where the reason was $kind', (reason) => {
    expect(asked(verdictOn(cheerRules, reason))).toEqual([]);
  });

  it('ask for its endpoint after a repetition short of the full height', () => {
    const range = { cue: 'reach-up', urgency: 'range', reason: { kind: 'attempt', reason: 'range' } };
    expect(asked(verdictOn(cheerRules, undefined, { isPartial: true }))).toEqual([expect.objectContaining(range)]);
    expect(asked(verdictOn(cheerRules, undefined))).toEqual([]);
  });

  it('ask for nothing where the movement was far from the exercise’s own', () => {
    for (const reason of [short, brief, bent])
      expect(asked(verdictOn(cheerRules, reason, { isFar: true, tempo: ['not-smooth'] }))).toEqual([]);
  });

  it('ask for a slower way back, with the fault as their reason, also after a repetition', () => {
    const hurried = [
      expect.objectContaining({
        cue: 'lower-slowly',
        urgency: 'tempo',
        reason: { kind: 'tempo', fault: 'fast-return' },
      }),
    ];
    expect(asked(verdictOn(cheerRules, undefined, { tempo: ['fast-return'] }))).toEqual(hurried);
    expect(asked(verdictOn(cheerRules, bent, { tempo: ['fast-return'] }))).toEqual(hurried);
  });

  it('ask for range before tempo', () => {
    const { cues } = count(
      cheers,
      cheerRules,
      nothingCounted,
      verdictOn(cheerRules, short, { tempo: ['not-smooth'] }),
      new Set(),
      millis(0),
    );
    expect(cues.waiting.map(({ cue }) => cue).toSorted()).toEqual(['reach-up', 'smooth']);
    expect(choose(cues, [], millis(0))[1]).toMatchObject({ cue: 'reach-up' });
  });

  it('are those of the exercise; a tempo for which it has no words has none', () => {
    expect(tempoCue(tilts, 'fast-out')).toBe('slower');
    expect(tempoCue(tilts, 'not-smooth')).toBe('smooth');
    expect(tempoCue(cheers, 'fast-out')).toBeUndefined();
    expect(asked(verdictOn(cheerRules, undefined, { tempo: ['fast-out'] }))).toEqual([]);
  });
});

describe('the repeats of a cue', () => {
  const threeTimes = new Map<CueId, number>([
    ['reach-up', 3],
    ['sit-tall', 3],
    ['lower-slowly', 3],
  ]);
  const before: Counts = { ...nothingCounted, cues: { ...nothingCounted.cues, times: threeTimes } };
  const timesAfter = (verdict: Verdict) =>
    count(cheers, cheerRules, before, verdict, new Set<CueId>(['sit-tall']), millis(0)).cues.times;

  it('start again after a repetition without its fault', () => {
    expect([...timesAfter(verdictOn(cheerRules, undefined, { tempo: ['fast-return'] })).keys()]).toEqual([
      'sit-tall',
      'lower-slowly',
    ]);
  });

  it('are kept after an attempt that was no repetition', () => {
    expect(timesAfter(verdictOn(cheerRules, bent))).toEqual(threeTimes);
  });
});
