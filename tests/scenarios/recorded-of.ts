import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { briefingCamera } from '../../src/engine/figure/camera.ts';
import { fewCases, moreCases } from '../films/cases.ts';
import { learn, type Recorded } from './movenet.ts';

/**
 * What MoveNet saw on an exercise's recorded films before the briefing's camera, in the view that the exercise asks for;
 * every fourth frame is an example.
 */
export const recordedOf = (exercise: Exercise): Recorded => {
  const own = [...fewCases, ...moreCases].filter(
    ({ film, view, ...one }) =>
      one.exercise === exercise &&
      view === exercise.view &&
      !film.covered &&
      film.camera.distance === briefingCamera(view).distance,
  );
  return learn(
    own.map(({ film }) => film),
    4,
  );
};
