import type { Readings } from '../kinematics/reading.ts';
import { millis, type Millis } from '../units.ts';
import { runOn, startAt } from './metronome.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import type { Plan } from '../rules/plan.ts';
import { countingFrom, countingInAt, checkingFraming, step, type SetUpStep } from './setup-step.ts';
import type { Calibrated, Resting, RestingUnseen, SettingUp, Stage } from './stage.ts';
import type { Counts } from '../feedback/counts.ts';
import { choiceOf } from '../rules/targets.ts';

/*
 * Sets: when one is complete, the next follows after the prescribed rest, in which nothing is judged and the user need
 * not be seen. Then the countdown begins; a user who has been out of sight for long may sit elsewhere, so set-up begins
 * again.
 */

/** A user who is out of sight for longer than this at the end of a rest is calibrated again, ms. A design choice. */
const forgottenFor = 10_000;

/** What follows a completed set. */
export interface AfterSet {
  readonly stage: Stage;
  readonly counts: Counts;
  readonly events: readonly UntimedEvent[];
}

/**
 * Counts a completed set, and rests before the next one, or ends; `calibrated` is undefined for a user who need not be
 * seen, `behind` is the set-up that goes on after the rest.
 */
export const afterSet = (
  plan: Plan,
  counts: Counts,
  calibrated: (Calibrated & { readonly rest: Readings }) | undefined,
  at: Millis,
  behind?: SettingUp,
): AfterSet => {
  const counted = { ...counts, sets: counts.sets + 1 };
  if (counted.sets >= plan.sets) return { stage: { is: 'ended' }, counts: counted, events: [] };
  const resting = { watch: startAt(at), ofMs: plan.rest };
  const stage: Resting | RestingUnseen = calibrated
    ? { ...resting, is: 'resting', ...pick(calibrated) }
    : { ...resting, is: 'resting-unseen', behind };
  return { stage, counts: counted, events: [{ type: 'set-completed', set: counted.sets }] };
};

const pick = ({ calibration, filters, readings, lostSince, rest }: Calibrated & { readonly rest: Readings }) => ({
  calibration,
  filters,
  readings,
  lostSince,
  rest,
});

/** Advances a rest by one frame; the time of a pause does not count. */
export const rest = (stage: Resting | RestingUnseen, at: Millis): SetUpStep => {
  const watch = runOn(stage.watch, at);
  if (watch.ms < stage.ofMs) return step({ ...stage, watch }, undefined, watch.ms / stage.ofMs);
  if (stage.is === 'resting-unseen') return stage.behind ? step(stage.behind) : step(countingInAt(at), 'only-the-time');
  const isForgotten = stage.lostSince !== undefined && at - stage.lostSince > forgottenFor;
  if (isForgotten) return step(checkingFraming(choiceOf(stage.calibration.rulebook.targets)), 'step-into-view');
  return step(countingFrom(stage, stage.rest, at, false));
};

/** Whole seconds left of a rest, rounded up. */
export const restLeft = ({ watch, ofMs }: Resting | RestingUnseen): number =>
  Math.max(0, Math.ceil((ofMs - watch.ms) / 1000));

/** The same stage with its rest extended by a time, ms, or ended; another stage is returned as it is. */
export const withRest = (stage: Stage, change: 'end' | { readonly longerBy: Millis }): Stage => {
  if (stage.is !== 'resting' && stage.is !== 'resting-unseen') return stage;
  return { ...stage, ofMs: millis(change === 'end' ? 0 : stage.ofMs + change.longerBy) };
};
