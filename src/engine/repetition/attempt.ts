import type { Readings } from '../kinematics/reading.ts';
import type { Millis } from '../units.ts';
import { holdEnded, phased, sideOf } from './attempt-phases.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import { goalsOf } from '../rules/judged-goals.ts';
import { primaryValue } from '../rules/primary-measure.ts';
import type { Plan } from '../rules/plan.ts';
import { endOf, goOn, moved, unsighted, withStrokes, type OpenAttempt } from './open-attempt.ts';
import { judge, reasonAgainstEnd, type Verdict } from './verdict.ts';
import type { Rulebook } from '../rules/rulebook.ts';

/*
 * One attempt, from leaving rest to being back at rest. It counts as a repetition if range, required posture, hold,
 * order, return and sight were all as required; faults never void it.
 */

/** An attempt ends when its required posture is lost for longer than this, ms. */
const abandonedAfter = 1500;
/** The longest rest between the first and the second of two endpoints, ms. */
const restBetweenEnds = 6000;

/** The result of one frame of an attempt. */
export interface AttemptStep {
  readonly state: OpenAttempt;
  readonly events: readonly UntimedEvent[];
  readonly verdict: Verdict | undefined;
}

/** Advances an attempt by one frame; `number` is the number of the repetition that it may become. */
export const pursue = (
  plan: Plan,
  rulebook: Rulebook,
  before: OpenAttempt,
  readings: Readings,
  at: Millis,
  number: number,
): AttemptStep => {
  const primary = primaryValue(endOf(before), readings);
  const sighted = primary === undefined ? unsighted(before, at) : moved(rulebook, before, readings, primary, at);
  const [state, events] = phased(plan, sighted, at);
  if (primary !== undefined && isBack(state)) {
    const isLast = state.completedEnds.length === state.repPath.ends.length - 1;
    if (isLast || reasonAgainstEnd(plan, state)) return close(plan, rulebook, state, events, number);
    return between(state, events, goOn(withStrokes(state), readings, at));
  }
  if (isResting(state, at)) return close(plan, rulebook, state, events, number);
  if (state.brokenSince === undefined || at - state.brokenSince <= abandonedAfter)
    return { state, events, verdict: undefined };
  const broken = state.broken ?? state.requires.firstOutside?.measure;
  return close(plan, rulebook, { ...state, broken }, events, number);
};

/** Closes an attempt when the user is no longer seen. */
export const loseSight = (plan: Plan, rulebook: Rulebook, before: OpenAttempt, at: Millis): AttemptStep =>
  close(plan, rulebook, unsighted(before, at), [], 0);

/** Closes an attempt from outside: it is neither a repetition nor a miss. Returns its closing events. */
export const interrupt = (rulebook: Rulebook, state: OpenAttempt): readonly UntimedEvent[] => [
  ...lastOfHold(state),
  {
    type: 'rep-attempted',
    reason: { kind: 'interrupted' },
    ...sideOf(state.repPath),
    goals: [...goalsOf(rulebook, state.repPath)],
  },
];

/**
 * Whether the attempt is back from its endpoint; from a second endpoint only after turning back, since it begins at
 * rest.
 */
const isBack = ({ back, phase, completedEnds }: OpenAttempt): boolean =>
  back.is === 'inside' && (completedEnds.length === 0 ? phase !== 'holding' : phase === 'returning');

/** Whether the user has rested too long before the second endpoint. */
const isResting = ({ completedEnds, metAt, back, gained }: OpenAttempt, at: Millis): boolean =>
  completedEnds.length > 0 && metAt === undefined && back.is === 'inside' && at - gained.at > restBetweenEnds;

/** Continues to the second endpoint. */
const between = (state: OpenAttempt, events: readonly UntimedEvent[], next: OpenAttempt): AttemptStep => {
  const onwards: UntimedEvent = { type: 'phase-changed', from: state.phase, to: 'working' };
  return {
    state: next,
    events: [...events, ...lastOfHold(state), ...(state.phase === 'working' ? [] : [onwards])],
    verdict: undefined,
  };
};

const lastOfHold = (state: OpenAttempt): readonly UntimedEvent[] =>
  state.hold === 'none' || state.hold === 'ended' ? [] : [holdEnded(state)];

/** Closes an attempt with its verdict. */
const close = (
  plan: Plan,
  rulebook: Rulebook,
  state: OpenAttempt,
  events: readonly UntimedEvent[],
  number: number,
): AttemptStep => {
  const whole = withStrokes(state);
  const verdict = judge(plan, rulebook, whole, number);
  return { state: whole, events: [...events, ...lastOfHold(state), verdict.event], verdict };
};
