import type { Readings } from '../kinematics/reading.ts';
import { millis, type Millis } from '../units.ts';
import { runOn, startAt } from './metronome.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import type { Plan } from '../rules/plan.ts';
import { countingFrom, countingInAt, checkingFraming, step, type SetUpStep } from './setup-step.ts';
import type { Calibrated, Resting, RestingUnseen, Stage } from './stage.ts';
import type { Counts } from '../feedback/counts.ts';
import { choiceOf } from '../rules/targets.ts';

/*
 * Sets: when one is done the next follows after the prescribed rest, in which nothing is judged and nobody need be seen. Then the countdown
 * begins; a person who has been out of sight for long may sit elsewhere, so set-up begins again.
 */

/** Out of sight for longer than this at the end of a rest, a person is taken stock of again, ms. A design choice. */
const forgottenFor = 10_000;

/** What follows a set that is done. */
export interface AfterSet {
  readonly stage: Stage;
  readonly counts: Counts;
  readonly events: readonly UntimedEvent[];
}

/** Counts a set that is done, and rests before the next one, or ends; `calibrated` is the person, where one must be seen. */
export const afterSet = (
  plan: Plan,
  counts: Counts,
  calibrated: (Calibrated & { readonly rest: Readings }) | undefined,
  at: Millis,
): AfterSet => {
  const counted = { ...counts, sets: counts.sets + 1 };
  if (counted.sets >= plan.sets) return { stage: { is: 'ended' }, counts: counted, events: [] };
  const resting = { watch: startAt(at), ofMs: plan.rest };
  const stage: Resting | RestingUnseen = calibrated
    ? { ...resting, is: 'resting', ...pick(calibrated) }
    : { ...resting, is: 'resting-unseen' };
  return { stage, counts: counted, events: [{ type: 'set-completed', set: counted.sets }] };
};

const pick = ({ calibration, filters, readings, lostSince, rest }: Calibrated & { readonly rest: Readings }) => ({
  calibration,
  filters,
  readings,
  lostSince,
  rest,
});

/** Lets rest for one frame; the time of a pause does not count. */
export const rest = (stage: Resting | RestingUnseen, at: Millis): SetUpStep => {
  const watch = runOn(stage.watch, at);
  if (watch.ms < stage.ofMs) return step({ ...stage, watch }, undefined, watch.ms / stage.ofMs);
  if (stage.is === 'resting-unseen') return step(countingInAt(at), 'only-the-time');
  const isForgotten = stage.lostSince !== undefined && at - stage.lostSince > forgottenFor;
  if (isForgotten) return step(checkingFraming(choiceOf(stage.calibration.rulebook.targets)), 'step-into-view');
  return step(countingFrom(stage, stage.rest, at, false));
};

/** Whole seconds of a rest that are left, rounded up. */
export const restLeft = ({ watch, ofMs }: Resting | RestingUnseen): number =>
  Math.max(0, Math.ceil((ofMs - watch.ms) / 1000));

/** The same stage with a rest that lasts so much longer, ms, or not at all; another stage is returned as it is. */
export const withRest = (stage: Stage, change: 'end' | { readonly longerBy: Millis }): Stage => {
  if (stage.is !== 'resting' && stage.is !== 'resting-unseen') return stage;
  return { ...stage, ofMs: millis(change === 'end' ? 0 : stage.ofMs + change.longerBy) };
};
