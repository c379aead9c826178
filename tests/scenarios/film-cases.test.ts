import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { needsPractice } from '../../src/engine/rules/targets.ts';
import { measureRow } from '../../src/engine/kinematics/measures.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { rulesOf, viewsOf } from '../../scripts/films/rules-of.ts';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { fewCases, glimpsedCases, moreCases } from '../films/cases.ts';
import { listed } from '../films/listed.ts';
import { views, type View } from '../../src/engine/pose/view.ts';

/*
 * Checks the list of films against the exercises' data: each cue that an exercise can give must have a film, whether or
 * not the engine still gives it.
 */

const inEveryView = exercises.flatMap((exercise) =>
  viewsOf(exercise).map((view) => [`${exercise.id} from the ${view}`, exercise, view] as const),
);

/** The names of the faults that an exercise speaks of in a view; hints are only shown. */
const spokenFaults = (exercise: Exercise, view: View): readonly string[] => {
  const { faults, returns, outgoing } = rulesOf(exercise, view);
  return [
    ...faults.filter(({ confidence }) => confidence !== 'low').map(({ id }) => id),
    ...(returns ? ['fast-return'] : []),
    ...(outgoing ? ['fast-out'] : []),
  ];
};

/**
 * Where three stops on each stroke are found not smooth in a film of twelve frames a second. All other strokes are too
 * short or too small for MoveNet's noise (src/engine/repetition/smoothness.ts).
 */
const smoothnessShows = ['flexion-extension side', 'cheer front', 'cheer side'];

/** MoveNet guesses hips that a desk hides, so measures that need them are not filmed behind one. */
const canSitAtDesk = (exercise: Exercise, view: View): boolean =>
  view === exercise.view &&
  !rulesOf(exercise, view).ends.some(({ target }) => measureRow(target.measure).needs.includes('hip'));

/** The user stays at the desk: from 0.6 to 0.95 m. */
const atDesk = ['at-desk-60', 'at-desk-75', 'at-desk-95'];

describe.each(inEveryView)('for %s there is a film', (_, exercise, view) => {
  const all = listed.filter((one) => one.exercise === exercise.id && one.view === view);
  const isHint = ({ shown }: (typeof all)[number]): boolean => shown.is === 'fault' && shown.isHint === true;
  const names = all.filter((one) => !isHint(one)).map(({ name }) => name);
  const { ends } = rulesOf(exercise, view);
  const hasNorm = !needsPractice({ ends });

  it('of the correct movement and of each spoken fault, and of nothing else', () => {
    const others = ['short', 'not-back', 'not-smooth', 'desk', ...atDesk];
    expect(names.filter((name) => !others.includes(name)).toSorted()).toEqual(
      ['correct', ...spokenFaults(exercise, view)].toSorted(),
    );
  });

  it('of no hint that is spoken', () => {
    const spoken = spokenFaults(exercise, view);
    expect(all.filter(isHint).filter(({ name }) => spoken.includes(name))).toEqual([]);
  });

  it('of falling short where there is a norm, and of stopping on the way back where there is one end', () => {
    expect(names.includes('short')).toBe(hasNorm);
    expect(names.includes('not-back')).toBe(hasNorm && ends.length === 1);
  });

  it('of stops where they show, and of a desk where the hips are not needed', () => {
    expect(names.includes('not-smooth')).toBe(smoothnessShows.includes(`${exercise.id} ${view}`));
    expect(names.includes('desk')).toBe(canSitAtDesk(exercise, view));
  });

  it('of a user at a desk at each distance, where it is judged there', () => {
    const isJudgedThere = rulesOf(exercise, view).atDesk === true;
    expect(names.filter((name) => atDesk.includes(name))).toEqual(isJudgedThere ? atDesk : []);
  });

  it('with the cue that the exercise has for its fault', () => {
    const { faults, returns, outgoing } = rulesOf(exercise, view);
    const cues = new Map<string, string | undefined>([
      ...faults.map(({ id, cue }) => [id, cue] as const),
      ['fast-return', returns?.cue],
      ['fast-out', outgoing?.cue],
      ['not-smooth', 'smooth'],
      ['short', ends[0]?.cue],
      ['not-back', ends[0]?.back.cue],
    ]);
    const wrong = listed.filter(
      (one) => one.exercise === exercise.id && one.view === view && one.shown.is !== 'correct',
    );
    expect(wrong.map(({ name, shown }) => [name, shown.is === 'correct' ? undefined : shown.cue])).toEqual(
      wrong.map(({ name }) => [name, cues.get(name)]),
    );
  });
});

describe('the films', () => {
  const films = [...fewCases, ...moreCases].map(({ film }) => film.name);

  it('are listed once each and have a recording; no recording is left over', () => {
    const folder = new URL('../fixtures/recordings/', import.meta.url);
    const recorded = readdirSync(folder).filter((file) => file.endsWith('.json.gz'));
    expect(films.toSorted()).toEqual(recorded.map((file) => file.replace('.json.gz', '')).toSorted());
  });

  it('that `npm test` sends through the built app show every exercise done correctly, and whole films of each view', () => {
    const correct = [...fewCases, ...glimpsedCases].filter(({ shown }) => shown.is === 'correct');
    expect(new Set(correct.map(({ exercise }) => exercise.id))).toEqual(new Set(exercises.map(({ id }) => id)));
    expect(new Set(fewCases.map(({ view }) => view))).toEqual(new Set(views));
    expect(new Set(fewCases.map(({ shown }) => shown.is))).toEqual(new Set(['correct', 'fault']));
  });
});
