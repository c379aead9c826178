import { measureRow, type MeasureName } from '../kinematics/measures.ts';
import type { Bound } from '../exercise/exercise.ts';

/**
 * A bound with strictness and hysteresis applied: a value is inside from `enter` on, and stays inside until `leave`.
 */
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

/**
 * The threshold of what should be reached or kept: entered within `strictness` times the tolerance of the bound, left
 * one hysteresis further out.
 */
export const required = (measure: MeasureName, bound: Bound, strictness: number): Threshold =>
  withHysteresis(measure, bound, -strictness * bound.tolerance);

/**
 * The threshold of what should not be seen: on from `strictness` times the tolerance beyond the bound, off one
 * hysteresis nearer.
 */
export const faultThreshold = (measure: MeasureName, bound: Bound, strictness: number): Threshold =>
  withHysteresis(measure, bound, strictness * bound.tolerance);

/** Whether a value is inside, given whether the previous one was. */
export const isInside = (threshold: Threshold, value: number, wasInside: boolean): boolean => {
  const border = wasInside ? threshold.leave : threshold.enter;
  return threshold.is === 'above' ? value >= border : value <= border;
};
