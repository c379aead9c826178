import type { CueId } from '../../src/engine/coaching/cues.ts';
import type { Exercise, Fault } from '../../src/engine/coaching/exercise.ts';
import { needsPractice } from '../../src/engine/coaching/targets.ts';
import { briefingCamera } from '../../src/engine/figure/camera.ts';
import type { Motion, Variation } from '../../src/engine/figure/motion.ts';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
import { measureRow, views, type View } from '../../src/engine/kinematics/measures.ts';
import { seconds } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { coach } from '../scenarios/play.ts';
import { truthOf, type Film } from '../../scripts/films/film.ts';
import { isHeld, rulesOf, viewsOf } from '../../scripts/films/rules-of.ts';

/*
 * What is filmed of each exercise: its correct movement, with a practice first, and each of its faults. The cases come
 * from the exercises' own data, so that a new one is filmed by being there.
 */

/** What a film must bring: every repetition and nothing to correct, or a cue. */
export type Shown =
  | { readonly is: 'correct' }
  | { readonly is: 'fault'; readonly fault: string; readonly cue: CueId; readonly along: readonly string[] }
  /** Not far enough, there or back; who stops on the way may be told of that as well. */
  | { readonly is: 'short'; readonly cue: CueId; readonly also?: CueId };

/** A film, how it is trained, and what that must bring. */
export interface FilmCase {
  readonly film: Film;
  readonly exercise: Exercise;
  readonly view: View;
  readonly range: 'norm' | 'personal';
  readonly shown: Shown;
}

/** The dose that every case is trained with, and how long an end is shown. */
export const dose = { reps: 2, hold: seconds(3) } as const;
const shownFor = seconds(3.7);
const faultShownFor = seconds(3.3);

const framesPerSecond = 12;
/** Calm for the half second of framing and the three of neutral; the start posture for its two seconds and the countdown. */
const calm = seconds(4.6);
const settle = seconds(5.6);

interface Take {
  readonly exercise: Exercise;
  readonly view: View;
  readonly name: string;
  readonly practice: boolean;
  readonly hold?: number;
  readonly repetitions?: number;
  readonly variation?: Variation;
  readonly amplitude?: number;
  readonly motion?: Motion;
  readonly more?: Partial<Film>;
}

const taken = ({ exercise, view, name, practice, variation, amplitude, more, ...take }: Take): Film => ({
  name: `${exercise.id}-${view}-${name}`,
  camera: briefingCamera(view),
  look: 'teal',
  framesPerSecond,
  keyframes: keyframesOf(take.motion ?? exercise.motion, {
    repetitions: take.repetitions ?? dose.reps,
    practice,
    // Where start is rest, the countdown passes in the calm seconds.
    calm: !practice && exercise.motion.start === undefined ? seconds(calm / 1000 + 3.4) : calm,
    settle,
    ...(isHeld(exercise, view) ? { hold: seconds((take.hold ?? shownFor) / 1000) } : {}),
    ...(variation ? { variation } : {}),
    ...(amplitude === undefined ? {} : { amplitude }),
  }),
  ...more,
});

/** The correct movement after a practice. */
export const correctCase = (exercise: Exercise, view: View, name = 'correct', more: Partial<Take> = {}): FilmCase => ({
  film: taken({ exercise, view, name, practice: true, ...more }),
  exercise,
  view,
  range: 'personal',
  shown: { is: 'correct' },
});

const variedCase = (exercise: Exercise, view: View, name: string, variation: Variation, shown: Shown): FilmCase => {
  const practice = needsPractice(rulesOf(exercise, view));
  return {
    film: taken({ exercise, view, name, practice, hold: faultShownFor, repetitions: 1, variation }),
    exercise,
    view,
    range: practice ? 'personal' : 'norm',
    shown,
  };
};

const faultCase = (exercise: Exercise, view: View, { id, shownBy, cue, alongWith = [] }: Fault): FilmCase =>
  variedCase(exercise, view, id, shownBy, { is: 'fault', fault: id, cue, along: alongWith });

const tempoCases = (exercise: Exercise, view: View): readonly FilmCase[] => {
  const { returns, outgoing } = rulesOf(exercise, view);
  const shows = (fault: string, cue: CueId): Shown => ({ is: 'fault', fault, cue, along: [] });
  return [
    ...(returns
      ? [variedCase(exercise, view, 'fast-return', { tempo: { back: 800 } }, shows('fast-return', returns.cue))]
      : []),
    ...(outgoing
      ? [variedCase(exercise, view, 'fast-out', { tempo: { out: 800 } }, shows('fast-out', outgoing.cue))]
      : []),
  ];
};

/** How much of the way is gone to fall short: the first of these that the exercise calls an attempt. */
const shortShares = [0.7, 0.62, 0.5];

const shortCases = (exercise: Exercise, view: View): readonly FilmCase[] => {
  const rules = rulesOf(exercise, view);
  const [end] = rules.ends;
  if (!end || needsPractice(rules)) return [];
  const films = shortShares.map((amplitude) =>
    taken({ exercise, view, name: 'short', practice: false, hold: faultShownFor, repetitions: 1, amplitude }),
  );
  const film = films.find((one) => coach(exercise, truthOf(one), { ...dose, view }).attempts.length > 0);
  return film ? [{ film, exercise, view, range: 'norm', shown: { is: 'short', cue: end.cue } }] : [];
};

/** Ways of this length with three stops on each are told as not smooth, where the movement is large enough to be judged. */
const stopping = { stops: 3, tempo: { out: 3500, back: 4000 } } as const;

const stopCases = (exercise: Exercise, view: View): readonly FilmCase[] => {
  if (needsPractice(rulesOf(exercise, view))) return [];
  const one = variedCase(exercise, view, 'not-smooth', stopping, {
    is: 'fault',
    fault: 'not-smooth',
    cue: 'smooth',
    along: [],
  });
  const truth = coach(exercise, truthOf(one.film), { ...dose, view });
  return truth.faults.includes('not-smooth') ? [one] : [];
};

/** How near to the start posture somebody comes who does not go all the way back, and for how long they stay. */
const notBackShares = [0.45, 0.7];
const notBackFor = seconds(4);

/** Somebody who goes to the end, and stops on the way back: the first share at which that is told. */
const notBackCases = (exercise: Exercise, view: View): readonly FilmCase[] => {
  const rules = rulesOf(exercise, view);
  const [end, ...more] = rules.ends;
  if (!end || more.length > 0 || needsPractice(rules)) return [];
  const films = notBackShares.map((share) => stoppedOnTheWayBack(exercise, view, share));
  const film = films.find((one) => coach(exercise, truthOf(one), { ...dose, view }).cues.includes(end.back.cue));
  return film
    ? [{ film, exercise, view, range: 'norm', shown: { is: 'short', cue: end.back.cue, also: 'smooth' } }]
    : [];
};

const stoppedOnTheWayBack = (exercise: Exercise, view: View, amplitude: number): Film => {
  const take = { exercise, view, name: 'not-back', practice: false, hold: faultShownFor, repetitions: 1 };
  const whole = taken(take);
  const partly = taken({ ...take, amplitude });
  // Calm, the start posture, the end; then the same end less far, and the start posture again.
  const [calmly, start, reached, back] = whole.keyframes;
  const partWay = partly.keyframes[2];
  const keyframes = [
    calmly,
    start,
    reached,
    partWay && back && { ...partWay, takes: back.takes, stays: notBackFor },
    back,
  ];
  return { ...whole, keyframes: keyframes.filter((frame) => frame !== undefined) };
};

/** Every fault of an exercise in a view that is spoken of, each in a film of its own; hints are only shown. */
export const faultCases = (exercise: Exercise, view: View): readonly FilmCase[] => [
  ...rulesOf(exercise, view)
    .faults.filter(({ confidence }) => confidence !== 'low')
    .map((fault) => faultCase(exercise, view, fault)),
  ...tempoCases(exercise, view),
  ...shortCases(exercise, view),
  ...stopCases(exercise, view),
  ...notBackCases(exercise, view),
];

const firstOfView = views.map((view) => exercises.find((exercise) => exercise.view === view));

/** The films of `npm test`: every exercise done correctly, and one fault from each view; the others are there as recordings. */
export const fewCases: readonly FilmCase[] = exercises.flatMap((exercise) => [
  correctCase(exercise, exercise.view),
  ...(firstOfView.includes(exercise) ? faultCases(exercise, exercise.view).slice(0, 1) : []),
]);

/** A desk before the person: it hides the hips and all below; MoveNet guesses them, so what needs them is not filmed so. */
const desk = { covered: { from: 0.76, to: 1 } } as const;
const needsHips = (exercise: Exercise, view: View): boolean =>
  rulesOf(exercise, view).ends.some(({ target }) => measureRow(target.measure).needs.includes('hip'));

/** All others: every fault in every view, the further views, and hips behind a desk. */
export const moreCases: readonly FilmCase[] = exercises.flatMap((exercise) =>
  viewsOf(exercise).flatMap((view) => [
    ...(view === exercise.view ? [] : [correctCase(exercise, view)]),
    ...faultCases(exercise, view).filter((one) => !fewCases.some(({ film }) => film.name === one.film.name)),
    ...(view === exercise.view && !needsHips(exercise, view)
      ? [correctCase(exercise, view, 'desk', { more: desk })]
      : []),
  ]),
);
