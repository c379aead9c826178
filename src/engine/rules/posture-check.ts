import { measureKey, type MeasureKey, type Readings } from '../kinematics/reading.ts';
import type { KeypointName, Side } from '../pose/keypoints.ts';
import { isInside, type Threshold } from './threshold.ts';

/** A threshold on one side's value, or on the whole body's. */
export interface SidedThreshold extends Threshold {
  readonly side: Side | undefined;
  /** Whether it holds while its measure is not seen. */
  readonly holdsUnseen?: true;
}

/** The state of a set of thresholds: all inside as last seen, some outside, or some never seen and none outside. */
export interface Standing {
  readonly is: 'inside' | 'outside' | 'unseen';
  /** Whether every measure was seen in this frame. */
  readonly isSeen: boolean;
  /** The keys that are inside, for the hysteresis of the next frame. */
  readonly inside: ReadonlySet<MeasureKey>;
  readonly firstOutside: SidedThreshold | undefined;
  readonly missing: readonly KeypointName[];
}

/** The state before the first reading. */
export const unknownStanding: Standing = {
  is: 'unseen',
  isSeen: false,
  inside: new Set(),
  firstOutside: undefined,
  missing: [],
};

/** The key of a threshold's measure. */
export const keyOf = ({ measure, side }: SidedThreshold): MeasureKey => measureKey(measure, side);

/**
 * Compares readings with thresholds; an unseen measure that was inside stays inside, and one that `holdsUnseen` is
 * inside.
 */
export const compare = (thresholds: readonly SidedThreshold[], readings: Readings, before: Standing): Standing => {
  const inside = new Set<MeasureKey>();
  const missing: KeypointName[] = [];
  let firstOutside: SidedThreshold | undefined;
  for (const threshold of thresholds) {
    const key = keyOf(threshold);
    const reading = readings.get(key);
    if (!reading?.seen) {
      missing.push(...(reading?.missing ?? []));
      if (threshold.holdsUnseen || before.inside.has(key)) inside.add(key);
    } else if (isInside(threshold, reading.value, before.inside.has(key))) inside.add(key);
    else firstOutside ??= threshold;
  }
  const isSeen = thresholds.every((threshold) => threshold.holdsUnseen || readings.get(keyOf(threshold))?.seen);
  const isAllInside = thresholds.every((threshold) => inside.has(keyOf(threshold)));
  return { is: firstOutside ? 'outside' : isAllInside ? 'inside' : 'unseen', isSeen, inside, firstOutside, missing };
};
