import * as v from 'valibot';
import { measureNames } from '../kinematics/measures.ts';
import { sides } from '../pose/keypoints.ts';

const number = v.pipe(v.number(), v.finite());

/** The schema of the user's own range at one endpoint, as it is stored between sessions. */
export const personalRangeSchema = v.strictObject({
  /** The name of the endpoint. */
  end: v.string(),
  side: v.optional(v.picklist(sides)),
  /** The primary measure. */
  measure: v.picklist(measureNames),
  /** Its rest reading, and the value that practice showed, in its unit. */
  rest: number,
  value: number,
  /** The standard error of `value`. */
  error: number,
  /**
   * Where both sides move together: what practice showed on each side, at rest and at the endpoint, of the primary
   * measure and of those that compare the sides.
   */
  eachSide: v.optional(
    v.array(
      v.strictObject({ measure: v.picklist(measureNames), side: v.picklist(sides), rest: number, value: number }),
    ),
  ),
  /** For a similarity: the change of each of its measures, in that measure's unit. */
  parts: v.optional(v.array(v.strictObject({ measure: v.picklist(measureNames), change: number }))),
});

/** How far the user went at one endpoint in a practice repetition. */
export type PersonalRange = v.InferOutput<typeof personalRangeSchema>;
