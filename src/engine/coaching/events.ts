import * as v from 'valibot';
import { keypointNames, sides } from '../pose/keypoints.ts';
import { cueSchema } from './cues.ts';
import { phaseSchema } from './phase.ts';

/*
 * The coaching events: ids and numbers only, so that a replay, a log and an export are free of words. This one
 * schema types the DOM event, the export and the documentation.
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
]);

/** How long each part of a repetition took, ms. */
export const durationsSchema = v.object({ out: v.number(), held: v.number(), back: v.number() });

/** The schema of every coaching event. */
export const eventSchema = v.variant('type', [
  v.object({ ...base, type: v.literal('armed'), range: v.picklist(['norm', 'personal', 'timed']), side }),
  v.object({ ...base, type: v.literal('phase-changed'), from: phaseSchema, to: phaseSchema }),
  v.object({ ...base, type: v.literal('attempt-opened'), side }),
  v.object({
    ...base,
    type: v.literal('rep-completed'),
    number: v.number(),
    side,
    heldMs: v.optional(v.number()),
    peak: v.number(),
    durations: durationsSchema,
  }),
  v.object({ ...base, type: v.literal('rep-attempted'), side, reason: reasonSchema }),
  v.object({ ...base, type: v.literal('hold-started'), end: v.string(), side }),
  v.object({ ...base, type: v.literal('hold-paused'), why: v.picklist(['posture', 'unseen']) }),
  v.object({ ...base, type: v.literal('hold-resumed') }),
  v.object({ ...base, type: v.literal('hold-completed'), end: v.string(), side }),
  v.object({ ...base, type: v.literal('hold-ended'), heldMs: v.number() }),
  v.object({ ...base, type: v.literal('fault-noticed'), fault: v.string(), side }),
  v.object({ ...base, type: v.literal('fault-cleared'), fault: v.string() }),
  v.object({ ...base, type: v.literal('cue-given'), cue: cueSchema, side }),
  v.object({ ...base, type: v.literal('not-seen'), missing, forMs: v.number() }),
  v.object({ ...base, type: v.literal('seen-again') }),
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
  v.object({ ...base, type: v.literal('session-ended'), why }),
  v.object({ ...base, type: v.literal('routine-ended') }),
]);

/** One coaching event. */
export type CoachingEvent = v.InferOutput<typeof eventSchema>;

/** Why an attempt was no repetition. */
export type Reason = v.InferOutput<typeof reasonSchema>;

type WithoutBase<E> = E extends CoachingEvent ? Omit<E, 'at' | 'exercise'> : never;

/** A coaching event before it is known when and in which exercise it happened. */
export type Happening = WithoutBase<CoachingEvent>;
