import * as v from 'valibot';
import { jointAnglesSchema } from './joint-angles.ts';

const duration = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(600_000));

/** The schema of a tempo: how long each part of a repetition takes, milliseconds. */
export const tempoSchema = v.strictObject({
  /** From rest to the start posture (skipped where start is rest). */
  toStart: duration,
  /** From the start posture to an endpoint. */
  out: duration,
  /** At an endpoint, for exercises without a hold; a hold lasts as long as prescribed. */
  stay: duration,
  /** From an endpoint back to the start posture. */
  back: duration,
  /** In the start posture between two repetitions. */
  pause: duration,
});

/**
 * The schema of an exercise's keyframes: the joint angles at rest, in the start posture and at each endpoint, and the
 * tempo.
 */
export const motionSchema = v.strictObject({
  rest: v.optional(jointAnglesSchema),
  start: v.optional(jointAnglesSchema),
  ends: v.pipe(v.array(jointAnglesSchema), v.minLength(1), v.maxLength(2)),
  /** Whether a repetition is done to the named side and then, mirrored, to the other. */
  bothWays: v.optional(v.boolean()),
  tempo: tempoSchema,
});

/** The schema of a variation, which shows a fault: joint angles and tempo that replace the correct ones, and stops. */
export const variationSchema = v.strictObject({
  /** Joint angles in the start posture. */
  start: v.optional(jointAnglesSchema),
  /** Joint angles at every endpoint. */
  end: v.optional(jointAnglesSchema),
  /** Joint angles at the first endpoint and at the second; they override `end`. */
  ends: v.optional(v.pipe(v.array(jointAnglesSchema), v.maxLength(2))),
  tempo: v.optional(v.partial(tempoSchema)),
  /** The number of short stops on the way out and on the way back; they add to the tempo. */
  stops: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))),
});

/** How long each part of a repetition takes, milliseconds. */
export type Tempo = v.InferOutput<typeof tempoSchema>;
/** The keyframes of an exercise as joint angles, with the tempo. */
export type Motion = v.InferOutput<typeof motionSchema>;
/** The angles and tempo that replace the correct ones to show a fault. */
export type Variation = v.InferOutput<typeof variationSchema>;
