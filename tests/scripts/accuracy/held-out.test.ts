import { expect, it } from 'vitest';
import { everydayFilms } from '../../../scripts/accuracy/everyday.ts';
import { heldOutCases } from '../../../scripts/accuracy/held-out.ts';
import { plannedCases, type Case } from '../../../scripts/accuracy/plan.ts';
import { viewsOf } from '../../../scripts/films/rules-of.ts';
import { exercises } from '../../../src/exercises/registry.ts';

const heldOut = heldOutCases();
const tuned = plannedCases();

/** A film without its name: what is seen. */
const seenIn = ({ film }: Case): string => JSON.stringify({ ...film, name: '' });

it('no held-out film is one that is tuned on, under any name', () => {
  const known = new Set(tuned.map(seenIn));
  expect(heldOut.filter((one) => known.has(seenIn(one)))).toEqual([]);
  const names = [...heldOut, ...tuned].map(({ film }) => film.name);
  expect(new Set(names).size).toBe(names.length);
});

it('no held-out minute of everyday movement is one that is tuned on', () => {
  const keyframes = (half: 'held-out' | 'tuned') =>
    everydayFilms('front', half).map((film) => JSON.stringify(film.keyframes));
  const known = new Set(keyframes('tuned'));
  expect(keyframes('held-out').filter((one) => known.has(one))).toEqual([]);
});

it('the held-out half is the same every time', () => {
  expect(heldOutCases()).toEqual(heldOut);
});

it.each(exercises.flatMap((exercise) => viewsOf(exercise).map((view) => [exercise.id, view, exercise] as const)))(
  'the held-out half shows %s from the %s done correctly, and each spoken fault, always before another camera',
  (_, view, exercise) => {
    const own = heldOut.filter((one) => one.exercise === exercise && one.view === view);
    const shown = own.map((one) => (one.shown.is === 'fault' ? one.shown.fault : one.shown.is));
    const spoken = exercise.views[view]?.faults.filter(({ confidence }) => confidence !== 'low') ?? [];
    expect(shown).toEqual(expect.arrayContaining(['correct', ...spoken.map(({ id }) => id)]));
    expect(new Set(own.map(({ film }) => JSON.stringify(film.camera))).size).toBe(own.length);
    expect(own.every(({ isInside }) => isInside)).toBe(true);
  },
);

it('the held-out half can show that 98 % of sets and 95 % of faults are right, with a failure among them', () => {
  expect(heldOut.filter(({ shown }) => shown.is === 'correct').length).toBeGreaterThanOrEqual(50);
  expect(heldOut.filter(({ shown }) => shown.is === 'fault').length).toBeGreaterThanOrEqual(40);
});
