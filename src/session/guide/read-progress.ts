import * as v from 'valibot';
import { eventSchema } from '../../engine/exercise/events.ts';
import { sides } from '../../engine/pose/keypoints.ts';
import { sessionExportSchema, settingEntries, traceSchema } from '../record/export.ts';
import { painSchema } from '../planning/pain.ts';
import { originEntries } from '../record/kept-session.ts';
import type { RoutineProgress } from './progress.ts';
import type { Summary } from '../summary/summary.ts';

const ownCountEntries = { added: v.number(), takenBack: v.number() };

/** The fields of a summary that the screens need; deeper fields are not validated. */
const summaryEntries = {
  exercise: v.string(),
  ofRepetitions: v.number(),
  arm: v.optional(v.picklist(sides)),
  areSidesApart: v.boolean(),
  repetitions: v.array(v.looseObject({ number: v.number() })),
  /** Missing in data written before counts could be corrected. */
  ownCount: v.optional(v.object(ownCountEntries), { added: 0, takenBack: 0 }),
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
  unbegun: v.optional(v.string()),
  why: v.string(),
} satisfies Readonly<Record<keyof Summary, v.GenericSchema>>;

const outcomeSchema = v.object({ summary: v.looseObject(summaryEntries), record: sessionExportSchema });

const currentSchema = v.object({
  events: v.array(eventSchema),
  counted: v.object({
    /** Missing in data written before sets existed. */
    sets: v.optional(v.number(), 0),
    repetitions: v.array(v.number()),
    /** Missing, as `own`, in data written before counts could be corrected. */
    order: v.exactOptional(v.array(v.object({ path: v.number(), set: v.number(), isOwn: v.boolean() }))),
    own: v.exactOptional(v.object({ ...ownCountEntries, side: v.exactOptional(v.picklist(sides)) })),
    attempts: v.number(),
    timed: v.number(),
    eased: v.number(),
  }),
  traces: v.optional(v.array(traceSchema)),
  setting: v.exactOptional(v.object(settingEntries)),
});

/** An outcome or a current exercise in the shape of another version is dropped; the rest is kept. */
const progressSchema = v.object({
  routine: v.string(),
  link: v.string(),
  startedAt: v.number(),
  ...originEntries,
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

/** Parses stored progress; returns `undefined` if it does not match the schema. */
export const readProgress = (written: unknown): RoutineProgress | undefined => {
  const result = v.safeParse(progressSchema, written, { abortEarly: true });
  // The cast is needed only because the deeper fields of a summary are not validated.
  return result.success ? (result.output as unknown as RoutineProgress) : undefined;
};
