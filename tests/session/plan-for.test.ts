import { expect, it } from 'vitest';
import { exercises } from '../../src/exercises/registry.ts';
import { isHeld, planFor } from '../../src/session/plan-for.ts';

it.each(exercises)('takes the dose of $id from the exercise where the link says nothing', (exercise) => {
  const plan = planFor(exercise);
  expect(plan.reps).toBe(exercise.prescription.reps);
  expect(plan.hold).toBe(exercise.prescription.hold ?? 0);
  expect(plan.strictness).toBe(1);
});

it.each(exercises)('takes the dose of $id from the link where it says so', (exercise) => {
  const plan = planFor(exercise, { reps: 3, holdSeconds: 6, strictness: 1.5 });
  expect(plan).toMatchObject({ reps: 3, hold: 6000, strictness: 1.5 });
  expect(isHeld(plan)).toBe(plan.rules.ends.some(({ held }) => held));
});
