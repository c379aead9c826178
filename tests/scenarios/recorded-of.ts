import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { fewCases, moreCases } from '../films/cases.ts';
import { learn, type Recorded } from './movenet.ts';

/** What MoveNet was recorded to see on an exercise's films in the view that it asks for; every fourth frame is an example. */
export const recordedOf = (exercise: Exercise): Recorded => {
  const own = [...fewCases, ...moreCases].filter(
    (one) => one.exercise === exercise && one.view === exercise.view && !one.film.covered,
  );
  return learn(
    own.map(({ film }) => film),
    4,
  );
};
