import * as v from 'valibot';
import { jointAnglesSchema } from './joint-angles.ts';

const duration = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(600_000));

/** The schema of a tempo: how long each stretch of a repetition takes, milliseconds. */
export const tempoSchema = v.strictObject({
  /** From rest to the start posture (skipped where start is rest). */
  toStart: duration,
  /** From the start posture to an end. */
  out: duration,
  /** At an end, for exercises without a hold; a hold lasts as long as is prescribed. */
  stay: duration,
  /** From an end back to the start posture. */
  back: duration,
  /** At the start posture between two repetitions. */
  pause: duration,
});

/** The schema of an exercise's own keyframes: the stances of rest, of the start posture and of each end, and the tempo between. */
export const motionSchema = v.strictObject({
  rest: v.optional(jointAnglesSchema),
  start: v.optional(jointAnglesSchema),
  ends: v.pipe(v.array(jointAnglesSchema), v.minLength(1), v.maxLength(2)),
  /** Whether a repetition is done to the side that the stances name and then, mirrored, to the other. */
  bothWays: v.optional(v.boolean()),
  tempo: tempoSchema,
});

/** The schema of a variation: joint angles and tempo that replace the correct ones, and stops, to show a fault. */
export const variationSchema = v.strictObject({
  /** Joint angles in the start posture. */
  start: v.optional(jointAnglesSchema),
  /** Joint angles at every end. */
  end: v.optional(jointAnglesSchema),
  /** Joint angles at the first end and at the second, over those at every end. */
  ends: v.optional(v.pipe(v.array(jointAnglesSchema), v.maxLength(2))),
  tempo: v.optional(v.partial(tempoSchema)),
  /** The way out and the way back are each broken by so many short stops, which come on top of the tempo. */
  stops: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
});

/** How long each stretch of a repetition takes, milliseconds. */
export type Tempo = v.InferOutput<typeof tempoSchema>;
/** The keyframes of an exercise in anatomical joint angles, with tempo. */
export type Motion = v.InferOutput<typeof motionSchema>;
/** What replaces the correct angles and tempo so that a fault is seen. */
export type Variation = v.InferOutput<typeof variationSchema>;
