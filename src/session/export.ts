import * as v from 'valibot';
import type { Coaching } from '../engine/coaching/coaching.ts';
import { eventSchema, type CoachingEvent } from '../engine/coaching/events.ts';
import type { Plan } from '../engine/coaching/plan.ts';
import { measureNames, views } from '../engine/kinematics/measures.ts';
import { sides } from '../engine/pose/keypoints.ts';
import type { Trace } from './traces.ts';

const traceSchema = v.object({
  measure: v.picklist(measureNames),
  side: v.optional(v.picklist(sides)),
  /** The time since the first frame, ms, with the value in the measure's unit, or `null` where it was not seen. */
  points: v.array(v.tuple([v.number(), v.nullable(v.number())])),
});

/** The schema of a session as a file: ids and numbers only, and no word. */
export const sessionExportSchema = v.object({
  version: v.literal(1),
  exercise: v.string(),
  view: v.picklist(views),
  settings: v.object({
    reps: v.number(),
    /** 0 where no end is held. */
    holdMs: v.number(),
    strictness: v.number(),
    /** What was asked for at the end. */
    targets: v.picklist(['norm', 'personal', 'timed']),
  }),
  /** In order; attempts that did not count say why. */
  events: v.array(eventSchema),
  /** How each leading measure went, at most ten points a second. */
  traces: v.array(traceSchema),
});

/** A session as a file. */
export type SessionExport = v.InferOutput<typeof sessionExportSchema>;

/** Puts a session together for a file. */
export const sessionExport = (
  { exercise, view, reps, hold, strictness }: Plan,
  targets: Coaching['targets'],
  events: readonly CoachingEvent[],
  traces: readonly Trace[],
): SessionExport => ({
  version: 1,
  exercise: exercise.id,
  view,
  settings: { reps, holdMs: hold, strictness, targets },
  events: [...events],
  traces: traces.map(({ measure, side, points }) => ({
    measure,
    ...(side ? { side } : {}),
    points: points.map(([at, value]) => [at, value]),
  })),
});
