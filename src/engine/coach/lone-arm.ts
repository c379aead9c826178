import { measureKey, type Readings } from '../kinematics/reading.ts';
import { sides, type Side } from '../pose/keypoints.ts';
import { oneArmView, type Plan } from '../rules/plan.ts';
import type { Rulebook } from '../rules/rulebook.ts';

/*
 * A user who can move one arm only raises that one in the practice of an exercise of both arms. The other arm leads
 * there, so that nothing would be answered: then one arm alone is offered. Raised alone once more, it accepts.
 */

/** What both arms did in practice. */
export interface ArmsWatch {
  /** The furthest progress of each arm since both were last at rest, in the primary measure's unit. */
  readonly furthest: Readonly<Record<Side, number>>;
  /** The arm that moved alone, the last time that one did; `undefined` if both did. */
  readonly lone: Side | undefined;
  /** Whether that arm moved alone the time before as well: the hands-free answer to the offer. */
  readonly isRepeated: boolean;
}

/** Before any movement. */
export const noArmMoved: ArmsWatch = { furthest: { left: 0, right: 0 }, lone: undefined, isRepeated: false };

/** An arm has moved from this share of the way to the least that counts on. */
const movedFrom = 1 / 2;
/** An arm that comes at most this share as far as the other one stays still. */
const stillUpTo = 1 / 3;
/** Both arms are at rest again within this share of the furthest point. */
const restUpTo = 1 / 3;

/** Watches one frame of practice; nothing, where one arm alone cannot train the exercise or does already. */
export const watchArms = (
  plan: Plan,
  { repPaths: [path] }: Rulebook,
  rest: Readings,
  readings: Readings,
  before: ArmsWatch,
): ArmsWatch => {
  const end = path?.ends[0];
  if (!end || plan.arm || oneArmView(plan.exercise) !== plan.view) return before;
  const valueOf = (side: Side, from: Readings): number | undefined => {
    const reading = from.get(measureKey(end.measure, side));
    return reading?.seen ? reading.value : undefined;
  };
  const progressOf = (side: Side, value: number | undefined): number =>
    value === undefined ? 0 : Math.max(0, end.direction * (value - (valueOf(side, rest) ?? value)));
  const now = {
    left: progressOf('left', valueOf('left', readings)),
    right: progressOf('right', valueOf('right', readings)),
  };
  const furthest = {
    left: Math.max(before.furthest.left, now.left),
    right: Math.max(before.furthest.right, now.right),
  };
  const [leader, other]: readonly [Side, Side] =
    furthest.left >= furthest.right ? ['left', 'right'] : ['right', 'left'];
  const hasMoved = furthest[leader] >= movedFrom * progressOf(leader, end.floor ?? end.goal);
  const isBack = sides.every((side) => now[side] <= restUpTo * furthest[leader]);
  if (!hasMoved || !isBack) return { ...before, furthest };
  const lone = furthest[other] <= stillUpTo * furthest[leader] ? leader : undefined;
  return { ...noArmMoved, lone, isRepeated: lone !== undefined && lone === before.lone };
};
