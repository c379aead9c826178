import type { Exercise } from '../../engine/exercise/exercise.ts';
import { planOf, type SessionExport } from '../record/export.ts';
import { originOf, type KeptSession } from '../record/kept-session.ts';
import type { ExerciseOutcome, RoutineOutcome } from './routine-outcome.ts';
import { summarise } from './summary.ts';

const ruledBy = ({ exercise: id, view }: SessionExport, exercises: readonly Exercise[]): Exercise | undefined =>
  exercises.find((one) => one.id === id && one.views[view] !== undefined);

/** The result of a kept exercise, by the rules that it was judged by; `undefined` if it has none here. */
const exerciseOutcome = (record: SessionExport, exercises: readonly Exercise[]): ExerciseOutcome | undefined => {
  const exercise = ruledBy(record, exercises);
  return exercise && { summary: summarise(planOf(record, exercise), record.events), record };
};

/** The result of a kept session, the same as when it ended. An exercise that is unknown here has no outcome. */
export const outcomeOfKept = (kept: KeptSession, exercises: readonly Exercise[]): RoutineOutcome => {
  const { routine, startedAt, endedAt, why, pain, steps } = kept;
  return {
    ...originOf(kept),
    routine,
    startedAt,
    endedAt,
    why,
    pain: pain.map(({ exercise, moment, value }) => ({ exercise, moment, value })),
    steps: steps.map(({ exercise, isSkipped, session }) => ({
      exercise,
      isSkipped,
      outcome: session && exerciseOutcome(session, exercises),
    })),
  };
};

/** The ids of the exercises that were done in a kept session and are unknown here. */
export const unknownExercisesIn = ({ steps }: KeptSession, exercises: readonly Exercise[]): readonly string[] =>
  steps.flatMap(({ session }) => (session && !ruledBy(session, exercises) ? [session.exercise] : []));
