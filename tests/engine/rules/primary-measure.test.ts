import { describe, expect, it } from 'vitest';
import type { Readings } from '../../../src/engine/kinematics/reading.ts';
import { frontOn } from '../../../src/engine/pose/orientation.ts';
import { resolve } from '../../../src/engine/rules/plan.ts';
import { isApart, primaryValue, progressOf } from '../../../src/engine/rules/primary-measure.ts';
import { rulebookOf } from '../../../src/engine/rules/rulebook.ts';
import { cheer } from '../../../src/exercises/cheer.ts';

type Value = number | 'hidden';

/** The elevation of both arms, degrees. */
const arms = (left: Value, right: Value): Readings => {
  const reading = (value: Value) =>
    value === 'hidden' ? ({ seen: false, missing: [] } as const) : ({ seen: true, value, confidence: 0.9 } as const);
  return new Map([
    ['armElevation.left', reading(left)],
    ['armElevation.right', reading(right)],
  ]);
};

const rest = arms(15, 20);
const input = { orientation: frontOn, targets: { is: 'norm' }, easeLevel: 0, rest, jitter: new Map() } as const;
const { repPaths } = rulebookOf(resolve(cheer, 'front', {}, 1), input);
/** Both arms up, from the front: the goal is above rest. */
const raised = repPaths[0]?.ends[0];
if (!raised) throw new Error('The cheer has an endpoint.');
/** The same with a goal below rest. */
const lowered = { ...raised, direction: -1 } as const;

describe('the primary measure of two sides that move together', () => {
  it('is their mean while they differ by at most 35 degrees', () => {
    expect(primaryValue(raised, arms(130, 110))).toBe(120);
    expect(primaryValue(raised, arms(100, 135))).toBe(117.5);
    expect(primaryValue(lowered, arms(55, 20))).toBe(37.5);
    expect([isApart(raised, arms(100, 135)), isApart(lowered, arms(55, 20))]).toEqual([false, false]);
  });

  it('is the one that has come less far where they differ by more: the lower arm of a raise, the higher one of a lowering', () => {
    expect(primaryValue(raised, arms(150, 90))).toBe(90);
    expect(primaryValue(raised, arms(90, 150))).toBe(90);
    expect(primaryValue(lowered, arms(70, 20))).toBe(70);
    expect([isApart(raised, arms(150, 90)), isApart(raised, arms(100, 136))]).toEqual([true, true]);
  });

  it('changes from the one to the other without a leap', () => {
    const values = Array.from({ length: 601 }, (_, index) => primaryValue(raised, arms(90, 90 + index / 10)) ?? NaN);
    const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? NaN)));
    expect(Math.max(...steps)).toBeLessThan(0.5);
    expect(values[0]).toBe(90);
    expect(values.at(-1)).toBe(90);
    expect(Math.max(...values)).toBeCloseTo(90 + 35 / 2, 5);
  });
});

it('two sides of a measure without a spread are led by the one that has come less far', () => {
  const each = { measure: 'handAtHead', keys: ['handAtHead.left', 'handAtHead.right'], direction: -1 } as const;
  const hands = new Map([
    ['handAtHead.left', { seen: true, value: 0.3, confidence: 0.9 }],
    ['handAtHead.right', { seen: true, value: 0.5, confidence: 0.9 }],
  ] as const);
  expect(primaryValue(each, hands)).toBe(0.5);
  expect(isApart(each, hands)).toBe(false);
});

describe('the primary measure of two sides', () => {
  it('is unseen if one side is, or if neither was ever read; then they are not apart', () => {
    expect(isApart(raised, arms(150, 'hidden'))).toBe(false);
    expect(primaryValue(raised, arms(50, 'hidden'))).toBeUndefined();
    expect(primaryValue(raised, arms('hidden', 50))).toBeUndefined();
    expect(primaryValue(raised, arms('hidden', 'hidden'))).toBeUndefined();
    expect(primaryValue(raised, new Map())).toBeUndefined();
  });
});

it('an endpoint without keys has no value', () => {
  expect(primaryValue({ measure: 'armElevation', keys: [], direction: 1 }, arms(50, 50))).toBeUndefined();
});

describe('progress', () => {
  it('is the distance from rest towards the goal', () => {
    // Rest is the mean of both arms, too.
    expect(progressOf(raised, rest, 100)).toBe(82.5);
    expect(progressOf(raised, rest, 17.5)).toBe(0);
    expect(progressOf(lowered, arms(60, 60), 20)).toBe(40);
  });

  it('is negative on the far side of rest', () => {
    expect(progressOf(raised, arms(0, 0), -10)).toBe(-10);
    expect(progressOf(lowered, arms(0, 0), 10)).toBe(-10);
  });

  it('counts from zero where rest was not seen', () => {
    expect(progressOf(raised, arms('hidden', 0), 20)).toBe(20);
  });
});
