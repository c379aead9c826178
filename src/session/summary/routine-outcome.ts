import type { PainAnswer } from '../planning/pain.ts';
import type { SessionExport } from '../record/export.ts';
import { keptSession, type KeptSession, type Origin } from '../record/kept-session.ts';
import type { Summary } from './summary.ts';

/** The result of an exercise, and its record for export. */
export interface ExerciseOutcome {
  readonly summary: Summary;
  readonly record: SessionExport;
}

/** The result of a step of a routine; no outcome if nothing of it was done. */
export interface RoutineStepOutcome {
  readonly exercise: string;
  readonly outcome: ExerciseOutcome | undefined;
  readonly isSkipped: boolean;
}

/** The result of a routine; times in ms since 1970, the steps in the order in which they were begun. */
export interface RoutineOutcome extends Origin {
  /** The routine's id. */
  readonly routine: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly steps: readonly RoutineStepOutcome[];
  readonly pain: readonly PainAnswer[];
  readonly why: KeptSession['why'];
}

/** The record of a routine, for the history and for a file. */
export const keptOutcome = (outcome: RoutineOutcome): KeptSession =>
  keptSession({
    ...outcome,
    steps: outcome.steps.map(({ exercise, isSkipped, outcome: of }) => ({ exercise, isSkipped, session: of?.record })),
  });
