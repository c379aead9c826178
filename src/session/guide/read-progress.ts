import * as v from 'valibot';
import { eventSchema } from '../../engine/exercise/events.ts';
import { sessionExportSchema, traceSchema } from '../record/export.ts';
import { painSchema } from '../planning/pain.ts';
import type { RoutineProgress } from './progress.ts';
import type { Summary } from '../summary/summary.ts';

/** What a summary has to have for the screens to show it; what lies deeper is shown as it was written. */
const summaryEntries = {
  exercise: v.string(),
  ofRepetitions: v.number(),
  areSidesApart: v.boolean(),
  repetitions: v.array(v.looseObject({ number: v.number() })),
  timed: v.number(),
  isTimedByChoice: v.boolean(),
  ranges: v.array(v.looseObject({ end: v.string() })),
  attempts: v.array(v.looseObject({ kind: v.string() })),
  heldMs: v.number(),
  measure: v.string(),
  best: v.optional(v.number()),
  norm: v.optional(v.number()),
  tempo: v.looseObject({}),
  smoothness: v.looseObject({ is: v.string() }),
  eased: v.number(),
  corrections: v.array(v.looseObject({ cue: v.string() })),
  unseenMs: v.number(),
  notJudged: v.array(v.looseObject({ measure: v.string() })),
  durationMs: v.number(),
  why: v.string(),
} satisfies Readonly<Record<keyof Summary, v.GenericSchema>>;

const outcomeSchema = v.object({ summary: v.looseObject(summaryEntries), record: sessionExportSchema });

const currentSchema = v.object({
  events: v.array(eventSchema),
  counted: v.object({
    /** Left out before there were sets. */
    sets: v.optional(v.number(), 0),
    repetitions: v.array(v.number()),
    attempts: v.number(),
    timed: v.number(),
    eased: v.number(),
  }),
  traces: v.optional(v.array(traceSchema)),
});

/** An outcome or an exercise under way that another version wrote in another shape is left out; the rest is kept. */
const progressSchema = v.object({
  routine: v.string(),
  link: v.string(),
  startedAt: v.number(),
  steps: v.array(
    v.object({
      exercise: v.string(),
      outcome: v.fallback(v.optional(outcomeSchema), undefined),
      isSkipped: v.boolean(),
    }),
  ),
  pain: v.array(painSchema),
  current: v.fallback(v.optional(currentSchema), undefined),
});

/** Reads how far a routine has come from what was written; `undefined` where it is none. */
export const readProgress = (written: unknown): RoutineProgress | undefined => {
  const result = v.safeParse(progressSchema, written);
  // Only the deeper parts of a summary are not checked.
  return result.success ? (result.output as unknown as RoutineProgress) : undefined;
};
