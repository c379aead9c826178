import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { coach, eventsOf } from '../films/coach.ts';
import { timesOf, type Film } from '../films/film.ts';
import type { Observer } from '../films/observe.ts';
import { armingFilm, everydayFilms, inSuccession } from './everyday.ts';
import type { Half } from './half.ts';
import type { View } from '../../src/engine/pose/view.ts';

/** The result of an exercise on everyday movement seen from a view. */
export interface EverydayScore {
  readonly exercise: Exercise;
  readonly view: View;
  readonly isArmed: boolean;
  /** How long it judged, and how much of that the session was paused because no person was seen, minutes. */
  readonly minutes: number;
  readonly repetitions: number;
  readonly attempts: number;
  readonly corrections: number;
}

/** The films of everyday movement of a half that have been observed. */
export const observedMinutes = ({ isObserved }: Observer, view: View, half: Half): readonly Film[] =>
  everydayFilms(view, half).filter(isObserved);

const judged = (observer: Observer, exercise: Exercise, view: View, half: Half): EverydayScore => {
  const arming = armingFilm(exercise, view);
  const films = observedMinutes(observer, view, half);
  const poses = inSuccession([arming, ...films].map((film) => ({ film, poses: observer.posesIn(film) })));
  const armed = (timesOf(arming).length * 1000) / arming.framesPerSecond;
  const { events } = coach(exercise, poses, { view, range: { is: 'practice' } });
  const after = events.filter(({ at }) => at >= armed);
  return {
    exercise,
    view,
    isArmed: eventsOf(events, 'armed').some(({ at }) => at < armed),
    minutes: ((poses.at(-1)?.at ?? armed) - armed) / 60_000,
    repetitions: eventsOf(after, 'rep-completed').length,
    attempts: eventsOf(after, 'rep-attempted').length,
    corrections: eventsOf(after, 'cue-given').length,
  };
};

/**
 * The result of every exercise on everyday movement of a half, in each view that it has rules for and whose films exist.
 */
export const everydayScores = (observer: Observer, half: Half): readonly EverydayScore[] =>
  exercises.flatMap((exercise) =>
    (['front', 'side'] as const)
      .filter((view) => exercise.views[view] && observer.isObserved(armingFilm(exercise, view)))
      .filter((view) => observedMinutes(observer, view, half).length > 0)
      .map((view) => judged(observer, exercise, view, half)),
  );
