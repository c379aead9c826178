import { describe, expect, it } from 'vitest';
import type { Readings } from '../../../src/engine/kinematics/reading.ts';
import { frontOn } from '../../../src/engine/pose/orientation.ts';
import { resolve } from '../../../src/engine/rules/plan.ts';
import { primaryValue, progressOf } from '../../../src/engine/rules/primary-measure.ts';
import { rulebookOf } from '../../../src/engine/rules/rulebook.ts';
import { cheer } from '../../../src/exercises/cheer.ts';

type Value = number | 'hidden';

/** Both arms' levels in degrees, above the shoulder +. */
const arms = (left: Value, right: Value): Readings => {
  const reading = (value: Value) =>
    value === 'hidden' ? ({ seen: false, missing: [] } as const) : ({ seen: true, value, confidence: 0.9 } as const);
  return new Map([
    ['upperArmLevel.left', reading(left)],
    ['upperArmLevel.right', reading(right)],
  ]);
};

const rest = arms(-85, -80);
const input = { orientation: frontOn, targets: { is: 'norm' }, easeLevel: 0, rest, jitter: new Map() } as const;
const { repPaths } = rulebookOf(resolve(cheer, 'front', {}, 1), input);
/** Both arms up, from the front: the goal is above rest. */
const raised = repPaths[0]?.ends[0];
if (!raised) throw new Error('The cheer has an endpoint.');
/** The same with a goal below rest. */
const lowered = { ...raised, direction: -1 } as const;

describe('the primary measure of two sides', () => {
  it('is the one that has come less far: the lower arm of a raise, the higher one of a lowering', () => {
    expect(primaryValue(raised, arms(50, 20))).toBe(20);
    expect(primaryValue(raised, arms(20, 50))).toBe(20);
    expect(primaryValue(lowered, arms(-50, -20))).toBe(-20);
  });

  it('is unseen if one side is, or if neither was ever read', () => {
    expect(primaryValue(raised, arms(50, 'hidden'))).toBeUndefined();
    expect(primaryValue(raised, arms('hidden', 50))).toBeUndefined();
    expect(primaryValue(raised, arms('hidden', 'hidden'))).toBeUndefined();
    expect(primaryValue(raised, new Map())).toBeUndefined();
  });
});

it('an endpoint without keys has no value', () => {
  expect(primaryValue({ keys: [], direction: 1 }, arms(50, 50))).toBeUndefined();
});

describe('progress', () => {
  it('is the distance from rest towards the goal', () => {
    expect(progressOf(raised, rest, 20)).toBe(105);
    expect(progressOf(raised, rest, -85)).toBe(0);
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
