import { measureRow } from '../kinematics/measures.ts';
import type { Readings } from '../kinematics/reading.ts';
import type { JudgedEnd } from './judged-end.ts';
import { likeBoth } from './own-sides.ts';
import type { SidedThreshold } from './posture-check.ts';
import { isInside } from './threshold.ts';

/**
 * What identifies the primary measure of an endpoint: its name, its key on each side, the goal's direction, and how the
 * sides differ by nature.
 */
type Primary = Pick<JudgedEnd, 'measure' | 'keys' | 'direction' | 'ownSides'>;

/** Over this range beyond the pair's spread the value changes from the mean to the lesser side, so that it never leaps. */
const blend = 10;

/** The values of the primary measure, one per side; `undefined` if one is not seen. */
const valuesOf = ({ keys, ownSides }: Primary, readings: Readings): readonly number[] | undefined => {
  const seen = keys.flatMap((key, index) => {
    const reading = readings.get(key);
    if (!reading?.seen) return [];
    const own = ownSides?.[index];
    return [own ? likeBoth(own, reading.value) : reading.value];
  });
  return seen.length < keys.length || seen.length === 0 ? undefined : seen;
};

const apartIn = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/**
 * The value of an endpoint's primary measure; `undefined` if a side is not seen. Of two sides that move together (within
 * the measure's `pairSpread`) it is the mean, so that the noise of one side decides nothing; of two that do not, it is
 * the side with less progress.
 */
export const primaryValue = (primary: Primary, readings: Readings): number | undefined => {
  const values = valuesOf(primary, readings);
  if (!values) return undefined;
  const lesser = primary.direction === 1 ? Math.min(...values) : Math.max(...values);
  const { pairSpread } = measureRow(primary.measure);
  if (pairSpread === undefined) return lesser;
  const apart = apartIn(values);
  const together = Math.min(1, Math.max(0, (pairSpread + blend - apart) / blend));
  return lesser + (primary.direction * together * apart) / 2;
};

/** Whether the two sides of a primary measure are too far apart to move together. */
export const isApart = (primary: Primary, readings: Readings): boolean => {
  const { pairSpread } = measureRow(primary.measure);
  const values = valuesOf(primary, readings);
  return pairSpread !== undefined && values !== undefined && apartIn(values) > pairSpread;
};

/**
 * The progress of a value from rest towards an endpoint's goal, in the measure's unit; `rest` contains the readings of
 * the start posture.
 */
export const progressOf = (end: Primary, rest: Readings, value: number): number =>
  end.direction * (value - (primaryValue(end, rest) ?? 0));

/** Whether a primary value is inside the bound of an endpoint, given whether the previous one was. */
export const isWithin = ([bound]: readonly SidedThreshold[], value: number, was: boolean): boolean =>
  bound !== undefined && isInside(bound, value, was);

/** Whether every side of a primary measure that is seen is further towards the goal than it was. */
export const everySideFurther = ({ keys, direction }: Primary, before: Readings, now: Readings): boolean =>
  keys.every((key) => {
    const [was, is] = [before.get(key), now.get(key)];
    return !was?.seen || !is?.seen || direction * (is.value - was.value) > 0;
  });
