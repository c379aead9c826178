import { measureRow, type MeasureName } from '../kinematics/measures.ts';
import type { Bound } from '../exercise/exercise.ts';

/** A bound with strictness and hysteresis already in it: inside is beyond `enter`, and stays so until `leave`. */
export interface Threshold {
  readonly measure: MeasureName;
  readonly is: Bound['is'];
  readonly enter: number;
  readonly leave: number;
}

const shifted = (bound: Bound, inward: number): number =>
  bound.is === 'above' ? bound.value + inward : bound.value - inward;

const withHysteresis = (measure: MeasureName, bound: Bound, slack: number): Threshold => ({
  measure,
  is: bound.is,
  enter: shifted(bound, slack),
  leave: shifted(bound, slack - measureRow(measure).hysteresis),
});

/** What should be reached or kept: met within `strictness` times the tolerance of the bound, left a hysteresis further out. */
export const required = (measure: MeasureName, bound: Bound, strictness: number): Threshold =>
  withHysteresis(measure, bound, -strictness * bound.tolerance);

/** What should not be seen: on `strictness` times the tolerance beyond the bound, off a hysteresis nearer. */
export const faultThreshold = (measure: MeasureName, bound: Bound, strictness: number): Threshold =>
  withHysteresis(measure, bound, strictness * bound.tolerance);

/** Whether a value is inside, given whether the one before was. */
export const isInside = (threshold: Threshold, value: number, wasInside: boolean): boolean => {
  const border = wasInside ? threshold.leave : threshold.enter;
  return threshold.is === 'above' ? value >= border : value <= border;
};
