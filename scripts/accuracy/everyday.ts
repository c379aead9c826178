import fc from 'fast-check';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { millis, seconds, sessionTime } from '../../src/engine/units.ts';
import { armedFor, everydayMovements, everydayRest } from '../films/everyday.ts';
import { timesOf, type Film } from '../films/film.ts';
import type { Half } from './half.ts';
import { filmIn, reference } from './setting.ts';
import type { View } from '../../src/engine/pose/view.ts';

/*
 * Half an hour of what people do between repetitions, in films of a minute, each from the front and from the side; and
 * another half hour that is held out. Each exercise judges all of it in one session, armed by a film of its own, which ends at rest, where the minutes begin.
 */

/** The number of minutes of a half that are filmed. */
export const minutes = 30;

/** The seeds of the movements; those of a half are this one and the ones after it, a minute each. */
const seeds: Readonly<Record<Half, number>> = { tuned: 7, 'held-out': 62_041 };

const framesPerSecond = 10;

const minuteOf = (seed: number): Film['keyframes'] => {
  const movements = fc.sample(everydayMovements, { seed, numRuns: 20 }).flat();
  const rest = { jointAngles: everydayRest, takes: millis(0), stays: seconds(0.5) };
  const frames: Film['keyframes'][number][] = [rest];
  let lasts = 0;
  for (const frame of movements) {
    frames.push(frame);
    lasts += frame.takes + frame.stays;
    if (lasts >= 57_000 && frame.jointAngles === everydayRest) break;
  }
  return frames;
};

const filmed = (name: string, view: View, keyframes: Film['keyframes']): Film => ({
  name,
  framesPerSecond,
  keyframes,
  ...filmIn(view, reference(view)),
});

/** The films of everyday movement of a half seen from a view. */
export const everydayFilms = (view: View, half: Half): readonly Film[] =>
  Array.from({ length: minutes }, (_, nth) =>
    filmed(`everyday-${view}${half === 'tuned' ? '' : `-${half}`}-${nth + 1}`, view, minuteOf(seeds[half] + nth)),
  );

/** A user who takes an exercise's start posture, does its practice and then rests. */
export const armingFilm = (exercise: Exercise, view: View): Film =>
  filmed(`arming-${exercise.id}-${view}`, view, armedFor(exercise, true));

/** Films one after the other as one session: poses in the order of time. */
export const inSuccession = (
  films: readonly { readonly film: Film; readonly poses: readonly TimedPose[] }[],
): readonly TimedPose[] => {
  let begins = 0;
  return films.flatMap(({ film, poses }) => {
    const from = begins;
    begins += timesOf(film).length * (1000 / film.framesPerSecond);
    return poses.map((pose) => ({ ...pose, at: sessionTime(from + pose.at) }));
  });
};
