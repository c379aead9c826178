import type { Readings } from '../kinematics/reading.ts';
import type { JudgedEnd } from './judged-end.ts';

/**
 * The value of an endpoint's primary measure; of two sides, the one with less progress; `undefined` if one is not seen.
 */
export const primaryValue = (
  { keys, direction }: Pick<JudgedEnd, 'keys' | 'direction'>,
  readings: Readings,
): number | undefined => {
  const values = keys.map((key) => readings.get(key));
  const seen = values.flatMap((reading) => (reading?.seen ? [reading.value] : []));
  if (seen.length < values.length || seen.length === 0) return undefined;
  return direction === 1 ? Math.min(...seen) : Math.max(...seen);
};

/**
 * The progress of a value from rest towards an endpoint's goal, in the measure's unit; `rest` contains the readings of
 * the start posture.
 */
export const progressOf = (end: JudgedEnd, rest: Readings, value: number): number =>
  end.direction * (value - (primaryValue(end, rest) ?? 0));
