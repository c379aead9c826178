import * as v from 'valibot';
import { sessionExportSchema, type SessionExport } from '../record/export.ts';
import { painSchema, type PainAnswer } from '../planning/pain.ts';
import type { Summary } from './summary.ts';

/** Why a routine ended: all of it was done, the person ended it, it hurt, something felt wrong, the source ended, or the page was left. */
export const routineEnds = ['completed', 'person', 'pain', 'red-flag', 'source-ended', 'left'] as const;

/** What an exercise came to, and all of it to be saved as a file. */
export interface ExerciseOutcome {
  readonly summary: Summary;
  readonly record: SessionExport;
}

/** What a step of a routine came to: no outcome where nothing of it was done. */
export interface RoutineStepOutcome {
  readonly exercise: string;
  readonly outcome: ExerciseOutcome | undefined;
  readonly isSkipped: boolean;
}

/** What a routine came to; `startedAt` in ms since 1970, the steps in the order in which they were begun. */
export interface RoutineOutcome {
  /** 2: its sessions are of version 3. */
  readonly version: 2;
  /** The routine's id. */
  readonly routine: string;
  readonly startedAt: number;
  readonly steps: readonly RoutineStepOutcome[];
  readonly pain: readonly PainAnswer[];
  readonly why: (typeof routineEnds)[number];
}

/** The schema of a routine as a file: ids and numbers only, and no word. */
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
      /** Left out where nothing of it was done. */
      session: v.optional(sessionExportSchema),
    }),
  ),
  pain: v.array(painSchema),
});

/** A routine as a file. */
export type RoutineExport = v.InferOutput<typeof routineExportSchema>;

/** Puts a routine together for a file. */
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
