import type { KeypointName, Side } from '../pose/keypoints.ts';
import { measureNames, type MeasureName } from './measures.ts';

/**
 * A measure's reading in one frame: a value with the lowest score (0-1) of its keypoints, or unseen with the missing
 * keypoints.
 */
export type Reading =
  | { readonly seen: true; readonly value: number; readonly confidence: number }
  | { readonly seen: false; readonly missing: readonly KeypointName[] };

/** The key of a measure on one side, or of the whole body. */
export type MeasureKey = MeasureName | `${MeasureName}.${Side}`;

const keysOn = (side: Side): Readonly<Record<MeasureName, MeasureKey>> =>
  Object.fromEntries(measureNames.map((measure) => [measure, `${measure}.${side}`])) as Record<MeasureName, MeasureKey>;

/** The keys are put together once: they are looked up hundreds of times in each frame. */
const sidedKeys: Readonly<Record<Side, ReturnType<typeof keysOn>>> = { left: keysOn('left'), right: keysOn('right') };

/** The key of a measure on a side, or of the whole body. */
export const measureKey = (measure: MeasureName, side?: Side): MeasureKey =>
  side ? sidedKeys[side][measure] : measure;

/** All readings of one frame. */
export type Readings = ReadonlyMap<MeasureKey, Reading>;
