import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { fewCases, moreCases } from '../films/cases.ts';
import { learn, type Recorded } from './movenet.ts';

/**
 * What MoveNet saw on an exercise's recorded films in the view that the exercise asks for; every fourth frame is an
 * example.
 */
export const recordedOf = (exercise: Exercise): Recorded => {
  const own = [...fewCases, ...moreCases].filter(
    (one) => one.exercise === exercise && one.view === exercise.view && !one.film.covered,
  );
  return learn(
    own.map(({ film }) => film),
    4,
  );
};
