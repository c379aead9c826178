import * as v from 'valibot';
import { hintIds } from './hints.ts';
import { measureNames } from '../kinematics/measures.ts';
import { keypointNames, sides } from '../pose/keypoints.ts';
import { cueSchema, urgencySchema } from './cues.ts';
import { phaseSchema } from './phase.ts';

/*
 * The coaching events contain ids and numbers only, so that a replay, a log and an export contain no words. This one
 * schema types the DOM event, the export and the documentation.
 *
 * Each opening event has a closing one: `attempt-opened` has `rep-completed` or `rep-attempted`, `hold-started` has
 * `hold-ended`, `hold-paused` has `hold-resumed` or `hold-ended`, `fault-noticed` has `fault-cleared`, `not-seen` has
 * `seen-again`, `session-paused` has `session-resumed`. A session that ends while the body is not seen, or while it is
 * paused, closes these two with `session-ended`.
 */

const base = {
  /** The frame's time since the first frame, ms. */
  at: v.number(),
  /** The exercise's id. */
  exercise: v.string(),
};
const side = v.optional(v.picklist(sides));
const missing = v.array(v.picklist(keypointNames));
const why = v.string();

/** The schema of the reason why an attempt did not count as a repetition; `shortBy` is in the unit of `measure`. */
export const reasonSchema = v.variant('kind', [
  v.object({ kind: v.literal('range'), measure: v.string(), shortBy: v.number() }),
  v.object({ kind: v.literal('hold'), heldMs: v.number(), ofMs: v.number() }),
  v.object({ kind: v.literal('posture'), measure: v.string() }),
  v.object({ kind: v.literal('order') }),
  /** Only in files of earlier versions: a fast way back is a fault now and the repetition counts. */
  v.object({ kind: v.literal('return'), tookMs: v.number(), ofMs: v.number() }),
  v.object({ kind: v.literal('unseen'), forMs: v.number() }),
  /** The side has already done its repetitions of this set. */
  v.object({ kind: v.literal('dose'), ofReps: v.number() }),
  /** Interrupted from outside: neutral is taken again, or the session ended. */
  v.object({ kind: v.literal('interrupted') }),
]);

/**
 * The schema of the reason for a cue: a posture fault that persists, a tempo fault of the finished movement, an attempt
 * that did not count, or the user stopping short of the target (`out`) or of rest (`back`). `unknown`: read from a file
 * without a reason.
 */
export const cueReasonSchema = v.variant('kind', [
  v.object({ kind: v.literal('fault'), fault: v.string() }),
  v.object({ kind: v.literal('tempo'), fault: v.string() }),
  v.object({ kind: v.literal('attempt'), reason: v.string() }),
  v.object({ kind: v.literal('stopped'), on: v.picklist(['out', 'back']) }),
  v.object({ kind: v.literal('unknown') }),
]);

/** Why a cue was given. */
export type CueReason = v.InferOutput<typeof cueReasonSchema>;

/** The schema of the goal at an endpoint: it is met from `tolerance` before `value` on, both in the measure's unit. */
export const judgedGoalSchema = v.object({
  end: v.string(),
  side,
  measure: v.picklist(measureNames),
  is: v.picklist(['above', 'below']),
  value: v.number(),
  tolerance: v.number(),
  /** The least value that counts, where nothing is held. */
  floor: v.optional(v.number()),
  /** How many times the distance from rest was eased by a tenth. */
  easeLevel: v.number(),
  /** The user's own range that the goal is derived from: the value that practice showed, and its standard error. */
  own: v.optional(v.object({ value: v.number(), error: v.number() })),
});

/** The goal at an endpoint. */
export type JudgedGoal = v.InferOutput<typeof judgedGoalSchema>;

/**
 * The schema of the durations of an endpoint's strokes, ms: `out` from leaving rest to the plateau, `back` from the
 * plateau to being at rest again; absent if too little was seen. `isSparse`: both are absent, and the tempo was not
 * judged, since a device or a camera gave fewer than 11 poses a second.
 */
export const strokeSchema = v.object({
  end: v.string(),
  out: v.optional(v.number()),
  back: v.optional(v.number()),
  isSparse: v.optional(v.boolean()),
});

/** The durations of an endpoint's strokes, ms. */
export type Stroke = v.InferOutput<typeof strokeSchema>;

/** The schema of every coaching event. */
export const eventSchema = v.variant('type', [
  v.object({
    ...base,
    type: v.literal('armed'),
    range: v.picklist(['norm', 'personal', 'timed']),
    side,
    /**
     * The goal at each endpoint, for each side if the sides are counted separately; empty if repetitions are only
     * timed.
     */
    goals: v.array(judgedGoalSchema),
  }),
  /** Set-up was not done in time: repetitions are timed until it is. `missing` is the set-up hint that still applies. */
  v.object({ ...base, type: v.literal('begun-by-time'), missing: v.optional(v.picklist(hintIds)) }),
  /** The goals were eased, or an easing was taken back: for pain, or after attempts that fell short. */
  v.object({ ...base, type: v.literal('goals-eased'), goals: v.array(judgedGoalSchema) }),
  v.object({ ...base, type: v.literal('phase-changed'), from: phaseSchema, to: phaseSchema }),
  v.object({ ...base, type: v.literal('attempt-opened'), side }),
  v.object({
    ...base,
    type: v.literal('rep-completed'),
    /** The number of the repetition for its side, from 1 in each set. */
    number: v.number(),
    side,
    heldMs: v.optional(v.number()),
    peak: v.number(),
    /** Where nothing is held: whether the peak reached the target, and not only the floor from which it counts. */
    full: v.optional(v.boolean()),
    /** The goal at each of its endpoints. */
    goals: v.array(judgedGoalSchema),
    /** One per endpoint, in order. */
    strokes: v.array(strokeSchema),
    /** The most stops within one stroke; absent if no stroke was long and quick enough to be judged. */
    stops: v.optional(v.number()),
  }),
  v.object({
    ...base,
    type: v.literal('rep-attempted'),
    side,
    reason: reasonSchema,
    goals: v.array(judgedGoalSchema),
  }),
  v.object({ ...base, type: v.literal('hold-started'), end: v.string(), side }),
  v.object({ ...base, type: v.literal('hold-paused'), why: v.picklist(['posture', 'unseen']) }),
  v.object({ ...base, type: v.literal('hold-resumed') }),
  v.object({ ...base, type: v.literal('hold-completed'), end: v.string(), side }),
  v.object({ ...base, type: v.literal('hold-ended'), heldMs: v.number() }),
  v.object({ ...base, type: v.literal('fault-noticed'), fault: v.string(), side }),
  v.object({ ...base, type: v.literal('fault-cleared'), fault: v.string() }),
  v.object({
    ...base,
    type: v.literal('cue-given'),
    cue: cueSchema,
    side,
    urgency: urgencySchema,
    reason: cueReasonSchema,
  }),
  v.object({ ...base, type: v.literal('not-seen'), missing, forMs: v.number() }),
  /** `forMs`: how long the body was out of sight in total. */
  v.object({ ...base, type: v.literal('seen-again'), forMs: v.number() }),
  /** A measure could not be judged for `forMs` while others could; emitted at the end of this period. */
  v.object({ ...base, type: v.literal('not-judged'), measure: v.picklist(measureNames), forMs: v.number() }),
  v.object({ ...base, type: v.literal('session-paused'), why }),
  v.object({ ...base, type: v.literal('session-resumed') }),
  v.object({
    ...base,
    type: v.literal('range-set'),
    measure: v.string(),
    end: v.string(),
    side,
    value: v.number(),
    error: v.number(),
  }),
  /**
   * The user corrected a miscount: `by` 1 adds a repetition, -1 takes the last counted one back. `of`: whether it is a
   * judged one, taken back or restored, or one of the user's own count. `number`: how many the side, if any, has in this
   * set afterwards.
   */
  v.object({
    ...base,
    type: v.literal('count-corrected'),
    by: v.picklist([1, -1]),
    of: v.picklist(['judged', 'own']),
    number: v.number(),
    side,
  }),
  /** A repetition was timed, not judged. */
  v.object({ ...base, type: v.literal('repetition-timed'), number: v.number(), side, ofMs: v.number() }),
  /** A set is complete and another follows after its rest; `set` counts from 1. */
  v.object({ ...base, type: v.literal('set-completed'), set: v.number() }),
  /** `missing`: the set-up hint that was shown longest, where the session ended before it began to judge. */
  v.object({ ...base, type: v.literal('session-ended'), why, missing: v.optional(v.picklist(hintIds)) }),
  v.object({ ...base, type: v.literal('routine-ended') }),
]);

/** One coaching event. */
export type CoachingEvent = v.InferOutput<typeof eventSchema>;

/** Why an attempt did not count as a repetition. */
export type Reason = v.InferOutput<typeof reasonSchema>;

/** Why a failed attempt did not count; excludes attempts beyond the dose and interrupted ones. */
export type MissReason = Exclude<Reason, { kind: 'dose' | 'interrupted' }>;

/** Whether an attempt failed: it was neither beyond the dose of its side nor interrupted. */
export const isMiss = (reason: Reason): reason is MissReason => reason.kind !== 'dose' && reason.kind !== 'interrupted';

type WithoutBase<E> = E extends CoachingEvent ? Omit<E, 'at' | 'exercise'> : never;

/** A coaching event without its time and its exercise. */
export type UntimedEvent = WithoutBase<CoachingEvent>;
