import type { CoachingEvent } from '../exercise/events.ts';
import { countedSides, type Plan } from '../rules/plan.ts';
import { millis, type Millis } from '../units.ts';
import { mayReturn, nextMovementGoal, type MovementGoals } from './movement-goal.ts';
import { completeJointAngles, type FullJointAngles } from '../figure/full-joint-angles.ts';
import { easyRest } from '../figure/perform.ts';
import { breathing } from '../figure/performance.ts';
import { motionSetOf, restsIn, waysOf, type Asked, type MovementGoal, type MotionSet } from './motion-set.ts';
import {
  arrivalOf,
  headFor,
  headStraightFor,
  leadsTo,
  jointAnglesOn,
  stayingIn,
  type PlannedTrajectory,
} from './planned-trajectory.ts';

/*
 * The figure as an attentive person: it does what is asked for, now. It sits at rest until the start posture is asked
 * for, shows its range once where practice asks for it, and begins each repetition when the coach is ready; it holds
 * until the hold is reported full. It has no time line: it waits as long as necessary.
 */

/** The state of the figure at one time. */
export interface Performer extends MovementGoals {
  readonly plan: Plan | undefined;
  readonly trajectory: PlannedTrajectory;
  /**
   * Whether it is at its goal's endpoint or on the way out there; else it is in the start posture, at rest or on the
   * way to either.
   */
  readonly isOut: boolean;
}

/** The duration of a way without a tempo, and the least duration of the way to rest from anywhere, milliseconds. */
const unhurried = 2000;

/** The figure at rest, before anything is asked of it. */
export const sitDown = (at: Millis): Performer => ({
  plan: undefined,
  trajectory: stayingIn(completeJointAngles(easyRest), at),
  goal: undefined,
  isOut: false,
  heardAt: undefined,
  phase: undefined,
  phaseSince: at,
  counted: [],
});

/** Whether the figure sits at rest with nothing to do, as it does while the coach observes it. */
export const isAtRest = ({ phase, trajectory }: Performer, at: Millis): boolean =>
  (phase === undefined || restsIn(phase)) && at >= arrivalOf(trajectory);

/**
 * Advances the figure to a time by what is asked of it; returns its state and joint angles. The times of successive
 * calls increase.
 */
export const perform = (
  before: Performer,
  asked: Asked | undefined,
  at: Millis,
): readonly [Performer, FullJointAngles] => {
  const performer = asked ? act(hear(before, asked, at), { ...asked, ...motionSetOf(asked) }, at) : before;
  return [performer, breathing(jointAnglesOn(performer.trajectory, at), at)];
};

/** Updates what the figure knows from the phase and the events. */
const hear = (before: Performer, { plan, coaching, events }: Asked, at: Millis): Performer => {
  const known: Performer = plan === before.plan ? before : { ...before, plan, goal: undefined, counted: [] };
  const phase = coaching.practising ?? coaching.phase;
  const isDone = known.isOut && events.some((event) => isDoneBy(event, plan, known.goal));
  return {
    ...known,
    phase,
    phaseSince: phase === known.phase ? known.phaseSince : at,
    counted: events.reduce((counted, event) => countedAfter(counted, event, plan, known.goal), known.counted),
    heardAt: known.heardAt ?? (isDone ? at : undefined),
  };
};

/** Whether an event means that a movement goal is done: its endpoint was held, or the attempt is over. */
const isDoneBy = (event: CoachingEvent, { rules }: Plan, goal: MovementGoal | undefined): boolean =>
  event.type === 'hold-completed'
    ? event.end === rules.ends[goal?.end ?? 0]?.name
    : event.type === 'rep-attempted' || event.type === 'rep-completed';

/** The repetitions counted to each side after an event: one more, or as many as the user corrects it by. */
const countedAfter = (
  counted: readonly number[],
  event: CoachingEvent,
  plan: Plan,
  goal: MovementGoal | undefined,
): readonly number[] => {
  if (event.type === 'rep-completed') return countedTo(goal?.side ?? 0, counted, 1);
  if (event.type !== 'count-corrected') return counted;
  return countedTo(Math.max(0, countedSides(plan).indexOf(event.side)), counted, event.by);
};

const countedTo = (side: number, counted: readonly number[], by: 1 | -1): readonly number[] =>
  Array.from({ length: Math.max(counted.length, side + 1) }, (_, of) => (counted[of] ?? 0) + (of === side ? by : 0));

type Task = Asked & MotionSet;

const act = (performer: Performer, task: Task, at: Millis): Performer => {
  const { phase } = task.coaching;
  const still = at - arrivalOf(performer.trajectory);
  if (restsIn(phase)) {
    // It comes back as it went out: through the start posture.
    const isBetween = performer.isOut || (still < 0 && leadsTo(performer.trajectory, task.angles.start));
    return isBetween ? takeStart(performer, task, at) : sitBack(performer, task, at);
  }
  if (phase === 'start' || phase === 'countdown') return takeStart(performer, task, at);
  if (performer.isOut) return mayReturn(performer, task, still, at) ? comeBack(performer, task, at) : performer;
  const goal = nextMovementGoal(performer, task, still, at);
  return goal ? goOut(performer, goal, task, at) : takeStart(performer, task, at);
};

const sitBack = (performer: Performer, { rest, tempo }: Task, at: Millis): Performer => {
  const takes = millis(Math.max(tempo.toStart, unhurried));
  return { ...performer, isOut: false, trajectory: headStraightFor(performer.trajectory, rest, takes, at) };
};

const takeStart = (performer: Performer, { angles: { start }, tempo }: Task, at: Millis): Performer => {
  const takes = millis((performer.isOut ? tempo.back : tempo.toStart) || unhurried);
  return { ...performer, isOut: false, trajectory: headStraightFor(performer.trajectory, start, takes, at) };
};

const goOut = (performer: Performer, goal: MovementGoal, task: Task, at: Millis): Performer => {
  const { to, out } = waysOf(goal, task);
  return {
    ...performer,
    goal,
    isOut: true,
    heardAt: undefined,
    trajectory: headFor(performer.trajectory, to, out, at),
  };
};

const comeBack = (performer: Performer, task: Task, at: Millis): Performer => {
  const { back } = waysOf(performer.goal ?? { side: 0, end: 0 }, task);
  return { ...performer, isOut: false, trajectory: headFor(performer.trajectory, task.angles.start, back, at) };
};
