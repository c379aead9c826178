import * as v from 'valibot';
import { measureNames } from '../kinematics/measures.ts';
import { sides } from '../pose/keypoints.ts';

const number = v.pipe(v.number(), v.finite());

/** The schema of one end of somebody's own range, as it is kept between sessions. */
export const personalRangeSchema = v.strictObject({
  /** The name of the end. */
  end: v.string(),
  side: v.optional(v.picklist(sides)),
  /** The leading measure. */
  measure: v.picklist(measureNames),
  /** What it read at rest, and what practice showed, in its unit. */
  rest: number,
  value: number,
  /** The standard error of `value`. */
  error: number,
  /** For a blend: by how much each of its measures changed. */
  parts: v.optional(v.array(v.strictObject({ measure: v.picklist(measureNames), change: number }))),
});

/** How far a person went at one end in a practice repetition. */
export type PersonalRange = v.InferOutput<typeof personalRangeSchema>;
