import * as v from 'valibot';
import { measureNames } from '../kinematics/measures.ts';
import { keypointNames, sides } from '../pose/keypoints.ts';
import { cueSchema, urgencySchema } from './cues.ts';
import { phaseSchema } from './phase.ts';

/*
 * The coaching events: ids and numbers only, so that a replay, a log and an export are free of words. This one
 * schema types the DOM event, the export and the documentation.
 *
 * Each opening event has its closing one: `attempt-opened` `rep-completed` or `rep-attempted`, `hold-started` `hold-ended`,
 * `hold-paused` `hold-resumed` or `hold-ended`, `fault-noticed` `fault-cleared`, `not-seen` `seen-again`, `session-paused`
 * `session-resumed`. A session that ends unseen or paused closes these two with `session-ended`.
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

/** Why an attempt was no repetition; `unit` is that of the leading measure. */
export const reasonSchema = v.variant('kind', [
  v.object({ kind: v.literal('range'), measure: v.string(), shortBy: v.number() }),
  v.object({ kind: v.literal('hold'), heldMs: v.number(), ofMs: v.number() }),
  v.object({ kind: v.literal('posture'), measure: v.string() }),
  v.object({ kind: v.literal('order') }),
  v.object({ kind: v.literal('return'), tookMs: v.number(), ofMs: v.number() }),
  v.object({ kind: v.literal('unseen'), forMs: v.number() }),
  /** The side has had its repetitions already. */
  v.object({ kind: v.literal('dose'), ofReps: v.number() }),
  /** Ended from outside: neutral is taken again, or the session ended. */
  v.object({ kind: v.literal('interrupted') }),
]);

/**
 * Why a cue was given: a posture fault that persists, a fault of tempo in the movement that is over, an attempt that was no repetition,
 * or somebody who stopped short of the target (`out`) or of rest (`back`). `unknown`: read from a file that does not say.
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

/** What was asked for at an end: it is met from `tolerance` before `value` on, both in the measure's unit. */
export const judgedGoalSchema = v.object({
  end: v.string(),
  side,
  measure: v.picklist(measureNames),
  is: v.picklist(['above', 'below']),
  value: v.number(),
  tolerance: v.number(),
  /** How often the way to it was eased by a tenth. */
  easeLevel: v.number(),
  /** The person's own range that it was made from: what practice showed, and the standard error of that. */
  own: v.optional(v.object({ value: v.number(), error: v.number() })),
});

/** What was asked for at an end. */
export type JudgedGoal = v.InferOutput<typeof judgedGoalSchema>;

/** How long the strokes of an end took, ms: out from leaving rest to the plateau, back to being at rest again; left out where too little was seen. */
export const strokeSchema = v.object({ end: v.string(), out: v.optional(v.number()), back: v.optional(v.number()) });

/** How long the strokes of an end took. */
export type Stroke = v.InferOutput<typeof strokeSchema>;

/** The schema of every coaching event. */
export const eventSchema = v.variant('type', [
  v.object({
    ...base,
    type: v.literal('armed'),
    range: v.picklist(['norm', 'personal', 'timed']),
    side,
    /** What is asked for at each end, of each side where the sides are counted apart; empty where only the time is kept. */
    goals: v.array(judgedGoalSchema),
  }),
  v.object({ ...base, type: v.literal('phase-changed'), from: phaseSchema, to: phaseSchema }),
  v.object({ ...base, type: v.literal('attempt-opened'), side }),
  v.object({
    ...base,
    type: v.literal('rep-completed'),
    /** Counted for its side, from 1 in each set. */
    number: v.number(),
    side,
    heldMs: v.optional(v.number()),
    peak: v.number(),
    /** What was asked for at each of its ends. */
    goals: v.array(judgedGoalSchema),
    /** One for each end, in order. */
    strokes: v.array(strokeSchema),
    /** The most stops within one stroke; left out where no stroke was long and quick enough to be judged. */
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
  /** `forMs`: for how long the body was out of sight in all. */
  v.object({ ...base, type: v.literal('seen-again'), forMs: v.number() }),
  /** A measure could not be judged for so long, while the others were; told when that is over. */
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
  /** The time of a repetition was kept, and nothing judged. */
  v.object({ ...base, type: v.literal('repetition-timed'), number: v.number(), side, ofMs: v.number() }),
  /** A set is done and another follows after its rest; sets count from 1. */
  v.object({ ...base, type: v.literal('set-completed'), set: v.number() }),
  v.object({ ...base, type: v.literal('session-ended'), why }),
  v.object({ ...base, type: v.literal('routine-ended') }),
]);

/** One coaching event. */
export type CoachingEvent = v.InferOutput<typeof eventSchema>;

/** Why an attempt was no repetition. */
export type Reason = v.InferOutput<typeof reasonSchema>;

/** Why an attempt that was to become a repetition did not. */
export type MissReason = Exclude<Reason, { kind: 'dose' | 'interrupted' }>;

/** Whether an attempt was to become a repetition and did not: it is not one of a side that is done, nor one that was interrupted. */
export const isMiss = (reason: Reason): reason is MissReason => reason.kind !== 'dose' && reason.kind !== 'interrupted';

type WithoutBase<E> = E extends CoachingEvent ? Omit<E, 'at' | 'exercise'> : never;

/** A coaching event before it is known when and in which exercise it happened. */
export type UntimedEvent = WithoutBase<CoachingEvent>;
