import * as v from 'valibot';
import { sessionExportSchema, type SessionExport } from '../record/export.ts';
import { painSchema, type PainAnswer } from '../planning/pain.ts';
import type { Summary } from './summary.ts';

/**
 * Why a routine ended: it was done, the user ended it, pain, something felt wrong, the source ended, or the page was
 * left.
 */
export const routineEnds = ['completed', 'person', 'pain', 'red-flag', 'source-ended', 'left'] as const;

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

/** The result of a routine; `startedAt` in ms since 1970, the steps in the order in which they were begun. */
export interface RoutineOutcome {
  /** Version 2 contains sessions of version 3. */
  readonly version: 2;
  /** The routine's id. */
  readonly routine: string;
  readonly startedAt: number;
  readonly steps: readonly RoutineStepOutcome[];
  readonly pain: readonly PainAnswer[];
  readonly why: (typeof routineEnds)[number];
}

/** The schema of an exported routine: ids and numbers only, no text. */
export const routineExportSchema = v.object({
  version: v.literal(2),
  routine: v.string(),
  /** Milliseconds since 1970. */
  startedAt: v.number(),
  why: v.picklist(routineEnds),
  steps: v.array(
    v.object({
      exercise: v.string(),
      isSkipped: v.boolean(),
      /** Left out if nothing of it was done. */
      session: v.optional(sessionExportSchema),
    }),
  ),
  pain: v.array(painSchema),
});

/** An exported routine. */
export type RoutineExport = v.InferOutput<typeof routineExportSchema>;

/** Builds the export of a routine. */
export const routineExport = ({ version, routine, startedAt, why, steps, pain }: RoutineOutcome): RoutineExport => ({
  version,
  routine,
  startedAt,
  why,
  steps: steps.map(({ exercise, isSkipped, outcome }) => ({
    exercise,
    isSkipped,
    ...(outcome ? { session: outcome.record } : {}),
  })),
  pain: [...pain],
});
