import type { Side } from '../pose/keypoints.ts';
import { leastSimilarity } from './similarity.ts';
import type { End, RuleSet, Target } from '../exercise/exercise.ts';
import type { PersonalRange } from './personal-range.ts';

/**
 * The range that a plan selects: the usual targets, the user's own from a practice, stored own ones, or none. With
 * none, nothing is judged, the user need not be seen, and repetitions are timed.
 */
export type RangeChoice =
  { readonly is: 'norm' | 'practice' | 'timed' } | { readonly is: 'kept'; readonly ranges: readonly PersonalRange[] };

/**
 * What the endpoints are judged by: the norm, the least that practice may show, the user's own range, or nothing.
 * Nothing, if there is neither norm nor practice: then repetitions are only timed.
 */
export type Targets =
  | { readonly is: 'norm' | 'practice' | 'timed' }
  | { readonly is: 'personal'; readonly ranges: readonly PersonalRange[] };

/**
 * The largest offset, in the measure's unit, by which the bounds of an endpoint move with the start posture; more is
 * posture. Hands behind the head move the ears: for an upright figure and a rigged body, the head over the hips reads
 * up to 3.8 degrees with MoveNet Thunder.
 */
const mostOffset = 6;

/**
 * An endpoint with its bounds offset by the rest reading of its primary measure, if its target requires that and the
 * reading is known.
 */
export const countedFromStart = (end: End, restAt: number | undefined): End => {
  const { target, back } = end;
  if (target.fromStart !== true || restAt === undefined) return end;
  const offset = Math.max(-mostOffset, Math.min(mostOffset, restAt));
  const { floor } = target;
  return {
    ...end,
    target: { ...target, value: target.value + offset, ...(floor === undefined ? {} : { floor: floor + offset }) },
    back: { ...back, value: back.value + offset },
  };
};

/** The usual share of the practised distance from rest that is required afterwards. */
const usualShare = 0.9;

/** The share by which the distance to the goal is eased each time: for pain, or after three failures in a row. */
const easedBy = 0.1;

/** Whether an endpoint has no norm: without practice it cannot be judged. */
export const needsPractice = ({ ends }: Pick<RuleSet, 'ends'>): boolean =>
  ends.some(({ target }) => target.measure === 'likeness');

/** The range that practice showed at an endpoint, for a side; `undefined` if there is none. */
export const rangeOf = (
  ranges: readonly PersonalRange[],
  end: string,
  side: Side | undefined,
): PersonalRange | undefined => ranges.find((range) => range.end === end && range.side === side);

/** The easier of two values: the one nearer to rest. */
const easier = ({ is }: Target, a: number, b: number): number => (is === 'above' ? Math.min(a, b) : Math.max(a, b));

/** Whether a value of the primary measure meets the usual target, less its tolerance. */
const isMetBy = ({ is, value, tolerance }: Target, reached: number): boolean =>
  is === 'above' ? reached >= value - tolerance : reached <= value + tolerance;

/** The goal for a user with this range: never beyond the norm. */
const ownGoal = (target: Target, { rest, value }: PersonalRange): number => {
  if (target.measure === 'likeness') return target.value;
  return easier(target, target.value, rest + (target.own?.share ?? usualShare) * (value - rest));
};

/** The harder of two values: the one further from rest. */
const hardest = ({ is }: Target, a: number, b: number): number => (is === 'above' ? Math.max(a, b) : Math.min(a, b));

/**
 * The required value at an endpoint, before tolerance, and the value from which its distance counts; both in the
 * primary measure's unit.
 */
export interface Goal {
  readonly goal: number;
  readonly from: number;
}

/**
 * The share of the practised distance from rest that is the floor of a user whose practice is short of the usual target,
 * less its tolerance. A practice that reaches it keeps the exercise's own floor: of everyday reaching in 120 minutes of
 * the figure without error, four movements counted as shoulder flexions when it did not, and one when it did.
 */
const ownFloorShare = 2 / 3;

/**
 * The floor of an endpoint for a side: the exercise's own, or two thirds of the practised distance where the practice
 * was short of the usual target; `undefined` if neither is known.
 */
export const floorOf = ({ name, target }: End, side: Side | undefined, targets: Targets): number | undefined => {
  if (target.measure === 'likeness') return undefined;
  const range = targets.is === 'personal' ? rangeOf(targets.ranges, name, side) : undefined;
  if (!range) return target.floor;
  if (target.floor !== undefined && isMetBy(target, range.value)) return target.floor;
  const own = range.rest + ownFloorShare * (range.value - range.rest);
  return easier(target, target.floor ?? target.value, own);
};

/** The goal at an endpoint for a side; easing stops at the floor. `restAt` is the rest reading of the primary measure, if known. */
export const goalOf = (
  end: End,
  side: Side | undefined,
  targets: Targets,
  easeLevel: number,
  restAt: number | undefined,
): Goal => {
  const { name, target } = end;
  const range = targets.is === 'personal' ? rangeOf(targets.ranges, name, side) : undefined;
  const isSimilarity = target.measure === 'likeness';
  const from = isSimilarity ? 0 : (range?.rest ?? restAt ?? 0);
  if (targets.is === 'practice') return { goal: isSimilarity ? leastSimilarity : (target.floor ?? target.value), from };
  const goal = range ? ownGoal(target, range) : target.value;
  const kept = from + (1 - easedBy) ** easeLevel * (goal - from);
  const least = [target.own?.limit, easeLevel > 0 ? floorOf(end, side, targets) : undefined];
  return {
    goal: least.reduce<number>((eased, one) => (one === undefined ? eased : hardest(target, eased, one)), kept),
    from,
  };
};

/** A tolerance is at most this share of the distance to the goal, so that a small range still requires a movement. */
const mostTolerance = 0.3;

/** The tolerance of an endpoint in the primary measure's unit; 0 for the least that practice may show. */
export const toleranceOf = ({ target }: End, { goal, from }: Goal, targets: Targets): number =>
  targets.is === 'practice' ? 0 : Math.min(target.tolerance, mostTolerance * Math.abs(goal - from));

/** The choice that selects the same targets after neutral is taken again. */
export const choiceOf = (targets: Targets): RangeChoice =>
  targets.is === 'personal'
    ? { is: 'kept', ranges: targets.ranges }
    : { is: targets.is === 'practice' ? 'practice' : 'norm' };
