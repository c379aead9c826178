import * as v from 'valibot';
import { eventSchema, type CoachingEvent } from '../../engine/exercise/events.ts';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { resolve, type Plan } from '../../engine/rules/plan.ts';
import { measureNames } from '../../engine/kinematics/measures.ts';
import { sides } from '../../engine/pose/keypoints.ts';
import { millis } from '../../engine/units.ts';
import type { Trace } from './traces.ts';
import { views } from '../../engine/pose/view.ts';

const side = v.optional(v.picklist(sides));

/** The schema of how a measure went. */
export const traceSchema = v.object({
  measure: v.picklist(measureNames),
  side,
  /** The time since the first frame, ms, with the value in the measure's unit, or `null` where it was not seen. */
  points: v.array(v.tuple([v.number(), v.nullable(v.number())])),
});

/** The schema of a session as a file: ids and numbers only, and no word. */
export const sessionExportSchema = v.object({
  version: v.literal(3),
  exercise: v.string(),
  view: v.picklist(views),
  settings: v.object({
    sets: v.number(),
    /** Of each set, and of each side where the sides are counted apart. */
    reps: v.number(),
    /** 0 where no end is held. */
    holdMs: v.number(),
    /** Between two sets. */
    restMs: v.number(),
    strictness: v.number(),
    /** Where the goals come from: the norm, a practice, an own range that was kept; or only the time is kept. */
    range: v.picklist(['norm', 'practice', 'kept', 'timed']),
    /** How often the goals were eased by a tenth for pain from the beginning. */
    easeLevel: v.number(),
  }),
  /** In order; what was asked for, the times and the reasons stand in them. */
  events: v.array(eventSchema),
  /** How each leading measure went, at most ten points a second. */
  traces: v.array(traceSchema),
});

/** A session as a file. */
export type SessionExport = v.InferOutput<typeof sessionExportSchema>;

/** Puts a session together for a file. */
export const sessionExport = (
  plan: Plan,
  events: readonly CoachingEvent[],
  traces: readonly Trace[],
): SessionExport => ({
  version: 3,
  exercise: plan.exercise.id,
  view: plan.view,
  settings: {
    sets: plan.sets,
    reps: plan.reps,
    holdMs: plan.hold,
    restMs: plan.rest,
    strictness: plan.strictness,
    range: plan.range.is,
    easeLevel: plan.easeLevel,
  },
  events: [...events],
  traces: traces.map(({ measure, side: of, points }) => ({
    measure,
    ...(of ? { side: of } : {}),
    points: points.map(([at, value]) => [at, value]),
  })),
});

/** The plan of a session that was saved, for the exercise that it names; throws where that has no rules for its view. */
export const planOf = ({ view, settings }: SessionExport, exercise: Exercise): Plan => {
  const { sets, reps, holdMs, restMs, strictness, range, easeLevel } = settings;
  const dose = { sets, reps, hold: millis(holdMs), rest: millis(restMs) };
  return resolve(exercise, view, dose, strictness, { is: range === 'kept' ? 'practice' : range }, easeLevel);
};
