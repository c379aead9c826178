import * as v from 'valibot';
import { sides } from '../../src/engine/pose/keypoints.ts';
import { views } from '../../src/engine/pose/view.ts';

const ms = v.pipe(v.number(), v.finite());
const degrees = v.pipe(v.number(), v.finite());
/** How many repetitions of each exercise were done, by its id; `null`: not judged. */
const counts = v.record(v.string(), v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))));

/** The schema of a motion within a recording of several: when, ms, and how many repetitions of each exercise it is. */
const motionSchema = v.object({ motion: v.string(), from: ms, to: ms, counts });

/** The schema of what people noted about a recording (`NAME.truth.json`); unknown entries are ignored. */
export const truthSchema = v.object({
  movement: v.string(),
  person: v.string(),
  group: v.picklist(['healthy', 'patient']),
  view: v.picklist(views),
  /** The person rests until then, ms. */
  calmUntil: ms,
  counts: v.optional(counts),
  /** When each repetition was done, ms, in order. */
  repetitions: v.optional(v.array(v.tuple([ms, ms]))),
  /** The side that moves, where only one does. */
  side: v.optional(v.picklist(sides)),
  done: v.optional(v.picklist(['correctly', 'incorrectly'])),
  /** How far the arm came up, degrees against the trunk: in each repetition, or at most. */
  armUpTo: v.optional(v.union([degrees, v.array(degrees)])),
  motions: v.optional(v.array(motionSchema)),
});

/** What people noted about a recording. */
export type Truth = v.InferOutput<typeof truthSchema>;

/** One motion of a recording of several. */
export type Motion = v.InferOutput<typeof motionSchema>;
