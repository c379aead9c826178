import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../src/engine/exercise/exercise.ts';
import type { PersonalRange } from '../../../src/engine/rules/personal-range.ts';
import { exercises } from '../../../src/exercises/registry.ts';
import { isHeld, planFor } from '../../../src/session/planning/plan-for.ts';

it.each(exercises)('takes the dose of $id from the exercise where the link has none', (exercise) => {
  const plan = planFor(exercise);
  expect(plan.reps).toBe(exercise.prescription.reps);
  expect(plan.hold).toBe(exercise.prescription.hold ?? 0);
  expect(plan.strictness).toBe(1);
});

it.each(exercises)('takes the dose of $id from the link where it has one', (exercise) => {
  const plan = planFor(exercise, { reps: 3, holdSeconds: 6, strictness: 1.5 });
  expect(plan).toMatchObject({ reps: 3, hold: 6000, strictness: 1.5 });
  expect(isHeld(plan)).toBe(plan.rules.ends.some(({ held }) => held));
});

const named = (id: string): Exercise => {
  const exercise = exercises.find((one) => one.id === id);
  if (!exercise) throw new Error(`${id} is missing.`);
  return exercise;
};

const tilt = (side: 'left' | 'right'): PersonalRange => ({
  end: 'tilted',
  side,
  measure: 'headSideBend',
  rest: 0,
  value: 28,
  error: 1,
});

describe('the range of a plan', () => {
  const kept = (ranges: readonly PersonalRange[] | undefined) => ({ read: () => ranges });

  it('is the user’s own, by practice, unless the link asks for the norm', () => {
    expect(planFor(named('head-tilt')).range).toEqual({ is: 'practice' });
    expect(planFor(named('head-tilt'), { range: 'norm' }, kept([tilt('left'), tilt('right')])).range).toEqual({
      is: 'norm',
    });
  });

  it('is the saved one, where that has a value for every end and side', () => {
    const both = [tilt('left'), tilt('right')];
    expect(planFor(named('head-tilt'), {}, kept(both)).range).toEqual({ is: 'kept', ranges: both });
    expect(planFor(named('head-tilt'), {}, kept([tilt('left')])).range).toEqual({ is: 'practice' });
    expect(planFor(named('head-tilt'), {}, kept(undefined)).range).toEqual({ is: 'practice' });
    expect(planFor(named('butterfly'), {}, kept(both)).range).toEqual({ is: 'practice' });
  });
});

it('is only timed where that is asked for, whatever was saved', () => {
  const plan = planFor(named('head-tilt'), { range: 'timed' }, { read: () => [tilt('left'), tilt('right')] });
  expect(plan.range).toEqual({ is: 'timed' });
});

it('is eased from the beginning where there is pain', () => {
  expect(planFor(named('cheer')).easeLevel).toBe(0);
  expect(planFor(named('cheer'), { easeLevel: 1 })).toMatchObject({ easeLevel: 1, range: { is: 'practice' } });
  expect(planFor(named('cheer'), { easeLevel: 1, range: 'norm' })).toMatchObject({
    easeLevel: 1,
    range: { is: 'norm' },
  });
});

describe('the view of a plan', () => {
  const both: Exercise = { ...named('head-tilt'), views: { ...named('head-tilt').views, ...named('cheer').views } };

  it('comes from the link, where the exercise has rules for it', () => {
    expect(planFor(both, { view: 'side' })).toMatchObject({ view: 'side', rules: both.views.side });
    expect(planFor(both).view).toBe('front');
    expect(planFor(named('head-tilt'), { view: 'side' }).view).toBe('front');
  });
});

describe('a plan for one arm alone', () => {
  const raised = (side?: 'left' | 'right'): PersonalRange => ({
    end: 'up',
    ...(side ? { side } : {}),
    measure: 'armElevation',
    rest: 15,
    value: 150,
    error: 1,
  });

  it('is judged from the front, whatever view is asked for; an exercise that one arm cannot train stays as it is', () => {
    expect(planFor(named('cheer'), { arm: 'left', view: 'side' })).toMatchObject({ view: 'front', arm: 'left' });
    expect(planFor(named('cheer'), { arm: 'both' })).toMatchObject({ view: 'side', arm: undefined });
    for (const id of ['butterfly', 'head-tilt', 'shoulder-flexion', 'shoulder-blade-squeeze', 'flexion-extension'])
      expect(planFor(named(id), { arm: 'left' })).toEqual(planFor(named(id)));
  });

  it('takes the saved range of this arm, and none of both arms or the other one', () => {
    const rangeOf = (arm: 'both' | 'left', ...ranges: readonly PersonalRange[]) =>
      planFor(named('cheer'), { arm, view: 'front' }, { read: () => ranges }).range.is;
    expect(rangeOf('left', raised('left'))).toBe('kept');
    expect(rangeOf('left', raised(), raised('right'))).toBe('practice');
    expect(rangeOf('both', raised())).toBe('kept');
    expect(rangeOf('both', raised('left'))).toBe('practice');
  });
});
