import type { KeypointName, Side } from '../pose/keypoints.ts';
import type { MeasureName } from './measures.ts';

/** What a measure reads: a value with the least score (0-1) of the keypoints behind it, or what it would need to see. */
export type Reading =
  | { readonly seen: true; readonly value: number; readonly confidence: number }
  | { readonly seen: false; readonly missing: readonly KeypointName[] };

/** A measure on one side, or a measure of the whole body. */
export type MeasureKey = MeasureName | `${MeasureName}.${Side}`;

/** The key of a measure on a side, or of the whole body. */
export const measureKey = (measure: MeasureName, side?: Side): MeasureKey => (side ? `${measure}.${side}` : measure);

/** Everything that was measured in one frame. */
export type Readings = ReadonlyMap<MeasureKey, Reading>;
