import type { Side } from '../pose/keypoints.ts';
import { leastSimilarity } from './similarity.ts';
import type { End, RuleSet, Target } from '../exercise/exercise.ts';
import type { PersonalRange } from './personal-range.ts';

/**
 * What a plan says of the range: the usual targets, the person's own from a practice, own ones that were kept, or none: then
 * nothing is judged, nobody need be seen, and the time is kept.
 */
export type RangeChoice =
  { readonly is: 'norm' | 'practice' | 'timed' } | { readonly is: 'kept'; readonly ranges: readonly PersonalRange[] };

/**
 * What the ends are judged by: the norm; the least that a practice may show; the person's own range; or nothing, where
 * there is no norm and no practice: then only the time is kept.
 */
export type Targets =
  | { readonly is: 'norm' | 'practice' | 'timed' }
  | { readonly is: 'personal'; readonly ranges: readonly PersonalRange[] };

/**
 * The most, in the measure's unit, that the bounds of an end move with the start posture; more is posture. Hands behind the head move
 * the ears: of an upright figure and a rigged body the head over hips reads up to 3.8 degrees with MoveNet Thunder.
 */
const mostOffset = 6;

/** An end whose bounds count from what the leading measure reads in the start posture, where that is how they are meant and known. */
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

/** The share of the way that practice showed which is asked for afterwards. */
const usualShare = 0.9;

/** By how much the way that is asked for is eased each time: by pain, or by three failures in a row. */
const easedBy = 0.1;

/** Whether an end has no norm: without a practice it cannot be judged. */
export const needsPractice = ({ ends }: Pick<RuleSet, 'ends'>): boolean =>
  ends.some(({ target }) => target.measure === 'likeness');

/** The range that practice showed of an end. */
export const rangeOf = (
  ranges: readonly PersonalRange[],
  end: string,
  side: Side | undefined,
): PersonalRange | undefined => ranges.find((range) => range.end === end && range.side === side);

/** Of two values the one that is nearer to rest. */
const easier = ({ is }: Target, a: number, b: number): number => (is === 'above' ? Math.min(a, b) : Math.max(a, b));

/** What is asked for of a person with this range: never beyond the goal. */
const ownGoal = (target: Target, { rest, value }: PersonalRange): number => {
  if (target.measure === 'likeness') return target.value;
  return easier(target, target.value, rest + (target.own?.share ?? usualShare) * (value - rest));
};

const hardest = ({ is }: Target, a: number, b: number): number => (is === 'above' ? Math.max(a, b) : Math.min(a, b));

/** What is asked for at an end, before tolerance, and where the way to it begins; both in the leading measure's unit. */
export interface Goal {
  readonly goal: number;
  readonly from: number;
}

/** What is asked for at an end on a side; `restAt` is what the leading measure reads at rest, where that is known. */
export const goalOf = (
  { name, target }: End,
  side: Side | undefined,
  targets: Targets,
  easeLevel: number,
  restAt: number | undefined,
): Goal => {
  const range = targets.is === 'personal' ? rangeOf(targets.ranges, name, side) : undefined;
  const isSimilarity = target.measure === 'likeness';
  const from = isSimilarity ? 0 : (range?.rest ?? restAt ?? 0);
  if (targets.is === 'practice') return { goal: isSimilarity ? leastSimilarity : (target.floor ?? target.value), from };
  const goal = range ? ownGoal(target, range) : target.value;
  const kept = from + (1 - easedBy) ** easeLevel * (goal - from);
  const { limit } = target.own ?? {};
  return { goal: limit === undefined ? kept : hardest(target, kept, limit), from };
};

/** A tolerance is never more than this share of the way, so that a small range is still a movement. */
const mostTolerance = 0.3;

/** The tolerance of an end in the leading measure's unit; none for the least that practice may show. */
export const toleranceOf = ({ target }: End, { goal, from }: Goal, targets: Targets): number =>
  targets.is === 'practice' ? 0 : Math.min(target.tolerance, mostTolerance * Math.abs(goal - from));

/** The choice by which the same targets are taken again after another neutral. */
export const choiceOf = (targets: Targets): RangeChoice =>
  targets.is === 'personal'
    ? { is: 'kept', ranges: targets.ranges }
    : { is: targets.is === 'practice' ? 'practice' : 'norm' };
