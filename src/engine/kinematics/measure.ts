import { keypointOn, sides, type KeypointName, type Side } from '../pose/keypoints.ts';
import { formulas } from './formulas.ts';
import { isOfBody, measureNames, measureRow, type MeasureName } from './measures.ts';
import type { Neutral } from './neutral.ts';
import type { Orientation } from '../pose/orientation.ts';
import { measureKey, type Reading } from './reading.ts';
import { isUsable, type SightedBody } from './sighted-body.ts';

/** The sides on which a measure has a value of its own: none (one value for the body), both, or the near one. */
export const sidesOf = (measure: MeasureName, orientation: Orientation): readonly (Side | undefined)[] => {
  if (measureRow(measure).sides === 'one') return [undefined];
  return orientation.view === 'side' ? [orientation.near] : sides;
};

const neededOn = (which: readonly Side[]): Readonly<Record<MeasureName, readonly KeypointName[]>> =>
  Object.fromEntries(
    measureNames.map((measure) => [
      measure,
      measureRow(measure).needs.flatMap((part) =>
        part === 'nose' ? ['nose' as const] : which.map((side) => keypointOn(side, part)),
      ),
    ]),
  ) as unknown as Record<MeasureName, readonly KeypointName[]>;

/** The keypoints that each measure needs of one side or of both; made once, since they are read in each frame. */
const needed = { left: neededOn(['left']), right: neededOn(['right']), both: neededOn(sides) } as const;

/** The keypoints that a measure needs. */
export const keypointsOf = (
  measure: MeasureName,
  side: Side | undefined,
  orientation: Orientation,
): readonly KeypointName[] => {
  const own = side ?? (orientation.view === 'side' ? orientation.near : 'both');
  return needed[measureRow(measure).ofBoth ? 'both' : own][measure];
};

/** Reads a measure of a body in one frame relative to the user's neutral; an unseen reading lists the missing keypoints. */
export const readMeasure = (
  measure: MeasureName,
  side: Side | undefined,
  body: SightedBody,
  neutral: Neutral,
): Reading => {
  const { keypoints, orientation } = body;
  const names = keypointsOf(measure, side, orientation);
  if (!isOfBody(measure)) return { seen: false, missing: names };
  const missing = names.filter((name) => !isUsable(keypoints, name));
  if (missing.length > 0) return { seen: false, missing };
  const value = formulas[measure](body, neutral.lengths, side ?? orientation.near);
  const zero = neutral.zeros.get(measureKey(measure, side));
  const { fromNeutral } = measureRow(measure);
  const relative = value === undefined ? undefined : againstNeutral(value, fromNeutral, zero);
  if (relative === undefined || !Number.isFinite(relative)) return { seen: false, missing: names };
  return { seen: true, value: relative, confidence: Math.min(...names.map((name) => keypoints[name].score)) };
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
