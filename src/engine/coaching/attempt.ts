import type { Readings } from '../kinematics/reading.ts';
import type { Millis } from '../units.ts';
import { holdEnded, phased } from './attempt-phases.ts';
import type { Happening } from './events.ts';
import { leadOf } from './lead.ts';
import type { Plan, Rulebook } from './plan.ts';
import { moved, unsighted, type Underway } from './underway.ts';
import { judge, type Verdict } from './verdict.ts';

/*
 * One attempt, from leaving rest to being back. It is a repetition when range, required posture, hold, return and
 * sight were all there; faults never void it.
 */

/** An attempt whose required posture is lost for this long is over, ms. */
const abandonedAfter = 1500;

/** What one frame of an attempt brought. */
export interface AttemptStep {
  readonly state: Underway;
  readonly happenings: readonly Happening[];
  readonly verdict: Verdict | undefined;
}

/** Advances an attempt by one frame; `number` is that of the repetition that it may become. */
export const pursue = (
  plan: Plan,
  rulebook: Rulebook,
  before: Underway,
  readings: Readings,
  at: Millis,
  number: number,
): AttemptStep => {
  const lead = leadOf(rulebook, readings);
  const sighted = lead === undefined ? unsighted(before, at) : moved(rulebook, before, readings, lead, at);
  const [state, happenings] = phased(plan, rulebook, sighted, at);
  const isBack = lead !== undefined && state.back.is === 'inside' && state.phase !== 'holding';
  if (isBack) return close(plan, rulebook, state, happenings, at, number);
  if (state.brokenSince === undefined || at - state.brokenSince <= abandonedAfter)
    return { state, happenings, verdict: undefined };
  const broken = state.broken ?? state.requires.firstOutside?.measure;
  return close(plan, rulebook, { ...state, broken }, happenings, at, number);
};

/** Closes an attempt whose person is no longer seen. */
export const loseSight = (plan: Plan, rulebook: Rulebook, before: Underway, at: Millis): AttemptStep =>
  close(plan, rulebook, unsighted(before, at), [], at, 0);

const close = (
  plan: Plan,
  rulebook: Rulebook,
  state: Underway,
  happenings: readonly Happening[],
  at: Millis,
  number: number,
): AttemptStep => {
  const wasHeld = state.hold === 'started' || state.hold === 'paused' || state.hold === 'completed';
  const verdict = judge(plan, rulebook, state, at, number);
  return { state, happenings: [...happenings, ...(wasHeld ? [holdEnded(state)] : []), verdict.happening], verdict };
};
