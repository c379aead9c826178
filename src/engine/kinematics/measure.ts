import { keypointOn, sides, type KeypointName, type Keypoints, type Side } from '../pose/keypoints.ts';
import { formulas } from './formulas.ts';
import { isOfBody, measureRow, type MeasureName } from './measures.ts';
import type { Neutral } from './neutral.ts';
import type { Orientation } from '../pose/orientation.ts';
import { measureKey, type Reading } from './reading.ts';
import { isUsable, sightedBody } from './sighted-body.ts';

/** The sides on which a measure has a value of its own: none (one value for the body), both, or the near one. */
export const sidesOf = (measure: MeasureName, orientation: Orientation): readonly (Side | undefined)[] => {
  if (measureRow(measure).sides === 'one') return [undefined];
  return orientation.view === 'side' ? [orientation.near] : sides;
};

/** The keypoints that a measure needs. */
export const keypointsOf = (
  measure: MeasureName,
  side: Side | undefined,
  orientation: Orientation,
): readonly KeypointName[] => {
  const row = measureRow(measure);
  const needed = row.ofBoth ? sides : side ? [side] : orientation.view === 'side' ? [orientation.near] : sides;
  return row.needs.flatMap((part) =>
    part === 'nose' ? ['nose' as const] : needed.map((which) => keypointOn(which, part)),
  );
};

/** Reads a measure in one frame relative to the user's neutral; an unseen reading lists the missing keypoints. */
export const readMeasure = (
  measure: MeasureName,
  side: Side | undefined,
  keypoints: Keypoints,
  orientation: Orientation,
  neutral: Neutral,
): Reading => {
  const needed = keypointsOf(measure, side, orientation);
  if (!isOfBody(measure)) return { seen: false, missing: needed };
  const missing = needed.filter((name) => !isUsable(keypoints, name));
  if (missing.length > 0) return { seen: false, missing };
  const body = sightedBody(keypoints, orientation);
  const value = formulas[measure](body, neutral.lengths, side ?? orientation.near);
  const zero = neutral.zeros.get(measureKey(measure, side));
  const { fromNeutral } = measureRow(measure);
  const relative = value === undefined ? undefined : againstNeutral(value, fromNeutral, zero);
  if (relative === undefined || !Number.isFinite(relative)) return { seen: false, missing: needed };
  return { seen: true, value: relative, confidence: Math.min(...needed.map((name) => keypoints[name].score)) };
};

const againstNeutral = (
  value: number,
  how: 'no' | 'change' | 'share',
  zero: number | undefined,
): number | undefined => {
  if (how === 'no') return value;
  if (zero === undefined) return undefined;
  if (how === 'change') return value - zero;
  return zero === 0 ? undefined : value / zero;
};
