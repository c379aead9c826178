import { millis } from '../units.ts';
import { sideOf } from './attempt-phases.ts';
import type { UntimedEvent, Reason } from '../exercise/events.ts';
import { heldOf } from './hold-clock.ts';
import { primaryValue, progressOf } from '../rules/primary-measure.ts';
import type { Plan } from '../rules/plan.ts';
import { goalsOf } from '../rules/judged-goals.ts';
import { endOf, completedEndOf, type OpenAttempt } from './open-attempt.ts';
import type { JudgedEnd } from '../rules/judged-end.ts';
import type { RepPath, Rulebook } from '../rules/rulebook.ts';

/** The primary measure may be unseen for this long, ms: beyond it, the movement is unknown. */
export const forgivenUnseen = 500;

/** After this long unseen, ms, a movement that fell short may have gone further than it was seen to. */
export const briefUnseen = 200;

/** An endpoint with a peak below this share of the distance was hardly tried. */
const triedShare = 0.3;

/** A fault of tempo, judged when the attempt is over: back too fast, out too fast, or not in one movement. */
export type TempoFault = 'fast-return' | 'fast-out' | 'not-smooth';

/** This many stops within one stroke are no smooth movement; a single one is accepted. */
export const stopsFrom = 2;

/** How an attempt ended: its event, why it is no repetition, and its tempo faults. */
export interface Verdict {
  readonly event: UntimedEvent;
  readonly reason: Reason | undefined;
  /** Its tempo faults. They do not void a repetition; a stroke back that was far too fast does. */
  readonly tempo: readonly TempoFault[];
  readonly repPath: RepPath;
  /** Whether it counted without reaching the target. */
  readonly isPartial: boolean;
  /**
   * Whether the movement was far from the exercise's own: the required posture was never met, the sides were too far
   * apart to move together, or it was hardly tried. It is shown and recorded, and gets no cue.
   */
  readonly isFar: boolean;
  /** The endpoint that was current when the attempt closed. */
  readonly end: JudgedEnd;
}

/**
 * Judges an attempt that is over, its last strokes included; `number` is the number of the repetition that it may be.
 */
export const judge = (plan: Plan, rulebook: Rulebook, state: OpenAttempt, number: number): Verdict => {
  const back = state.strokes.at(-1)?.back;
  const reason = number > plan.reps ? ({ kind: 'dose', ofReps: plan.reps } as const) : reasonAgainst(plan, state);
  const { repPath, stops } = state;
  const side = sideOf(repPath);
  const goals = [...goalsOf(rulebook, repPath)];
  const isFull = isGraded(state) ? peakIsFull(state) : undefined;
  const isPartial = reason === undefined && isFull === false;
  const last = {
    repPath,
    end: endOf(state),
    tempo: tempoFaults(plan, state, back, reason),
    isFar: isFar(state),
    isPartial,
  };
  if (reason) return { ...last, event: { type: 'rep-attempted', reason, ...side, goals }, reason };
  const completedEnds = [...state.completedEnds, completedEndOf(state)];
  const [first = completedEndOf(state)] = completedEnds;
  const [end] = repPath.ends;
  // The shorter of two holds counts.
  const heldMs = millis(Math.min(...completedEnds.map((completed) => completed.heldMs)));
  const event: UntimedEvent = {
    type: 'rep-completed',
    number,
    ...side,
    ...(end.isHeld ? { heldMs } : {}),
    peak: (primaryValue(end, state.rest) ?? 0) + end.direction * first.peak.progress,
    ...(isFull === undefined ? {} : { full: isFull }),
    goals,
    strokes: [...state.strokes],
    ...(stops === undefined ? {} : { stops }),
  };
  return { ...last, event, reason: undefined };
};

/** Why an attempt is no repetition: the first reason in the order sight, posture, range or hold, order. */
const reasonAgainst = (plan: Plan, state: OpenAttempt): Reason | undefined => {
  if (state.unseenFor > forgivenUnseen) return { kind: 'unseen', forMs: state.unseenFor };
  if (state.broken) return { kind: 'posture', measure: state.broken };
  const reason = reasonAgainstEnd(plan, state);
  // The furthest point may lie in a short gap.
  if (reason?.kind === 'range' && state.unseenFor > briefUnseen) return { kind: 'unseen', forMs: state.unseenFor };
  if (reason) return reason;
  if (state.completedEnds.length < state.repPath.ends.length - 1) return { kind: 'order' };
  return undefined;
};

/** Why the current endpoint was not reached, or not held for long enough; `undefined` if it was. */
export const reasonAgainstEnd = (plan: Plan, state: OpenAttempt): Reason | undefined => {
  const end = endOf(state);
  if (isGraded(state) ? !state.hasPassedFloor : state.metAt === undefined) {
    if (state.completedEnds.length > 0 && !wasTried(state)) return { kind: 'order' };
    return { kind: 'range', measure: end.measure, shortBy: shortBy(state) };
  }
  const heldMs = heldOf(state.clock);
  return end.isHeld && heldMs < plan.hold ? { kind: 'hold', heldMs, ofMs: plan.hold } : undefined;
};

/** Whether the movement is far from the exercise's own, so that it gets no cue. */
export const isFar = (state: OpenAttempt): boolean =>
  !state.isOwn || state.isApart || (state.completedEnds.length === 0 && !wasTried(state));

const wasTried = (state: OpenAttempt): boolean => {
  const end = endOf(state);
  return state.peak.progress >= triedShare * progressOf(end, state.rest, end.goal);
};

/** Whether the current endpoint is graded by height: nothing is held, and a repetition counts from the floor. */
const isGraded = (state: OpenAttempt): boolean => endOf(state).floor !== undefined;

/** Whether the furthest point met the target. */
const peakIsFull = (state: OpenAttempt): boolean => {
  const end = endOf(state);
  return state.peak.progress >= progressOf(end, state.rest, end.target[0]?.enter ?? end.goal);
};

/** The distance missing to the point from which an attempt counts, in the primary measure's unit. */
const shortBy = (state: OpenAttempt): number => {
  const end = endOf(state);
  const counted = end.floor ?? end.target[0]?.enter ?? end.goal;
  return Math.max(0, progressOf(end, state.rest, counted) - state.peak.progress);
};

/**
 * The tempo faults of an attempt. A failed one is judged for stops only, one that was unseen or beyond the dose not at
 * all, and none by its times where too few poses came.
 */
const tempoFaults = (
  plan: Plan,
  state: OpenAttempt,
  back: number | undefined,
  reason: Reason | undefined,
): readonly TempoFault[] => {
  const isJerky = (state.stops ?? 0) >= stopsFrom;
  if (reason?.kind === 'unseen' || reason?.kind === 'dose' || state.strokes.at(-1)?.isSparse) return [];
  if (reason) return isJerky ? ['not-smooth'] : [];
  const faults: TempoFault[] = [];
  if (isReturnFast(plan, state, back)) faults.push('fast-return');
  if (isOutFast(plan, state)) faults.push('fast-out');
  if (isJerky) faults.push('not-smooth');
  return faults;
};

const isReturnFast = (plan: Plan, state: OpenAttempt, back: number | undefined): boolean => {
  const { returns } = plan.rules;
  if (!returns) return false;
  const { slowerThan, peakSpeed } = returns;
  if (back !== undefined && back < slowerThan) return true;
  return peakSpeed !== undefined && state.fastest > peakSpeed.value + plan.strictness * peakSpeed.tolerance;
};

const isOutFast = (plan: Plan, { strokes: [first] }: OpenAttempt): boolean => {
  const least = plan.rules.outgoing?.slowerThan;
  return least !== undefined && first?.out !== undefined && first.out < least;
};
