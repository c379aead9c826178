import * as v from 'valibot';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { Plan } from '../../engine/rules/plan.ts';
import { performanceOf } from '../../engine/figure/perform.ts';
import { seconds } from '../../engine/units.ts';
import { isHeld, planFor } from './plan-for.ts';
import { views } from '../../engine/pose/view.ts';

/** The longest name that a routine may have, letters. */
export const longestName = 60;

/** Within what a dose and a rest may lie, in routines and in training links. */
export const doseLimits = {
  sets: { least: 1, most: 10 },
  reps: { least: 1, most: 50 },
  holdSeconds: { least: 1, most: 120 },
  restSeconds: { least: 0, most: 600 },
} as const;

const whole = ({ least, most }: { readonly least: number; readonly most: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** The schema of one step: an exercise by its id, and what is asked for in the place of what it prescribes. */
export const routineStepSchema = v.object({
  exercise: v.string(),
  view: v.optional(v.picklist(views)),
  sets: v.optional(whole(doseLimits.sets)),
  reps: v.optional(whole(doseLimits.reps)),
  holdSeconds: v.optional(whole(doseLimits.holdSeconds)),
});

/** The schema of a routine: exercises one after the other, with a rest between. */
export const routineSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  /** What somebody called it; those that are built in go by their texts. */
  name: v.optional(v.pipe(v.string(), v.maxLength(longestName))),
  steps: v.pipe(v.array(routineStepSchema), v.readonly()),
  restSeconds: whole(doseLimits.restSeconds),
});

/** One exercise of a routine and its dose. */
export type RoutineStep = Readonly<v.InferOutput<typeof routineStepSchema>>;
/** Exercises one after the other, with a rest between. */
export type Routine = Readonly<v.InferOutput<typeof routineSchema>>;

/** Where somebody's own routines are kept, on this device. It never throws: what cannot be kept lasts as long as the page. */
export interface RoutineStore {
  /** In the order in which they were made. */
  all(): readonly Routine[];
  /** Keeps a routine in the place of the one with its id; a new one at a place among the others, at their end where nothing is said. */
  put(routine: Routine, place?: number): void;
  /** Takes a routine away and hands over what `put` needs to bring it back. */
  remove(id: string): readonly [routine: Routine, place: number] | undefined;
}

/** Reads a routine from what was written; nothing where it is none. */
export const readRoutine = (written: unknown): Routine | undefined => {
  const result = v.safeParse(routineSchema, written);
  return result.success ? result.output : undefined;
};

/** An id for somebody's own routine, made at a time of day, ms since 1970. */
export const ownRoutineId = (now: number): string => `own-${now.toString(36)}`;

/** Long enough to sit up, breathe out and turn the chair, seconds. */
const usualRest = 20;

/** A routine of somebody's own, still without exercises. */
export const emptyRoutine = (id: string): Routine => ({ id, steps: [], restSeconds: usualRest });

/** The built-in routine: every exercise in its own view, those that face the camera first, so that one turns once. */
export const reliefRoutine = (exercises: readonly Exercise[]): Routine => ({
  id: 'upper-back-relief',
  steps: frontsFirst(plannedSteps({ steps: exercises.map(({ id }) => ({ exercise: id })) }, exercises)),
  restSeconds: usualRest,
});

/** A step whose exercise is known, and what it asks for. */
export interface PlannedStep {
  readonly step: RoutineStep;
  readonly plan: Plan;
}

/** A routine without the steps whose exercise is not there any more. */
export const withKnownSteps = (routine: Routine, exercises: readonly Exercise[]): Routine => ({
  ...routine,
  steps: routine.steps.filter(({ exercise }) => exercises.some(({ id }) => id === exercise)),
});

/** The built-in routine and one's own, in the order in which they are shown; their steps are known. */
export const namedRoutines = (exercises: readonly Exercise[], own: Pick<RoutineStore, 'all'>): readonly Routine[] => [
  reliefRoutine(exercises),
  ...own.all().map((routine) => withKnownSteps(routine, exercises)),
];

/** An exercise alone is a routine of one, with its id. */
export const exerciseAlone = (exercise: string): Routine => ({ id: exercise, steps: [{ exercise }], restSeconds: 0 });

/** The steps of a routine with their plans; a step whose exercise is not there any more is left out. */
export const plannedSteps = (
  { steps }: Pick<Routine, 'steps'>,
  exercises: readonly Exercise[],
): readonly PlannedStep[] =>
  steps.flatMap((step) => {
    const exercise = exercises.find(({ id }) => id === step.exercise);
    return exercise ? [{ step, plan: planFor(exercise, step) }] : [];
  });

/** How often one turns between facing the camera and sitting sideways. */
export const turnsIn = (steps: readonly PlannedStep[]): number =>
  steps.filter(({ plan }, index) => index > 0 && plan.view !== steps[index - 1]?.plan.view).length;

/** The same steps, those that face the camera first; else in their order. */
export const frontsFirst = (steps: readonly PlannedStep[]): readonly RoutineStep[] =>
  views.flatMap((view) => steps.filter(({ plan }) => plan.view === view)).map(({ step }) => step);

/** How long it takes to read what comes, to take one's place and to sit calmly for three seconds. */
const takingPlace = seconds(15);

/** How long the question for pain takes somebody who answers it. */
const asking = seconds(5);

const minute = seconds(60);

/** How long an exercise takes somebody in its own tempo, with an easy repetition first to show their range and its rests, ms. */
const timeOf = (plan: Plan): number =>
  performanceOf(plan.exercise.motion, {
    repetitions: plan.sets * plan.reps,
    hold: isHeld(plan) ? plan.hold : undefined,
    calm: takingPlace,
    practice: true,
  }).duration +
  (plan.sets - 1) * plan.rest +
  asking;

/** About how long a routine takes, whole minutes; none where it has no exercise. */
export const minutesOf = (routine: Pick<Routine, 'steps' | 'restSeconds'>, exercises: readonly Exercise[]): number => {
  const steps = plannedSteps(routine, exercises);
  const exercising = steps.reduce((sum, { plan }) => sum + timeOf(plan), 0);
  const resting = Math.max(0, steps.length - 1) * seconds(routine.restSeconds);
  return steps.length === 0 ? 0 : Math.max(1, Math.round((exercising + resting) / minute));
};
