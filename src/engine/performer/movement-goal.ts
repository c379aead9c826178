import type { Phase } from '../exercise/phase.ts';
import type { Millis } from '../units.ts';
import { practiceStays, pauseBetweenSides } from '../figure/practice.ts';
import type { Asked, MovementGoal, MotionSet } from './motion-set.ts';
import type { RepetitionAngles } from '../figure/repetition.ts';

/*
 * When the figure goes to an end of a repetition, to which, and when it comes back: each time when the coach is ready
 * for it, after as long as an attentive person takes.
 */

/** What the figure knows of its errands. */
export interface MovementGoals {
  /** The one that it is on, or the last. */
  readonly goal: MovementGoal | undefined;
  /** When it was heard that the errand is done: the hold full, or the attempt over. */
  readonly heardAt: Millis | undefined;
  /** What the phase is to one who is asked for a repetition, in practice or judged, and since when. */
  readonly phase: Phase | undefined;
  readonly phaseSince: Millis;
  /** How many repetitions were counted to each of the motion's sides. */
  readonly counted: readonly number[];
}

type Task = Asked & MotionSet;

/** How long the figure takes to begin once the coach is ready, milliseconds. */
const beginning = 600;

/** How long it takes to leave an end once it has heard that the hold is full, milliseconds. */
const letting = 300;

/** How much longer than the hold it waits for that word, milliseconds: what falls short is never full. */
const patience = 2000;

/** Whether an end at which the figure has been for so long, milliseconds, was shown for as long as is asked for. */
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

/** The errand that is to be begun now, if any is, by a figure that has been in the start posture for so long, milliseconds. */
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

/** The next end of the same repetition, if there is one. */
const furtherEnd = (goal: MovementGoal | undefined, { sides }: RepetitionAngles): MovementGoal | undefined =>
  goal && goal.end + 1 < (sides[goal.side]?.length ?? 0) ? { ...goal, end: goal.end + 1 } : undefined;

/** Every end of every side in turn, for one who is led by time. */
const following = (goal: MovementGoal | undefined, angles: RepetitionAngles): MovementGoal =>
  furtherEnd(goal, angles) ?? { side: goal ? (goal.side + 1) % angles.sides.length : 0, end: 0 };

/** In practice the other side once it is asked for; else the one with the fewest repetitions. */
const neededSide = ({ goal, counted }: MovementGoals, { coaching, angles: { sides } }: Task): number => {
  if (coaching.phase === 'practice') {
    const isOther = coaching.hint === 'practise-other-side';
    return goal ? (goal.side + (isOther ? 1 : 0)) % sides.length : 0;
  }
  const counts = sides.map((_, side) => counted[side] ?? 0);
  return counts.indexOf(Math.min(...counts));
};
