import type { Exercise, Fault } from '../../src/engine/exercise/exercise.ts';
import { needsPractice } from '../../src/engine/rules/targets.ts';
import type { Variation } from '../../src/engine/figure/motion.ts';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
import { measureRow } from '../../src/engine/kinematics/measures.ts';
import { seconds, type Millis } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import type { Film } from '../films/film.ts';
import { chanceFrom, type Chance } from './random.ts';
import { anySetting, beyond, factors, filmIn, reference, type Factor, type Setting } from './setting.ts';
import { isHeld, rulesOf, viewsOf } from '../films/rules-of.ts';
import type { View } from '../../src/engine/pose/view.ts';

/*
 * The films that the bench draws: every exercise done correctly and with each of its faults before the reference
 * camera; each factor alone; and a random sample. The plan is made from the exercises' own data, so it includes a new
 * exercise automatically. It is tuned on; `held-out.ts` has the films that are not.
 */

/** What a film shows: the correct movement, a fault, or a near miss that must not count. */
export type Shown =
  | { readonly is: 'correct' }
  | { readonly is: 'fault'; readonly fault: string; readonly along: readonly string[] }
  /** An endpoint that is not reached: no repetition. */
  | { readonly is: 'near-miss' };

/** One film of the plan, what is asked of its user, and what it shows. */
export interface Case {
  readonly film: Film;
  readonly exercise: Exercise;
  readonly view: View;
  readonly range: 'norm' | 'practice';
  /** The hold that is asked for; undefined where no endpoint is held. */
  readonly hold: Millis | undefined;
  readonly shown: Shown;
  /** How often the movement counts, both sides together. */
  readonly repetitions: number;
  /** What differs from the reference: a factor, `reference`, or `by chance`. */
  readonly factor: string;
  /** Whether the camera stands where the briefing asks. */
  readonly isInside: boolean;
}

const framesPerSecond = 15;
const asked = seconds(2.5);
const shownFor = seconds(3.1);
const calm = seconds(4.4);
const settle = seconds(5.4);

/** What is filmed, without the setting. */
export interface Take {
  readonly exercise: Exercise;
  readonly view: View;
  readonly name: string;
  readonly shown: Shown;
  readonly variation?: Variation | undefined;
  readonly practice: boolean;
  readonly repetitions: number;
}

/** The keyframes of a take: calm for the set-up, practice where it is asked for, and the repetitions. */
const keyframesIn = ({ exercise, view, practice, repetitions, variation }: Take): Film['keyframes'] =>
  keyframesOf(exercise.motion, {
    repetitions,
    practice,
    // Where start is rest, the countdown passes in the calm seconds.
    calm: !practice && exercise.motion.start === undefined ? seconds(calm / 1000 + 3.2) : calm,
    settle,
    ...(isHeld(exercise, view) ? { hold: shownFor } : {}),
    ...(variation ? { variation } : {}),
  });

/** A take in a setting. */
export const caseOf = (
  take: Take,
  setting: Setting,
  factor: string,
  isInside = true,
  performer: Partial<Pick<Film, 'performer' | 'proportions' | 'framesPerSecond'>> = {},
): Case => {
  const { exercise, view, name, shown, practice, repetitions } = take;
  const ways = exercise.motion.bothWays ? 2 : 1;
  return {
    film: {
      name: `${exercise.id}-${view}-${name}-${factor.replaceAll(/[^a-z0-9]+/gi, '-')}`,
      framesPerSecond,
      keyframes: keyframesIn(take),
      ...filmIn(view, setting, performer.proportions),
      ...performer,
    },
    exercise,
    view,
    range: practice ? 'practice' : 'norm',
    hold: isHeld(exercise, view) ? asked : undefined,
    shown,
    repetitions: shown.is === 'near-miss' ? 0 : repetitions * ways,
    factor,
    isInside,
  };
};

/**
 * The correct movement, after a practice or by the norm; one repetition where it goes both ways or has two endpoints,
 * otherwise two.
 */
export const correctTake = (exercise: Exercise, view: View, practice = true): Take => {
  const isLong = exercise.motion.bothWays === true || exercise.motion.ends.length > 1;
  return {
    exercise,
    view,
    name: 'correct',
    shown: { is: 'correct' },
    practice: practice || needsPractice(rulesOf(exercise, view)),
    repetitions: isLong ? 1 : 2,
  };
};

const faultyTake = (exercise: Exercise, view: View, fault: string, along: readonly string[], variation: Variation) => ({
  exercise,
  view,
  name: fault,
  shown: { is: 'fault', fault, along } as const,
  practice: needsPractice(rulesOf(exercise, view)),
  repetitions: 1,
  variation,
});

/** A return, or a way out, so fast that it is reported, ms. */
const hasty = 800;

const isSpoken = ({ confidence }: Fault): boolean => confidence !== 'low';

/** Each spoken fault, including those of tempo. */
export const faultTakes = (exercise: Exercise, view: View): readonly Take[] => {
  const { faults, returns, outgoing } = rulesOf(exercise, view);
  return [
    ...faults
      .filter(isSpoken)
      .map(({ id, alongWith = [], shownBy }) => faultyTake(exercise, view, id, alongWith, shownBy)),
    ...(returns ? [faultyTake(exercise, view, 'fast-return', [], { tempo: { back: hasty } })] : []),
    ...(outgoing ? [faultyTake(exercise, view, 'fast-out', [], { tempo: { out: hasty } })] : []),
  ];
};

/** Elbows straight ahead of the shoulders, where an exercise requires them together: a near miss, and no repetition. */
export const nearMissTakes = (exercise: Exercise, view: View): readonly Take[] =>
  rulesOf(exercise, view).ends.some(({ target }) => target.measure === 'elbowGap')
    ? [
        {
          exercise,
          view,
          name: 'straight-ahead',
          shown: { is: 'near-miss' },
          practice: false,
          repetitions: 1,
          variation: { end: { elevationPlane: 90, protraction: 0 } },
        },
      ]
    : [];

const needsHips = (exercise: Exercise, view: View): boolean =>
  rulesOf(exercise, view).ends.some(({ target }) => measureRow(target.measure).needs.includes('hip'));

/** A setting in which an exercise can be trained: without a desk where the hips are needed. */
const fitting = (exercise: Exercise, view: View, setting: Setting): Setting =>
  needsHips(exercise, view) ? { ...setting, hasDesk: false } : setting;

const isFitting = (exercise: Exercise, { name }: Factor): boolean =>
  !(name === 'hips behind a desk' && needsHips(exercise, exercise.view)) &&
  !(name === 'facing left' && exercise.view === 'front');

const withFactor = (factor: Factor, exercise: Exercise, isInside: boolean): readonly Case[] => {
  const setting = reference(exercise.view);
  const changed = { ...setting, ...factor.change(setting) };
  return [correctTake(exercise, exercise.view, false), ...nearMissTakes(exercise, exercise.view)].map((take) =>
    caseOf(take, changed, factor.name, isInside),
  );
};

/** The exercises that a factor is tried on: this many of those that it fits, each in its turn. */
const turns = (all: readonly Factor[], count: number): readonly (readonly [Factor, Exercise])[] => {
  let turn = 0;
  return all.flatMap((factor) => {
    const fit = exercises.filter((exercise) => isFitting(exercise, factor));
    return Array.from({ length: count }, (): readonly [Factor, Exercise] => {
      const exercise = fit[turn % fit.length];
      turn += 1;
      if (!exercise) throw new Error(`No exercise fits ${factor.name}.`);
      return [factor, exercise];
    });
  });
};

/** A take in a random setting within the briefing's range. */
export const inAnySetting = (take: Take, chance: Chance, factor: string): Case =>
  caseOf(take, fitting(take.exercise, take.view, anySetting(take.view, chance)), factor);

const sampled = (chance: Chance): readonly Case[] =>
  exercises.flatMap((exercise) => {
    const any = (take: Take, name: string): Case => inAnySetting(take, chance, name);
    const { view } = exercise;
    const [first] = nearMissTakes(exercise, view);
    return [
      ...[1, 2, 3, 4].map((nth) => any(correctTake(exercise, view), `by chance ${nth}`)),
      ...[1, 2].map((nth) => any(chance.oneOf(faultTakes(exercise, view)), `by chance ${nth}`)),
      ...(first ? [1, 2].map((nth) => any(first, `by chance ${nth}`)) : []),
    ];
  });

/** The seed of the random sample. */
const seed = 20_261_124;

/** The whole plan: the reference first, then each factor alone, the sample, and settings beyond the briefing. */
export const plannedCases = (): readonly Case[] => [
  ...exercises.flatMap((exercise) =>
    viewsOf(exercise).flatMap((view) =>
      [correctTake(exercise, view), ...faultTakes(exercise, view), ...nearMissTakes(exercise, view)].map((take) =>
        caseOf(take, reference(view), 'reference'),
      ),
    ),
  ),
  ...turns(factors, 2).flatMap(([factor, exercise]) => withFactor(factor, exercise, true)),
  ...sampled(chanceFrom(seed)),
  ...turns(beyond, 2).flatMap(([factor, exercise]) => withFactor(factor, exercise, false)),
];

/**
 * A few of the plan's films for a first look, about three minutes: each exercise done correctly, and a fault of every
 * second one.
 */
export const fewCases = (): readonly Case[] => {
  const all = plannedCases().filter(({ isInside }) => isInside);
  return exercises.flatMap(({ id }, index) => {
    const own = all.filter(({ exercise }) => exercise.id === id);
    const correct = own.findLast(({ shown, factor }) => shown.is === 'correct' && !factor.startsWith('by chance'));
    const faulty = index % 2 === 0 ? own.find(({ shown }) => shown.is === 'fault') : undefined;
    return [correct, faulty].filter((one) => one !== undefined);
  });
};
