import type { CueId } from '../../src/engine/exercise/cues.ts';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { needsPractice } from '../../src/engine/rules/targets.ts';
import type { Variation } from '../../src/engine/figure/motion.ts';
import { exercises } from '../../src/exercises/registry.ts';
import type { Film } from '../../scripts/films/film.ts';
import { rulesOf } from '../../scripts/films/rules-of.ts';
import { listed, type Listed, type Shown } from './listed.ts';
import {
  atDeskIn,
  desk,
  dose,
  filmOf,
  filmStoppedOnTheWayBack,
  hurried,
  shownFor,
  stopping,
  type Take,
} from './takes.ts';
import type { View } from '../../src/engine/pose/view.ts';

export { dose, type Shown };

/** A film, how it is trained, and the expected result. */
export interface FilmCase {
  readonly film: Film;
  readonly exercise: Exercise;
  readonly view: View;
  readonly range: 'norm' | 'personal';
  readonly shown: Shown;
  /** How many repetitions the film shows, with each side counted separately where the exercise does so. */
  readonly performed: number;
}

const exerciseOf = (id: string): Exercise => {
  const exercise = exercises.find((one) => one.id === id);
  if (!exercise) throw new Error(`A film is listed for ${id}, which is no exercise.`);
  return exercise;
};

/** The variation that shows a fault: the exercise's own, or a tempo or stops that all exercises have in common. */
const variationOf = (exercise: Exercise, view: View, fault: string): Variation => {
  const common: Readonly<Record<string, Variation>> = {
    'fast-return': hurried.back,
    'fast-out': hurried.out,
    'not-smooth': stopping,
  };
  const shownBy = common[fault] ?? rulesOf(exercise, view).faults.find(({ id }) => id === fault)?.shownBy;
  if (!shownBy) throw new Error(`A film is listed for ${fault}, which is no fault of ${exercise.id} from the ${view}.`);
  return shownBy;
};

const filmIn = (listing: Listed, take: Take): Film => {
  const { shown } = listing;
  switch (shown.is) {
    case 'correct':
      return filmOf({ ...take, practice: true, more: listing.name === 'desk' ? desk : atDeskIn(listing.name) });
    case 'fault':
      return filmOf({ ...take, variation: variationOf(take.exercise, take.view, listing.name) });
    case 'short':
      return filmOf({ ...take, amplitude: shown.share });
    case 'not-back':
      return filmStoppedOnTheWayBack(take, shown.share);
  }
};

/**
 * How often the user of a film reaches the end; where the film shows stopping on the way back, they go to one side
 * only.
 */
const repetitionsIn = ({ shown }: Listed, { sides }: Exercise): number => {
  const ways = sides === 'each' && shown.is !== 'not-back' ? 2 : 1;
  return ways * (shown.is === 'correct' ? dose.reps : 1);
};

const caseOf = (listing: Listed): FilmCase => {
  const { view, name, shown } = listing;
  const exercise = exerciseOf(listing.exercise);
  const isCorrect = shown.is === 'correct';
  const practice = isCorrect || needsPractice(rulesOf(exercise, view));
  const shows = isCorrect ? {} : { hold: shownFor.fault, repetitions: 1 };
  return {
    film: filmIn(listing, { exercise, view, name, practice, ...shows }),
    exercise,
    view,
    range: practice ? 'personal' : 'norm',
    shown,
    performed: repetitionsIn(listing, exercise),
  };
};

/** The films that `npm test` sends whole through the built app: a correct movement and a fault from each view. */
export const fewCases: readonly FilmCase[] = listed.filter(({ drawn }) => drawn === 'whole').map(caseOf);

/** The films of which it sends a part: the correct movement of each other exercise. */
export const glimpsedCases: readonly FilmCase[] = listed.filter(({ drawn }) => drawn === 'part').map(caseOf);

/** All films that it does not send whole: every fault in every view, the further views, and hips behind a desk. */
export const moreCases: readonly FilmCase[] = listed.filter(({ drawn }) => drawn !== 'whole').map(caseOf);

/** The cues that the film of a case justifies. */
export const allowedCues = ({ shown }: Pick<FilmCase, 'shown'>): ReadonlySet<CueId> =>
  new Set(shown.is === 'correct' ? [] : [shown.cue, ...(shown.besides ?? [])]);
