import { measureRow } from '../kinematics/measures.ts';
import type { Side } from '../pose/keypoints.ts';
import type { Millis } from '../units.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import { heldOf, holdDwell } from './hold-clock.ts';
import { progressOf } from '../rules/primary-measure.ts';
import type { Plan } from '../rules/plan.ts';
import type { Extreme } from './ready.ts';
import { endOf, type OpenAttempt } from './open-attempt.ts';

/**
 * An interrupted hold stays open while this share of the distance to the goal is kept; nearer to rest, the user is
 * returning.
 */
const keptShare = 0.6;

/** An attempt after a frame, and the events of this frame. */
export type Phased = readonly [OpenAttempt, readonly UntimedEvent[]];

/** Decides the phase of an attempt after a frame, and the events of its hold. */
export const phased = (plan: Plan, state: OpenAttempt, at: Millis): Phased => {
  if (state.phase === 'holding') return held(plan, state);
  const isInside = state.clock.is === 'running' && at - state.clock.since >= holdDwell;
  return isInside && state.hold !== 'ended' ? arrive(state, at) : turn(state);
};

/** Changes the phase; the next turn and stall are measured from here. */
const change = (state: OpenAttempt, to: OpenAttempt['phase'], ...events: readonly UntimedEvent[]): Phased => [
  { ...state, phase: to, turn: state.last, gained: state.last },
  [{ type: 'phase-changed', from: state.phase, to }, ...events],
];

/** The target is met: the phase becomes `holding`; at an endpoint with a hold, the hold starts or resumes. */
const arrive = (state: OpenAttempt, at: Millis): Phased => {
  const met: OpenAttempt = { ...state, metAt: state.metAt ?? (state.clock.is === 'running' ? state.clock.since : at) };
  if (!endOf(state).isHeld) return change(met, 'holding');
  const begins: UntimedEvent =
    state.hold === 'paused'
      ? { type: 'hold-resumed' }
      : { type: 'hold-started', end: endOf(state).name, ...sideOf(state.repPath) };
  return change({ ...met, hold: 'started' }, 'holding', begins);
};

/**
 * Advances the phase `holding`: completes or pauses the hold. An endpoint without a hold is left once it is not met.
 */
const held = (plan: Plan, state: OpenAttempt): Phased => {
  const isRunning = state.clock.is === 'running';
  if (!endOf(state).isHeld) return isRunning ? [state, []] : change(state, 'returning');
  if (state.clock.is === 'paused' || state.clock.is === 'waiting') return interrupted(state);
  if (isRunning && state.hold === 'paused') return [{ ...state, hold: 'started' }, [{ type: 'hold-resumed' }]];
  if (state.hold === 'started' && heldOf(state.clock) >= plan.hold)
    return [
      { ...state, hold: 'completed' },
      [{ type: 'hold-completed', end: endOf(state).name, ...sideOf(state.repPath) }],
    ];
  return [state, []];
};

/** A hold that is not met: ended if it was complete, paused while near the goal, else the user is returning. */
const interrupted = (state: OpenAttempt): Phased => {
  if (state.hold === 'completed') return change({ ...state, hold: 'ended' }, 'returning', holdEnded(state));
  const pause: readonly UntimedEvent[] = state.hold === 'paused' ? [] : [{ type: 'hold-paused', why: state.lapse }];
  const paused: OpenAttempt = { ...state, hold: 'paused' };
  if (state.last.progress >= keptShare * progressOf(endOf(state), state.rest, endOf(state).goal))
    return [paused, pause];
  const [next, events] = change(paused, 'returning');
  return [next, [...pause, ...events]];
};

/** Detects a turn: moving back by more than a hysteresis switches between `working` and `returning`. */
const turn = (state: OpenAttempt): Phased => {
  const { hysteresis } = measureRow(endOf(state).measure);
  const outward = state.phase === 'working';
  const beyond = (point: Extreme): number => (outward ? 1 : -1) * (state.last.progress - point.progress);
  const extreme = beyond(state.turn) > 0 ? state.last : state.turn;
  const gained = beyond(state.gained) > hysteresis / 3 ? state.last : state.gained;
  if (-beyond(extreme) <= hysteresis) return [{ ...state, turn: extreme, gained }, []];
  return change(state, outward ? 'returning' : 'working');
};

/** The event that ends a hold, with its held time. */
export const holdEnded = (state: OpenAttempt): UntimedEvent => ({ type: 'hold-ended', heldMs: heldOf(state.clock) });

/** The events that open the hold of an attempt which is taken over while it is under way. */
export const holdSoFar = (state: OpenAttempt): readonly UntimedEvent[] => {
  const { hold, lapse, repPath } = state;
  if (hold === 'none') return [];
  const which = { end: endOf(state).name, ...sideOf(repPath) };
  const started: UntimedEvent = { type: 'hold-started', ...which };
  if (hold === 'started') return [started];
  if (hold === 'paused') return [started, { type: 'hold-paused', why: lapse }];
  const completed: UntimedEvent = { type: 'hold-completed', ...which };
  return hold === 'completed' ? [started, completed] : [started, completed, holdEnded(state)];
};

/** The `side` of an event; absent if the path has no side. */
export const sideOf = ({ side }: { readonly side: Side | undefined }): { readonly side?: Side } =>
  side ? { side } : {};
