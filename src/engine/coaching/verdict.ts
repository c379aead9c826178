import { millis, type Millis } from '../units.ts';
import { sideOf } from './attempt-phases.ts';
import type { Happening, Reason } from './events.ts';
import { heldOf } from './hold-clock.ts';
import { leadOf, progressOf } from './lead.ts';
import type { JudgedEnd, Plan, Route } from './plan.ts';
import { timeOf } from './smoothness.ts';
import { endOf, legOf, type Underway } from './underway.ts';

/** The leading measure may be unseen for this long, ms : beyond it nobody knows what the arm did. */
const forgivenUnseen = 500;
/** A way back faster than this share of the planned time is no repetition. */
const tooFastShare = 0.6;

/** A second end that was gone to by less than this share of the way was not tried. */
const triedShare = 0.3;

/** A fault of tempo, judged when a way is over: back too fast, out too fast, or not in one movement. */
export type TempoFault = 'fast-return' | 'fast-out' | 'not-smooth';

/** So many stops on one way are no smooth movement; a single one is let pass. */
const stopsFrom = 2;

/** How an attempt ended: what is said of it, why it is no repetition, and what was wrong with its tempo. */
export interface Verdict {
  readonly happening: Happening;
  readonly reason: Reason | undefined;
  /** What was wrong with its tempo: nothing of it voids a repetition, but a way back that was far too fast does. */
  readonly tempo: readonly TempoFault[];
  readonly route: Route;
  /** The end that the attempt was going to last. */
  readonly end: JudgedEnd;
}

/** Judges an attempt that is over at `at`; `number` is that of the repetition that it may be. */
export const judge = (plan: Plan, state: Underway, at: Millis, number: number): Verdict => {
  const back = timeBack(state, at);
  const reason = reasonAgainst(plan, state, back);
  const { route } = state;
  const side = sideOf(route);
  const last = { route, end: endOf(state), tempo: tempoFaults(plan, state, back, reason) };
  if (reason) return { ...last, happening: { type: 'rep-attempted', reason, ...side }, reason };
  const legs = [...state.legs, legOf(state)];
  const [first = legOf(state)] = legs;
  const [end] = route.ends;
  // Of two holds the shorter one counts.
  const heldMs = millis(Math.min(...legs.map((leg) => leg.heldMs)));
  const happening: Happening = {
    type: 'rep-completed',
    number,
    ...side,
    ...(end.isHeld ? { heldMs } : {}),
    peak: (leadOf(end, state.rest) ?? 0) + end.direction * first.peak.progress,
    durations: { out: millis((first.metAt ?? at) - state.opened.at), held: heldMs, back },
  };
  return { ...last, happening, reason: undefined };
};

/**
 * How long the whole way back took, ms: from the last moment near the furthest point to the first at rest, made up to
 * the whole way at the mean speed shown, so that neither border depends on where rest is taken to begin. A smooth
 * lowering of four seconds reads about 2.6.
 */
const timeBack = (state: Underway, at: Millis): Millis => {
  const covered = state.leftPeak.progress - state.last.progress;
  const elapsed = at - state.leftPeak.at;
  return millis(covered > 0 ? (elapsed * Math.max(state.peak.progress, covered)) / covered : elapsed);
};

const reasonAgainst = (plan: Plan, state: Underway, back: Millis): Reason | undefined => {
  if (state.unseenFor > forgivenUnseen) return { kind: 'unseen', forMs: state.unseenFor };
  if (state.broken) return { kind: 'posture', measure: state.broken };
  const reason = reasonAgainstEnd(plan, state);
  if (reason) return reason;
  if (state.legs.length < state.route.ends.length - 1) return { kind: 'order' };
  const planned = plan.rules.returns?.slowerThan;
  if (planned !== undefined && back < tooFastShare * planned) return { kind: 'return', tookMs: back, ofMs: planned };
  return undefined;
};

/** Why the end that an attempt was going to was not reached, or not held for long enough. */
export const reasonAgainstEnd = (plan: Plan, state: Underway): Reason | undefined => {
  const end = endOf(state);
  if (state.metAt === undefined) {
    const wasTried = state.peak.progress >= triedShare * progressOf(end, state.rest, end.goal);
    if (state.legs.length > 0 && !wasTried) return { kind: 'order' };
    return { kind: 'range', measure: end.measure, shortBy: shortBy(state) };
  }
  const heldMs = heldOf(state.clock);
  return end.isHeld && heldMs < plan.hold ? { kind: 'hold', heldMs, ofMs: plan.hold } : undefined;
};

/** How much was missing to the point at which the target is met, in the leading measure's unit. */
const shortBy = (state: Underway): number => {
  const end = endOf(state);
  const met = end.target[0]?.enter ?? end.goal;
  return Math.max(0, progressOf(end, state.rest, met) - state.peak.progress);
};

const tempoFaults = (plan: Plan, state: Underway, back: Millis, reason: Reason | undefined): readonly TempoFault[] => {
  if (reason && reason.kind !== 'return')
    return reason.kind === 'unseen' || state.stops < stopsFrom ? [] : ['not-smooth'];
  const faults: TempoFault[] = [];
  if (isReturnFast(plan, state, back)) faults.push('fast-return');
  if (isOutFast(plan, state)) faults.push('fast-out');
  if (state.stops >= stopsFrom) faults.push('not-smooth');
  return faults;
};

const isReturnFast = (plan: Plan, state: Underway, back: Millis): boolean => {
  const { returns } = plan.rules;
  if (!returns) return false;
  const { slowerThan, peakSpeed } = returns;
  if (back < slowerThan) return true;
  return peakSpeed !== undefined && state.fastest > peakSpeed.value + plan.strictness * peakSpeed.tolerance;
};

/** A way out is over when this share of it is gone; its last tenth takes long at any pace. */
const arrivedShare = 0.9;

/**
 * How long the first way out took, ms, from near rest to nearly there; a smooth way of 1.5 s reads 650, one of 2 s 850.
 * `undefined` where another way is under way already.
 */
export const timeOut = ({ near, legs, peak, course }: Underway): Millis | undefined => {
  const arrivedAt = timeOf(course, arrivedShare * peak.progress);
  return arrivedAt === undefined || legs.length > 0 ? undefined : millis(arrivedAt - near);
};

const isOutFast = (plan: Plan, state: Underway): boolean => {
  const least = plan.rules.outgoing?.slowerThan;
  return least !== undefined && (timeOut(state) ?? least) < least;
};
