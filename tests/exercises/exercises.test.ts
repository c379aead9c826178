import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  above,
  exerciseSchema,
  type Exercise,
  type ExerciseDefinition,
  type RuleSet,
} from '../../src/engine/exercise/exercise.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { exerciseById, exercises } from '../../src/exercises/registry.ts';

const refused = (exercise: unknown): string => {
  const result = v.safeParse(exerciseSchema, exercise);
  return result.success ? '' : result.issues.map(({ message }) => message).join(' ');
};

const ruleSetsOf = ({ views }: Exercise): readonly RuleSet[] =>
  Object.values(views).filter((rules) => rules !== undefined);

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('%s', (id, exercise) => {
  it('is plain JSON that its own schema accepts', () => {
    expect(v.parse(exerciseSchema, JSON.parse(JSON.stringify(exercise)))).toEqual(exercise);
  });

  it('is found by its id', () => {
    expect(exerciseById(id)).toBe(exercise);
  });

  it('has a start posture without a fault', () => {
    for (const rules of ruleSetsOf(exercise))
      for (const measure of Object.keys(rules.start))
        for (const { when } of rules.faults) expect(Object.keys(when)).not.toContain(measure);
  });

  it('moves through as many endpoints as it has rules for', () => {
    for (const rules of ruleSetsOf(exercise)) expect(exercise.motion.ends).toHaveLength(rules.ends.length);
  });
});

describe('an exercise from a file', () => {
  const front = butterfly.views.front;

  it('is refused with the reason when a rule names what its view cannot see', () => {
    const blind = { ...butterfly, views: { front: { ...front, requires: { trunkLean: above(0) } } } };
    expect(refused(blind)).toContain('A front view cannot see trunkLean.');
  });

  it('is refused without a view, with an unknown field, or with an invalid number', () => {
    expect(refused({ ...butterfly, views: {} })).toContain('at least one view');
    expect(refused({ ...butterfly, colour: 'red' })).not.toBe('');
    expect(refused({ ...butterfly, prescription: { ...butterfly.prescription, hold: Infinity } })).not.toBe('');
  });

  it('is refused with more than a routine or a link may ask for, which would take for ever to plan', () => {
    expect(refused({ ...butterfly, prescription: { ...butterfly.prescription, reps: 99_999_999 } })).toContain('50');
    expect(refused({ ...butterfly, prescription: { ...butterfly.prescription, sets: 1e308 } })).toContain('10');
  });
});

describe('a built-in exercise', () => {
  it('does not compile when it names what its view cannot see', () => {
    const rules = butterfly.views.front;
    if (!rules) throw new Error('The butterfly has no front view.');
    // @ts-expect-error trunkLean is seen from the side only
    const blind: ExerciseDefinition = { ...butterfly, views: { front: { ...rules, start: { trunkLean: above(0) } } } };
    expect(refused(blind)).not.toBe('');
  });
});
