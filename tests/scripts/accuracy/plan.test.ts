import { describe, expect, it } from 'vitest';
import { fewCases, plannedCases } from '../../../scripts/accuracy/plan.ts';
import { viewsOf } from '../../../scripts/films/rules-of.ts';
import { factors } from '../../../scripts/accuracy/setting.ts';
import { exercises } from '../../../src/exercises/registry.ts';

const cases = plannedCases();

describe('the plan of the accuracy bench', () => {
  it('is the same every time, and no film has another’s name', () => {
    expect(plannedCases()).toEqual(cases);
    expect(new Set(cases.map(({ film }) => film.name)).size).toBe(cases.length);
  });

  it('has at least 120 films', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
  });

  it.each(exercises.flatMap((exercise) => viewsOf(exercise).map((view) => [exercise.id, view, exercise] as const)))(
    'shows %s from the %s done correctly, and each spoken fault',
    (_, view, exercise) => {
      const own = cases.filter((one) => one.exercise === exercise && one.view === view);
      const shown = own.map((one) => (one.shown.is === 'fault' ? one.shown.fault : one.shown.is));
      const spoken = exercise.views[view]?.faults.filter(({ confidence }) => confidence !== 'low') ?? [];
      expect(shown).toEqual(expect.arrayContaining(['correct', ...spoken.map(({ id }) => id)]));
    },
  );

  it.each(factors.map(({ name }) => name))('tries the factor "%s" on two exercises', (name) => {
    const tried = cases.filter(({ factor, shown }) => factor === name && shown.is === 'correct');
    expect(new Set(tried.map(({ exercise }) => exercise.id)).size).toBe(2);
  });

  it('hides no hips where an exercise needs them', () => {
    const hidden = cases.filter(({ film }) => film.covered);
    expect(hidden.length).toBeGreaterThan(3);
    expect(hidden.map(({ exercise }) => exercise.id)).not.toContain('flexion-extension');
  });

  it('has a quick part that is a subset of it', () => {
    const names = new Set(cases.map(({ film }) => film.name));
    expect(fewCases().every(({ film }) => names.has(film.name))).toBe(true);
  });
});
