import type { Keypoints } from '../pose/keypoints.ts';
import type { Millis } from '../units.ts';
import { pacedRepAt, advancePacedRep, runOn } from './metronome.ts';
import { choose, cueGiven } from '../feedback/cue-selection.ts';
import { allCleared, faultCues, watch } from '../feedback/fault-watch.ts';
import type { Plan } from '../rules/plan.ts';
import { countdownFor, step, type SetUpStep } from './setup-step.ts';
import { missingOf } from '../kinematics/missing.ts';
import type { CountingIn, Pacing, Timing } from './stage.ts';
import { afterSet } from './sets.ts';
import type { Counts } from '../feedback/counts.ts';
import type { TrainingStep } from './training-step.ts';

/*
 * Timing: the metronome leads the prescribed repetitions, and none is counted as done or held. If the camera cannot see
 * enough to judge by, faults that are seen still get cues; if the user chose not to be judged, the user need not be
 * seen.
 */

/** Advances a timed repetition by one frame, for a user who is seen. */
export const keepTime = (plan: Plan, stage: Timing, counts: Counts, keypoints: Keypoints, at: Millis): TrainingStep => {
  const { rulebook, shown } = stage.calibration;
  const { pacedRep, timed, isEnd, events } = advancePacedRep(plan, stage.pacedRep, counts, at);
  const lost = new Set(stage.lostSince === undefined ? missingOf(shown, keypoints) : []);
  const [faults, noticed] = watch(rulebook, stage.faults, stage.readings, stage.rest, lost, pacedRep.doing, at);
  const [cues, given] = choose(counts.cues, faultCues(rulebook, faults), at);
  const said = given ? [cueGiven(given)] : [];
  const kept: Counts = { ...counts, timed, cues };
  const happened = [...events, ...noticed, ...said];
  if (!isEnd) return { stage: { ...stage, pacedRep, faults }, counts: kept, events: happened, reason: undefined };
  const next = afterSet(plan, kept, stage, at);
  return { ...next, events: [...happened, ...allCleared(faults), ...next.events], reason: undefined };
};

/** Advances the countdown for a user who need not be seen. */
export const countIn = ({ watch: before }: CountingIn, at: Millis): SetUpStep => {
  const since = runOn(before, at);
  if (since.ms < countdownFor)
    return step({ is: 'counting-in', watch: since }, 'only-the-time', since.ms / countdownFor);
  return step({ is: 'pacing', pacedRep: pacedRepAt(at) }, undefined, 1);
};

/** Advances a timed repetition by one frame, whether or not the user is seen. */
export const pace = (plan: Plan, stage: Pacing, counts: Counts, at: Millis): TrainingStep => {
  const { pacedRep, timed, isEnd, events } = advancePacedRep(plan, stage.pacedRep, counts, at);
  const kept: Counts = { ...counts, timed };
  const { behind } = stage;
  if (!isEnd) return { stage: { is: 'pacing', pacedRep, behind }, counts: kept, events, reason: undefined };
  const next = afterSet(plan, kept, undefined, at, behind);
  return { ...next, events: [...events, ...next.events], reason: undefined };
};
