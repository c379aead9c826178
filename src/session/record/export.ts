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

/** A point of a trace as a file holds it. */
type Point = [at: number, value: number | null];

const isPoint = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 2 &&
  Number.isFinite(value[0]) &&
  (value[1] === null || Number.isFinite(value[1]));

/** One check for all points: a schema for each of ten thousand points takes ten times as long. */
const pointsSchema = v.custom<Point[]>((value) => Array.isArray(value) && value.every(isPoint), 'Expected points');

/** The schema of a trace: one measure over time. */
export const traceSchema = v.object({
  measure: v.picklist(measureNames),
  side,
  /** Each point: the time since the first frame, ms, and the value in the measure's unit, `null` if unseen. */
  points: pointsSchema,
});

/** The entries of an exported session that say what it was judged by. */
export const settingEntries = {
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
};

/** The schema of an exported session: ids and numbers only, no text. */
export const sessionExportSchema = v.object({
  version: v.literal(3),
  ...settingEntries,
  /** In order; they contain the goals, the times and the reasons. */
  events: v.array(eventSchema),
  /** The trace of each primary measure, at most ten points per second. */
  traces: v.array(traceSchema),
});

/** An exported session. */
export type SessionExport = v.InferOutput<typeof sessionExportSchema>;

/** What a session was judged by. */
export type SessionSetting = Pick<SessionExport, 'exercise' | 'view' | 'settings'>;

/** What a plan judges by, as the export of a session contains it. */
export const settingOf = (plan: Plan): SessionSetting => ({
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
});

/** Builds the export of a session that a plan judges. */
export const sessionExport = (plan: Plan, events: readonly CoachingEvent[], traces: readonly Trace[]): SessionExport =>
  recordOf(settingOf(plan), events, traces);

/** Builds the export of a session that was judged by this. */
export const recordOf = (
  setting: SessionSetting,
  events: readonly CoachingEvent[],
  traces: readonly Trace[],
): SessionExport => ({
  version: 3,
  ...setting,
  events: [...events],
  traces: traces.map(({ measure, side: of, points }) => ({
    measure,
    ...(of ? { side: of } : {}),
    points: points.map(([at, value]) => [at, value]),
  })),
});

/**
 * The plan of what a session was judged by, for the exercise that it names; throws if the exercise has no rules for its
 * view.
 */
export const planOf = ({ view, settings }: SessionSetting, exercise: Exercise): Plan => {
  const { sets, reps, holdMs, restMs, strictness, range, easeLevel, arm } = settings;
  const dose = { sets, reps, hold: millis(holdMs), rest: millis(restMs) };
  return resolve(exercise, view, dose, strictness, { is: range === 'kept' ? 'practice' : range }, easeLevel, arm);
};
