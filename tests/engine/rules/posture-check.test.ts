import { describe, expect, it } from 'vitest';
import { measureKey, type Reading, type Readings } from '../../../src/engine/kinematics/reading.ts';
import { compare, unknownStanding, type SidedThreshold } from '../../../src/engine/rules/posture-check.ts';

/** Elbows straighter than 60 degrees, left at 75; on either side. */
const [left, right]: readonly [SidedThreshold, SidedThreshold] = [
  { measure: 'elbowFlexion', is: 'below', enter: 60, leave: 75, side: 'left' },
  { measure: 'elbowFlexion', is: 'below', enter: 60, leave: 75, side: 'right' },
];
const both = [left, right];

/** The elbows' readings; a hidden one misses its wrist. */
const elbows = (onLeft: number | 'hidden', onRight: number | 'hidden'): Readings => {
  const reading = (value: number | 'hidden', side: 'left' | 'right'): Reading =>
    value === 'hidden' ? { seen: false, missing: [`${side}_wrist`] } : { seen: true, value, confidence: 0.9 };
  return new Map([
    [measureKey('elbowFlexion', 'left'), reading(onLeft, 'left')],
    [measureKey('elbowFlexion', 'right'), reading(onRight, 'right')],
  ]);
};

/** The state after these frames. */
const after = (...frames: readonly Readings[]) =>
  frames.reduce((before, readings) => compare(both, readings, before), unknownStanding);

describe('a posture', () => {
  it('is inside once every measure is, and outside as soon as one is', () => {
    expect(after(elbows(10, 10))).toMatchObject({ is: 'inside', isSeen: true, firstOutside: undefined });
    expect(after(elbows(10, 90))).toMatchObject({ is: 'outside', isSeen: true, firstOutside: right });
    expect(after(elbows(90, 90)).firstOutside).toBe(left);
  });

  it('without thresholds is always inside', () => {
    expect(compare([], elbows('hidden', 'hidden'), unknownStanding)).toMatchObject({ is: 'inside', isSeen: true });
  });

  it('is entered at its bound and left a hysteresis later', () => {
    expect(after(elbows(61, 10)).is).toBe('outside');
    expect(after(elbows(60, 10)).is).toBe('inside');
    expect(after(elbows(60, 10), elbows(75, 10)).is).toBe('inside');
    expect(after(elbows(60, 10), elbows(76, 10)).is).toBe('outside');
    expect(after(elbows(60, 10), elbows(76, 10), elbows(70, 10)).is).toBe('outside');
  });
});

describe('an unseen measure', () => {
  it('that was never seen leaves the posture unseen, and names what is missing', () => {
    expect(after(elbows(10, 'hidden'))).toMatchObject({ is: 'unseen', isSeen: false, missing: ['right_wrist'] });
  });

  it('that was inside stays inside, however long', () => {
    const hidden = elbows(10, 'hidden');
    expect(after(elbows(10, 10), hidden, hidden, hidden)).toMatchObject({ is: 'inside', isSeen: false });
  });

  it('keeps its hysteresis: seen again between its bounds, it is still inside', () => {
    const hidden = elbows(10, 'hidden');
    expect(after(elbows(10, 10), hidden, elbows(10, 70)).is).toBe('inside');
    expect(after(hidden, elbows(10, 70)).is).toBe('outside');
  });

  it('that was outside is not inside; it is unseen, not outside', () => {
    expect(after(elbows(10, 90), elbows(10, 'hidden'))).toMatchObject({ is: 'unseen', firstOutside: undefined });
  });

  it('does not hide another that is outside', () => {
    expect(after(elbows('hidden', 90))).toMatchObject({ is: 'outside', firstOutside: right });
  });

  it('without any reading is unseen too', () => {
    expect(compare(both, new Map(), unknownStanding)).toMatchObject({ is: 'unseen', isSeen: false, missing: [] });
  });
});

describe('a threshold that holds unseen', () => {
  const lenient = both.map((one): SidedThreshold => ({ ...one, holdsUnseen: true }));

  it('is inside and counts as seen while its measure is hidden, from the first frame on', () => {
    expect(compare(lenient, elbows('hidden', 'hidden'), unknownStanding)).toMatchObject({ is: 'inside', isSeen: true });
    expect(compare(both, elbows('hidden', 'hidden'), unknownStanding)).toMatchObject({ is: 'unseen', isSeen: false });
  });

  it('is outside as soon as it is seen to be', () => {
    expect(compare(lenient, elbows(90, 'hidden'), unknownStanding)).toMatchObject({
      is: 'outside',
      firstOutside: { side: 'left' },
    });
  });
});
