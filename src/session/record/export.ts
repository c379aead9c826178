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

/** The schema of a trace: one measure over time. */
export const traceSchema = v.object({
  measure: v.picklist(measureNames),
  side,
  /** Each point: the time since the first frame, ms, and the value in the measure's unit, `null` if unseen. */
  points: v.array(v.tuple([v.number(), v.nullable(v.number())])),
});

/** The schema of an exported session: ids and numbers only, no text. */
export const sessionExportSchema = v.object({
  version: v.literal(3),
  exercise: v.string(),
  view: v.picklist(views),
  settings: v.object({
    sets: v.number(),
    /** Per set, and per side if the sides are counted separately. */
    reps: v.number(),
    /** 0 if no endpoint is held. */
    holdMs: v.number(),
    /** Between two sets. */
    restMs: v.number(),
    strictness: v.number(),
    /**
     * The origin of the goals: the norm, a practice repetition or a stored own range; `timed`: only the time is kept.
     */
    range: v.picklist(['norm', 'practice', 'kept', 'timed']),
    /** By how many tenths the goals were eased for pain from the beginning. */
    easeLevel: v.number(),
    /** The arm that trained alone, in an exercise of both arms. */
    arm: v.optional(v.picklist(sides)),
  }),
  /** In order; they contain the goals, the times and the reasons. */
  events: v.array(eventSchema),
  /** The trace of each primary measure, at most ten points per second. */
  traces: v.array(traceSchema),
});

/** An exported session. */
export type SessionExport = v.InferOutput<typeof sessionExportSchema>;

/** Builds the export of a session. */
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
    ...(plan.arm ? { arm: plan.arm } : {}),
  },
  events: [...events],
  traces: traces.map(({ measure, side: of, points }) => ({
    measure,
    ...(of ? { side: of } : {}),
    points: points.map(([at, value]) => [at, value]),
  })),
});

/**
 * The plan of an exported session, for the exercise that it names; throws if the exercise has no rules for its view.
 */
export const planOf = ({ view, settings }: SessionExport, exercise: Exercise): Plan => {
  const { sets, reps, holdMs, restMs, strictness, range, easeLevel, arm } = settings;
  const dose = { sets, reps, hold: millis(holdMs), rest: millis(restMs) };
  return resolve(exercise, view, dose, strictness, { is: range === 'kept' ? 'practice' : range }, easeLevel, arm);
};
