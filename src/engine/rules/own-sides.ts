import { measureRow, type MeasureName } from '../kinematics/measures.ts';
import { sides, type Side } from '../pose/keypoints.ts';
import type { Bound } from '../exercise/exercise.ts';
import type { PersonalRange } from './personal-range.ts';
import type { Targets } from './targets.ts';

/*
 * The sides of many people differ by nature, for example after a stroke. Where practice showed that, each side is judged
 * against its own practice, and a difference that practice showed as well is no fault.
 */

/** How the values of one side become comparable: their change from `rest` is scaled and counts from `base`. */
export interface OwnSide {
  readonly rest: number;
  readonly base: number;
  readonly scale: number;
}

/** The value of a side as if both sides were alike. */
export const likeBoth = ({ rest, base, scale }: OwnSide, value: number): number => base + scale * (value - rest);

/**
 * The sides of a primary measure, left then right, as practice showed them; `undefined` if they are alike within the
 * measure's hysteresis, if one stayed still, or if it is not known.
 */
export const ownSidesOf = (
  measure: MeasureName,
  range: Pick<PersonalRange, 'rest' | 'value' | 'eachSide'> | undefined,
): readonly OwnSide[] | undefined => {
  const shown = sides.flatMap((side) => practised(range, measure, side) ?? []);
  const [left, right] = shown;
  const { hysteresis } = measureRow(measure);
  if (!range || !left || !right || Math.abs(left.value - right.value) <= hysteresis) return undefined;
  const distance = range.value - range.rest;
  const hasMoved = shown.every(({ rest, value }) => (value - rest) * Math.sign(distance) > hysteresis);
  if (!hasMoved) return undefined;
  return shown.map(({ rest, value }) => ({ rest, base: range.rest, scale: distance / (value - rest) }));
};

const practised = (range: Pick<PersonalRange, 'eachSide'> | undefined, measure: MeasureName, side: Side | undefined) =>
  range?.eachSide?.find((one) => one.measure === measure && one.side === side);

/** A difference is a fault from this share of its bound beyond what practice showed. */
const beyondOwn = 1 / 2;

/** The bound of a fault on one side: where it compares the sides, beyond the difference that practice showed. */
export const boundOfOwn = (bound: Bound, measure: MeasureName, side: Side | undefined, targets: Targets): Bound => {
  if (targets.is !== 'personal' || !measureRow(measure).comparesArms || bound.is !== 'above') return bound;
  const shown = targets.ranges.flatMap((range) => practised(range, measure, side)?.value ?? []);
  return { ...bound, value: Math.max(bound.value, ...shown.map((value) => value + beyondOwn * bound.value)) };
};
