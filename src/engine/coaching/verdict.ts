import { millis, type Millis } from '../units.ts';
import { sideOf } from './attempt-phases.ts';
import type { Happening, Reason } from './events.ts';
import { heldOf } from './hold-clock.ts';
import type { Plan, Rulebook } from './plan.ts';
import { progressOf } from './ready.ts';
import { directionOf } from './lead.ts';
import type { Underway } from './underway.ts';

/** The leading measure may be unseen for this long, ms (biomechanics G: beyond it unknown). */
const forgivenUnseen = 500;
/** A way back faster than this share of the planned time is no repetition. */
const tooFastShare = 0.6;

/** How an attempt ended: what is said of it, why it is no repetition, and whether the way back was too fast. */
export interface Verdict {
  readonly happening: Happening;
  readonly reason: Reason | undefined;
  readonly isFast: boolean;
}

/** Judges an attempt that is over at `at`; `number` is that of the repetition that it may be. */
export const judge = (plan: Plan, rulebook: Rulebook, state: Underway, at: Millis, number: number): Verdict => {
  const back = timeBack(state, at);
  const reason = reasonAgainst(plan, rulebook, state, back);
  if (reason)
    return {
      happening: { type: 'rep-attempted', reason, ...sideOf(rulebook) },
      reason,
      isFast: reason.kind === 'return',
    };
  const heldMs = heldOf(state.clock);
  const happening: Happening = {
    type: 'rep-completed',
    number,
    ...sideOf(rulebook),
    ...(rulebook.end.isHeld ? { heldMs } : {}),
    peak: state.rest + directionOf(rulebook) * state.peak.progress,
    durations: { out: millis((state.metAt ?? at) - state.openedAt), held: heldMs, back },
  };
  return { happening, reason: undefined, isFast: isReturnFast(plan, state, back) };
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

const reasonAgainst = (plan: Plan, rulebook: Rulebook, state: Underway, back: Millis): Reason | undefined => {
  if (state.unseenFor > forgivenUnseen) return { kind: 'unseen', forMs: state.unseenFor };
  if (state.broken) return { kind: 'posture', measure: state.broken };
  if (state.metAt === undefined)
    return { kind: 'range', measure: rulebook.end.measure, shortBy: shortBy(rulebook, state) };
  const heldMs = heldOf(state.clock);
  if (rulebook.end.isHeld && heldMs < plan.hold) return { kind: 'hold', heldMs, ofMs: plan.hold };
  const planned = plan.rules.returns?.slowerThan;
  if (planned !== undefined && back < tooFastShare * planned) return { kind: 'return', tookMs: back, ofMs: planned };
  return undefined;
};

/** How much was missing to the point at which the target is met, in the leading measure's unit. */
const shortBy = (rulebook: Rulebook, state: Underway): number => {
  const met = rulebook.end.target[0]?.enter ?? rulebook.end.goal;
  return Math.max(0, progressOf(rulebook, state.rest, met) - state.peak.progress);
};

const isReturnFast = (plan: Plan, state: Underway, back: Millis): boolean => {
  const { returns } = plan.rules;
  if (!returns) return false;
  const { value, tolerance } = returns.peakSpeed;
  return back < returns.slowerThan || state.fastest > value + plan.strictness * tolerance;
};
