import * as v from 'valibot';
import type { Coaching } from '../engine/coaching/coaching.ts';
import { eventSchema, type CoachingEvent } from '../engine/coaching/events.ts';
import type { Plan } from '../engine/coaching/plan.ts';
import { measureNames, views } from '../engine/kinematics/measures.ts';
import { sides } from '../engine/pose/keypoints.ts';
import { askedTargets, type Footing } from './asked-targets.ts';
import type { Trace } from './traces.ts';

const side = v.optional(v.picklist(sides));

/** The schema of how a measure went. */
export const traceSchema = v.object({
  measure: v.picklist(measureNames),
  side,
  /** The time since the first frame, ms, with the value in the measure's unit, or `null` where it was not seen. */
  points: v.array(v.tuple([v.number(), v.nullable(v.number())])),
});

const targetSchema = v.object({
  end: v.string(),
  side,
  measure: v.picklist(measureNames),
  is: v.picklist(['above', 'below']),
  /** What was asked for, and how much before it was enough; in the measure's unit. */
  value: v.number(),
  tolerance: v.number(),
});

/** The schema of a session as a file: ids and numbers only, and no word. */
export const sessionExportSchema = v.object({
  version: v.literal(2),
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
  /** What was asked for at each end; of each side where the sides are counted apart. */
  targets: v.array(targetSchema),
  /** In order; attempts that did not count say why. */
  events: v.array(eventSchema),
  /** How each leading measure went, at most ten points a second. */
  traces: v.array(traceSchema),
});

/** A session as a file. */
export type SessionExport = v.InferOutput<typeof sessionExportSchema>;

/** Puts a session together for a file. */
export const sessionExport = (
  plan: Plan,
  targets: Coaching['targets'],
  events: readonly CoachingEvent[],
  traces: readonly Trace[],
  footing: Footing = { ranges: [], eased: 0 },
): SessionExport => ({
  version: 2,
  exercise: plan.exercise.id,
  view: plan.view,
  settings: { reps: plan.reps, holdMs: plan.hold, strictness: plan.strictness, targets },
  targets: [...askedTargets(plan, targets, footing, events, traces)],
  events: [...events],
  traces: traces.map(({ measure, side: of, points }) => ({
    measure,
    ...(of ? { side: of } : {}),
    points: points.map(([at, value]) => [at, value]),
  })),
});
