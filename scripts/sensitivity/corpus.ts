import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import type { Recording } from '../../src/engine/pose/recording.ts';
import type { View } from '../../src/engine/pose/view.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { dose, fewCases, moreCases } from '../../tests/films/cases.ts';
import { recordedPoses } from '../../tests/films/recordings.ts';
import { caseOf, correctTake, nearMissTakes } from '../accuracy/plan.ts';
import { reference } from '../accuracy/setting.ts';
import { askedIn } from '../accuracy/score.ts';
import { truthOf } from '../films/film.ts';
import { viewsOf } from '../films/rules-of.ts';
import { peopleIn, type Person } from '../people/people-folder.ts';
import type { Constant } from './constants.ts';
import type { FilmItem, Item, PersonItem } from './judging.ts';

/* The recordings and performances that are judged again and again: few, and short. */

/** Of the three distances at a desk the middle one is judged. */
const leftOut = /-at-desk-(60|95)$/;

/** What MoveNet saw of the figure: the recordings in the repository. */
const recordings = (): readonly FilmItem[] => {
  const cases = [...fewCases, ...moreCases].filter(({ film }) => !leftOut.test(film.name));
  return cases.map((one, index) => {
    const isLike = (other: typeof one): boolean => other.exercise === one.exercise && other.view === one.view;
    const isFaulty = ({ shown }: typeof one): boolean => shown.is === 'fault';
    return {
      is: 'recordings',
      name: one.film.name,
      exercise: one.exercise.id,
      view: one.view,
      poses: recordedPoses(one.film),
      asked: { ...dose, range: { is: one.range === 'norm' ? 'norm' : 'practice' } },
      // Each view with a fault, which is shorter than the correct set.
      isOfFew: isFaulty(one) && cases.findIndex((other) => isFaulty(other) && isLike(other)) === index,
    };
  });
};

/** The figure's own keypoints, without a detector's error: the correct movement by the norm, and what must not count. */
const performancesOf = (exercise: Exercise, view: View): readonly FilmItem[] =>
  [correctTake(exercise, view, false), ...nearMissTakes(exercise, view)].map((take) => {
    const one = caseOf(take, reference(view), 'reference');
    const { hold, range = { is: 'norm' } } = askedIn(one);
    return {
      is: 'performances',
      name: one.film.name,
      exercise: exercise.id,
      view,
      poses: truthOf(one.film),
      asked: { ...(hold === undefined ? {} : { hold }), range },
      isOfFew: false,
    };
  });

/** What is judged of the people: where, how many of each group, by which exercise, and how much of each recording. */
interface Sample {
  readonly only: string;
  readonly ofEach: number;
  readonly exercise: string;
  /** The number of repetitions, where people saw some; otherwise the time, ms. */
  readonly repetitions?: number;
  readonly lasts?: number;
}

const samples: readonly Sample[] = [
  { only: 'kimore/es1/', ofEach: 2, exercise: 'cheer', repetitions: 2 },
  { only: 'uiprmd/m07', ofEach: 1, exercise: 'one-arm-raise', repetitions: 2 },
  { only: 'uiprmd/m10', ofEach: 1, exercise: 'one-arm-raise', repetitions: 2 },
  { only: 'kimore/es4/', ofEach: 1, exercise: 'cheer', lasts: 15_000 },
  { only: 'kindergator/', ofEach: 1, exercise: 'cheer', lasts: 15_000 },
];

/** The first people of each group and way of doing it. */
const firstOfEach = (people: readonly Person[], count: number): readonly Person[] => {
  const kindOf = ({ truth: { group, done } }: Person): string => `${group} ${done}`;
  return people.filter(
    (person, index) => people.slice(0, index).filter((other) => kindOf(other) === kindOf(person)).length < count,
  );
};

/** The beginning of a recording. */
const until = (recording: Recording, end: number): Recording => ({
  ...recording,
  frames: recording.frames.filter(({ at }) => at <= end),
});

/** How long the recording goes on after the last repetition that is judged, ms. */
const afterwards = 1500;

const itemOf = (person: Person, { exercise, repetitions, lasts = 0 }: Sample): PersonItem => {
  const { truth } = person;
  const shown = truth.repetitions?.slice(0, repetitions);
  const end = shown ? (shown.at(-1)?.[1] ?? 0) + afterwards : truth.calmUntil + lasts;
  const recording = until(person.read('m'), end);
  return {
    is: 'people',
    name: `${person.name} (${exercise})`,
    person: { ...person, truth: shown ? { ...truth, repetitions: shown } : truth, read: () => recording },
    feed: 'm',
    asked: { exercises: [exercise], ways: ['norm'] },
  };
};

/** People with odd numbers, who are for tuning, as MoveNet would see them. */
const people = (folder: string): readonly PersonItem[] =>
  samples.flatMap((sample) => {
    const all = peopleIn(folder, { only: sample.only, half: 'odd', feed: 'm' }).filter(({ feeds }) => feeds.length > 0);
    return firstOfEach(all, sample.ofEach).map((person) => itemOf(person, sample));
  });

/**
 * Whether an item is judged for a constant: for one of an exercise all that train it in the constant's view; for one of
 * the engine the people, and a film of each exercise and view.
 */
export const isTriedOn = ({ exercise, view }: Pick<Constant, 'exercise' | 'view'>, item: Item): boolean => {
  if (exercise === undefined) return item.is === 'people' || item.isOfFew;
  const seenFrom = item.is === 'people' ? item.person.truth.view : item.view;
  return exercisesIn(item).includes(exercise) && (view === undefined || view === seenFrom);
};

/** Everything that is judged; people only where there is a folder of them. */
export const corpus = (folder: string | undefined): readonly Item[] => [
  ...(folder === undefined ? [] : people(folder)),
  ...recordings(),
  ...exercises.flatMap((exercise) => viewsOf(exercise).flatMap((view) => performancesOf(exercise, view))),
];

/** The exercises that an item trains. */
export const exercisesIn = (item: Item): readonly string[] =>
  item.is === 'people' ? item.asked.exercises : [item.exercise];

/** How many frames an item has. */
export const framesIn = (item: Item): number =>
  item.is === 'people' ? item.person.read(item.feed).frames.length : item.poses.length;
