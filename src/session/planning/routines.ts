import * as v from 'valibot';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { Plan } from '../../engine/rules/plan.ts';
import { performanceOf } from '../../engine/figure/perform.ts';
import { seconds } from '../../engine/units.ts';
import { isHeld, planFor } from './plan-for.ts';
import { views } from '../../engine/pose/view.ts';

/** The maximum length of a routine's name, characters. */
export const longestName = 60;

/** The limits of a dose and of a rest, in routines and in training links. */
export const doseLimits = {
  sets: { least: 1, most: 10 },
  reps: { least: 1, most: 50 },
  holdSeconds: { least: 1, most: 120 },
  restSeconds: { least: 0, most: 600 },
} as const;

const whole = ({ least, most }: { readonly least: number; readonly most: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** The schema of one step: an exercise by its id, and the values that replace those that it prescribes. */
export const routineStepSchema = v.object({
  exercise: v.string(),
  view: v.optional(v.picklist(views)),
  sets: v.optional(whole(doseLimits.sets)),
  reps: v.optional(whole(doseLimits.reps)),
  holdSeconds: v.optional(whole(doseLimits.holdSeconds)),
});

/** The most steps of a routine: far more than a day has time for. */
const mostSteps = 500;

/** The schema of a routine: exercises in order, with a rest between them. */
export const routineSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  /** The name given by the user; the texts contain the names of built-in routines. */
  name: v.optional(v.pipe(v.string(), v.maxLength(longestName))),
  steps: v.pipe(v.array(routineStepSchema), v.maxLength(mostSteps), v.readonly()),
  restSeconds: whole(doseLimits.restSeconds),
});

/** One exercise of a routine and its dose. */
export type RoutineStep = Readonly<v.InferOutput<typeof routineStepSchema>>;
/** Exercises in order, with a rest between them. */
export type Routine = Readonly<v.InferOutput<typeof routineSchema>>;

/**
 * Storage for the user's own routines on this device. Never throws: what cannot be stored is kept in memory until the
 * page is closed.
 */
export interface RoutineStore {
  /** In order of creation. */
  all(): readonly Routine[];
  /**
   * Stores a routine in the place of the one with the same id; a new one is inserted at `place`, by default at the end.
   */
  put(routine: Routine, place?: number): void;
  /** Removes a routine; returns the arguments with which `put` restores it, or `undefined` if it does not exist. */
  remove(id: string): readonly [routine: Routine, place: number] | undefined;
}

/** Parses a stored routine; returns `undefined` if it does not match the schema. */
export const readRoutine = (written: unknown): Routine | undefined => {
  const result = v.safeParse(routineSchema, written, { abortEarly: true });
  return result.success ? result.output : undefined;
};

/** An id for a routine of the user's own, from its time of creation, ms since 1970. */
export const ownRoutineId = (now: number): string => `own-${now.toString(36)}`;

/** The default rest between exercises, seconds: long enough to sit up, breathe out and turn the chair. */
const usualRest = 20;

/** A new routine of the user's own, without exercises. */
export const emptyRoutine = (id: string): Routine => ({ id, steps: [], restSeconds: usualRest });

/** The routine for relief: every exercise in its own view, front views first, so that the user turns only once. */
export const reliefRoutine = (exercises: readonly Exercise[]): Routine => ({
  id: 'upper-back-relief',
  steps: frontsFirst(plannedSteps({ steps: exercises.map(({ id }) => ({ exercise: id })) }, exercises)),
  restSeconds: usualRest,
});

/** The dose at the desk: a third of the prescribed repetitions, and no longer holds than this, seconds. */
const deskDose = { share: 1 / 3, longestHold: 10 } as const;
/** The rest between exercises at the desk, seconds: there is no chair to turn. */
const deskRest = 10;

/** The short routine at the desk: what is judged there in its own view. It takes about two minutes. */
export const deskRoutine = (exercises: readonly Exercise[]): Routine => ({
  id: 'at-the-desk',
  steps: exercises
    .filter(({ view, views: rules }) => rules[view]?.atDesk)
    .map(({ id, prescription: { reps, hold } }) => ({
      exercise: id,
      reps: Math.ceil(reps * deskDose.share),
      ...(hold === undefined ? {} : { holdSeconds: Math.min(hold / 1000, deskDose.longestHold) }),
    })),
  restSeconds: deskRest,
});

/** The built-in routines that have an exercise, in display order. */
export const builtInRoutines = (exercises: readonly Exercise[]): readonly Routine[] =>
  [reliefRoutine(exercises), deskRoutine(exercises)].filter(({ steps }) => steps.length > 0);

/** A step whose exercise is known, and its plan. */
export interface PlannedStep {
  readonly step: RoutineStep;
  readonly plan: Plan;
}

/** The routine without the steps whose exercise no longer exists. */
export const withKnownSteps = (routine: Routine, exercises: readonly Exercise[]): Routine => ({
  ...routine,
  steps: routine.steps.filter(({ exercise }) => exercises.some(({ id }) => id === exercise)),
});

/** The built-in routines and the user's own, in display order, without steps whose exercise no longer exists. */
export const namedRoutines = (exercises: readonly Exercise[], own: Pick<RoutineStore, 'all'>): readonly Routine[] => [
  ...builtInRoutines(exercises),
  ...own.all().map((routine) => withKnownSteps(routine, exercises)),
];

/** A routine of one exercise, with the exercise's id. */
export const exerciseAlone = (exercise: string): Routine => ({ id: exercise, steps: [{ exercise }], restSeconds: 0 });

/** The steps of a routine with their plans; a step whose exercise no longer exists is left out. */
export const plannedSteps = (
  { steps }: Pick<Routine, 'steps'>,
  exercises: readonly Exercise[],
): readonly PlannedStep[] =>
  steps.flatMap((step) => {
    const exercise = exercises.find(({ id }) => id === step.exercise);
    return exercise ? [{ step, plan: planFor(exercise, step) }] : [];
  });

/** How often the user turns between the front and the side view. */
export const turnsIn = (steps: readonly PlannedStep[]): number =>
  steps.filter(({ plan }, index) => index > 0 && plan.view !== steps[index - 1]?.plan.view).length;

/** The same steps, front views first, otherwise in their order. */
export const frontsFirst = (steps: readonly PlannedStep[]): readonly RoutineStep[] =>
  views.flatMap((view) => steps.filter(({ plan }) => plan.view === view)).map(({ step }) => step);

/** The time to read what comes next, to sit down in place and to sit still for three seconds. */
const takingPlace = seconds(15);

/** The time to answer the pain question. */
const asking = seconds(5);

const minute = seconds(60);

/** The duration of an exercise in its own tempo, with a practice repetition first and with its rests, ms. */
const timeOf = (plan: Plan): number =>
  performanceOf(plan.exercise.motion, {
    repetitions: plan.sets * plan.reps,
    hold: isHeld(plan) ? plan.hold : undefined,
    calm: takingPlace,
    practice: true,
  }).duration +
  (plan.sets - 1) * plan.rest +
  asking;

/** The approximate duration of a routine, whole minutes; 0 if it has no exercise. */
export const minutesOf = (routine: Pick<Routine, 'steps' | 'restSeconds'>, exercises: readonly Exercise[]): number => {
  const steps = plannedSteps(routine, exercises);
  const exercising = steps.reduce((sum, { plan }) => sum + timeOf(plan), 0);
  const resting = Math.max(0, steps.length - 1) * seconds(routine.restSeconds);
  return steps.length === 0 ? 0 : Math.max(1, Math.round((exercising + resting) / minute));
};
