import type { RoutineOutcome, RoutineStepOutcome } from '../summary/routine-outcome.ts';
import type { Workout } from '../workout/workout.ts';
import { originOf } from '../record/kept-session.ts';
import type { RoutineProgress } from './progress.ts';

/** Whether a repetition, also one of the user's own count, or an attempt of a workout is done. */
export const hasDone = ({ summary: { repetitions, ownCount, timed, attempts } }: Workout): boolean =>
  repetitions.length + ownCount.added + timed + attempts.length > 0;

/** The outcome of a step; in a routine (`!isAlone`) it has none if nothing was done. */
export const stepOutcome = (workout: Workout, isAlone: boolean, isSkipped: boolean): RoutineStepOutcome => {
  const { summary, record, plan } = workout;
  const isKept = hasDone(workout) || (isAlone && !isSkipped);
  return { exercise: plan.exercise.id, outcome: isKept ? { summary, record } : undefined, isSkipped };
};

/** The outcome of a routine that ended for this reason at `endedAt`, ms since 1970, with these steps. */
export const routineOutcome = (
  progress: RoutineProgress,
  steps: readonly RoutineStepOutcome[],
  why: RoutineOutcome['why'],
  endedAt: number,
): RoutineOutcome => {
  const { routine, startedAt, pain } = progress;
  return { routine, startedAt, endedAt, ...originOf(progress), steps, pain, why };
};
