import type { KeypointName, Side } from '../pose/keypoints.ts';
import type { MeasureName } from './measures.ts';

/**
 * A measure's reading in one frame: a value with the lowest score (0-1) of its keypoints, or unseen with the missing
 * keypoints.
 */
export type Reading =
  | { readonly seen: true; readonly value: number; readonly confidence: number }
  | { readonly seen: false; readonly missing: readonly KeypointName[] };

/** The key of a measure on one side, or of the whole body. */
export type MeasureKey = MeasureName | `${MeasureName}.${Side}`;

/** Builds the key of a measure on a side, or of the whole body. */
export const measureKey = (measure: MeasureName, side?: Side): MeasureKey => (side ? `${measure}.${side}` : measure);

/** All readings of one frame. */
export type Readings = ReadonlyMap<MeasureKey, Reading>;
