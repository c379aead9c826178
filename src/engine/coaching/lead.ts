import type { MeasureKey, Readings } from '../kinematics/reading.ts';
import type { Rulebook } from './plan.ts';

/** Towards which side the leading measure moves on its way from rest to the goal. */
export type Direction = 1 | -1;

/** The direction from rest to the goal. */
export const directionOf = (rulebook: Rulebook): Direction => (rulebook.end.target[0]?.is === 'below' ? -1 : 1);

/** The leading measure: of two sides the one that has come less far; `undefined` where one is not seen. */
export const leadOf = (rulebook: Rulebook, readings: Readings): number | undefined => {
  const values = rulebook.end.keys.map((key: MeasureKey) => readings.get(key));
  const seen = values.flatMap((reading) => (reading?.seen ? [reading.value] : []));
  if (seen.length < values.length || seen.length === 0) return undefined;
  return directionOf(rulebook) === 1 ? Math.min(...seen) : Math.max(...seen);
};
