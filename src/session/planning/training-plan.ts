import * as v from 'valibot';
import { doseLimits, type Routine, type RoutineStep } from './routines.ts';

/** The days of a week, Monday 1 to Sunday 7 (ISO 8601). */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** A day of the week, Monday 1 to Sunday 7. */
export type Weekday = (typeof weekdays)[number];

const whole = ({ least, most }: { readonly least: number; readonly most: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** A local day, as in `2026-03-01`. */
const daySchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((day) => {
    const at = Date.parse(`${day}T00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
  }, 'There is no such day'),
);

/** The schema of the dose of an exercise that the user has chosen; what is left out is as the routine says. */
const plannedDoseSchema = v.object({
  exercise: v.string(),
  sets: v.exactOptional(whole(doseLimits.sets)),
  reps: v.exactOptional(whole(doseLimits.reps)),
  holdSeconds: v.exactOptional(whole(doseLimits.holdSeconds)),
});

/** The schema of a training plan: what the user intends to train, how often, and since when. */
export const trainingPlanSchema = v.object({
  version: v.literal(1),
  /** Unique; the calendar knows the plan by it. */
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)),
  /** The routine's id; of an exercise alone, the exercise's. */
  routine: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** So many times a week on any days, or on certain days. */
  rhythm: v.variant('is', [
    v.object({ is: v.literal('times'), aWeek: whole({ least: 1, most: 7 }) }),
    v.object({
      is: v.literal('weekdays'),
      days: v.pipe(
        v.array(v.picklist(weekdays)),
        v.minLength(1),
        v.maxLength(7),
        v.check((days) => new Set(days).size === days.length, 'A day comes twice'),
      ),
    }),
  ]),
  /** The local time of day, as in `18:05`. */
  time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  /** The first local day. */
  since: daySchema,
  doses: v.pipe(v.array(plannedDoseSchema), v.maxLength(500)),
  /** When it was last changed, ms since 1970: of two plans the later one is valid. */
  changedAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
});

/** What the user intends to train, how often, and since when. */
export type TrainingPlan = Readonly<v.InferOutput<typeof trainingPlanSchema>>;
/** The dose of an exercise in a plan. */
export type PlannedDose = TrainingPlan['doses'][number];
/** How often the user intends to train. */
export type Rhythm = TrainingPlan['rhythm'];

/**
 * Storage for the training plan on this device. Never throws: what cannot be stored is kept in memory until the page is
 * closed.
 */
export interface TrainingPlanStore {
  /** `undefined` if there is no plan. */
  read(): TrainingPlan | undefined;
  /** Replaces the plan; `undefined` removes it. */
  write(plan: TrainingPlan | undefined): void;
}

/** Parses a stored plan; returns `undefined` if it does not match the schema. */
export const readTrainingPlan = (written: unknown): TrainingPlan | undefined => {
  const result = v.safeParse(trainingPlanSchema, written, { abortEarly: true });
  return result.success ? result.output : undefined;
};

/** When something happens: ms since 1970, and the local day. */
export interface Moment {
  readonly now: number;
  readonly today: string;
}

/** A plan as it is offered: three times a week, in the evening, from today on. */
export const newTrainingPlan = (id: string, routine: string, { now, today }: Moment): TrainingPlan => ({
  version: 1,
  id,
  routine,
  rhythm: { is: 'times', aWeek: 3 },
  time: '18:00',
  since: today,
  doses: [],
  changedAt: now,
});

/**
 * The plan after a change by the user. Another rhythm or routine holds from today on, so that no day before is counted by
 * it, unless the change has a first day of its own. The doses belong to the routine.
 */
export const changedPlan = (
  plan: TrainingPlan,
  change: Partial<Pick<TrainingPlan, 'routine' | 'rhythm' | 'time' | 'since' | 'doses'>>,
  { now, today }: Moment,
): TrainingPlan => {
  const isOther = change.routine !== undefined || change.rhythm !== undefined;
  return {
    ...plan,
    ...(isOther && plan.since < today ? { since: today } : {}),
    ...(change.routine !== undefined && change.routine !== plan.routine ? { doses: [] } : {}),
    ...change,
    changedAt: Math.max(now, plan.changedAt + 1),
  };
};

/** A step with the dose of the plan. */
const stepAtDose = (step: RoutineStep, doses: readonly PlannedDose[]): RoutineStep => {
  const dose = doses.find(({ exercise }) => exercise === step.exercise);
  return dose ? { ...step, ...dose } : step;
};

/** A routine with the doses of a plan for it; of another routine, as it is. */
export const atPlannedDose = (routine: Routine, plan: TrainingPlan | undefined): Routine =>
  plan?.routine === routine.id
    ? { ...routine, steps: routine.steps.map((step) => stepAtDose(step, plan.doses)) }
    : routine;

/** The doses with one of them replaced. */
export const withDose = (doses: readonly PlannedDose[], dose: PlannedDose): PlannedDose[] => [
  ...doses.filter(({ exercise }) => exercise !== dose.exercise),
  dose,
];
