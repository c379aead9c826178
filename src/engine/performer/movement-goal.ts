import type { Phase } from '../exercise/phase.ts';
import type { Millis } from '../units.ts';
import { practiceStays, pauseBetweenSides } from '../figure/practice.ts';
import type { Asked, MovementGoal, MotionSet } from './motion-set.ts';
import type { RepetitionAngles } from '../figure/repetition.ts';

/*
 * Decides when the figure goes to an endpoint of a repetition, to which one, and when it comes back: each time when the
 * coach is ready for it, after the delay of an attentive person.
 */

/** What the figure knows of its movement goals. */
export interface MovementGoals {
  /** The current goal, or the last. */
  readonly goal: MovementGoal | undefined;
  /** When the figure learned that the goal is done: the hold is full, or the attempt is over. */
  readonly heardAt: Millis | undefined;
  /** The phase, practised or judged, of the repetition that is asked for, and since when. */
  readonly phase: Phase | undefined;
  readonly phaseSince: Millis;
  /** The number of repetitions counted to each of the motion's sides. */
  readonly counted: readonly number[];
}

type Task = Asked & MotionSet;

/** The delay before the figure begins once the coach is ready, milliseconds. */
const beginning = 600;

/** The delay before it leaves an endpoint once the hold is reported full, milliseconds. */
const letting = 300;

/** How much longer than the hold it waits for that report, milliseconds: a hold that falls short is never full. */
const patience = 2000;

/**
 * Whether the figure may leave an endpoint where it has been for `stayed` milliseconds: it was shown for as long as is
 * asked for.
 */
export const mayReturn = (
  known: MovementGoals,
  { plan, coaching, tempo }: Task,
  stayed: number,
  at: Millis,
): boolean => {
  const { goal, heardAt, phase } = known;
  if (stayed < 0) return false;
  if (coaching.targets === 'timed') return phase === 'returning' || phase === 'ready';
  if (coaching.phase === 'practice') return stayed >= practiceStays;
  if (heardAt !== undefined && at - heardAt >= letting) return true;
  const isHeld = plan.rules.ends[goal?.end ?? 0]?.held ?? false;
  return stayed >= (isHeld ? plan.hold + patience : tempo.stay);
};

/**
 * The movement goal to begin now, if any, for a figure that has been in the start posture for `rested` milliseconds.
 */
export const nextMovementGoal = (
  known: MovementGoals,
  task: Task,
  rested: number,
  at: Millis,
): MovementGoal | undefined => {
  const { goal, phase, phaseSince } = known;
  const { coaching, tempo, angles } = task;
  if (coaching.targets === 'timed') return phase === 'working' ? following(goal, angles) : undefined;
  if (phase !== 'ready') return rested < tempo.pause ? undefined : furtherEnd(goal, angles);
  const pause = tempo.pause + (coaching.phase === 'practice' ? pauseBetweenSides : 0);
  const isTime = rested >= pause && at - phaseSince >= beginning;
  return isTime ? { side: neededSide(known, task), end: 0 } : undefined;
};

/** The next endpoint of the same repetition, if there is one. */
const furtherEnd = (goal: MovementGoal | undefined, { sides }: RepetitionAngles): MovementGoal | undefined =>
  goal && goal.end + 1 < (sides[goal.side]?.length ?? 0) ? { ...goal, end: goal.end + 1 } : undefined;

/** Every endpoint of every side in turn, for exercises that are led by time. */
const following = (goal: MovementGoal | undefined, angles: RepetitionAngles): MovementGoal =>
  furtherEnd(goal, angles) ?? { side: goal ? (goal.side + 1) % angles.sides.length : 0, end: 0 };

/** In practice the other side once it is asked for; else the side with the fewest repetitions. */
const neededSide = ({ goal, counted }: MovementGoals, { coaching, angles: { sides } }: Task): number => {
  if (coaching.phase === 'practice') {
    const isOther = coaching.hint === 'practise-other-side';
    return goal ? (goal.side + (isOther ? 1 : 0)) % sides.length : 0;
  }
  const counts = sides.map((_, side) => counted[side] ?? 0);
  return counts.indexOf(Math.min(...counts));
};
