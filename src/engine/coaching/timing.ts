import type { Keypoints } from '../pose/keypoints.ts';
import type { Millis } from '../units.ts';
import { sideOf } from './attempt-phases.ts';
import { beatAt, beatOn, runOn, startAt } from './beat.ts';
import { choose } from './cue-selection.ts';
import type { Happening } from './events.ts';
import { noticedFaults, watch } from './fault-watch.ts';
import type { Plan } from './plan.ts';
import { countdownFor, step, type SetUpStep } from './set-up-step.ts';
import { missingOf } from './sight-lost.ts';
import type { CountingIn, Pacing, Timing } from './stage.ts';
import type { Tally } from './tally.ts';
import type { TrainingStep } from './training-step.ts';

/*
 * Keeping time: the prescribed repetitions are led by the clock alone, and nothing is counted as done or held. Where the camera
 * cannot see enough to judge by, faults that are seen are still told; where nobody wants to be judged, nobody need be seen.
 */

/** Keeps the time of one frame for somebody who is seen. */
export const keepTime = (plan: Plan, stage: Timing, tally: Tally, keypoints: Keypoints, at: Millis): TrainingStep => {
  const { rulebook, shown } = stage.bearings;
  const { beat, timed, isEnd, happenings } = beatOn(plan, stage.beat, tally.timed, at);
  const lost = new Set(stage.lostSince === undefined ? missingOf(shown, keypoints) : []);
  const [faults, noticed] = watch(rulebook, stage.faults, stage.readings, stage.rest, lost, beat.doing, at);
  const [cues, given] = choose(tally.cues, noticedFaults(rulebook, faults), at);
  const said: readonly Happening[] = given ? [{ type: 'cue-given', cue: given.cue, ...sideOf(given) }] : [];
  return {
    stage: isEnd ? { is: 'ended' } : { ...stage, beat, faults },
    tally: { ...tally, timed, cues },
    happenings: [...happenings, ...noticed, ...said],
    reason: undefined,
  };
};

/** 3-2-1 begins for somebody who need not be seen. */
export const countingInAt = (at: Millis): CountingIn => ({ is: 'counting-in', watch: startAt(at) });

/** Counts down for somebody who need not be seen. */
export const countIn = ({ watch: before }: CountingIn, at: Millis): SetUpStep => {
  const since = runOn(before, at);
  if (since.ms < countdownFor)
    return step({ is: 'counting-in', watch: since }, 'only-the-time', since.ms / countdownFor);
  return step({ is: 'pacing', beat: beatAt(at) }, undefined, 1);
};

/** Keeps the time of one frame, whoever is seen. */
export const pace = (plan: Plan, stage: Pacing, tally: Tally, at: Millis): TrainingStep => {
  const { beat, timed, isEnd, happenings } = beatOn(plan, stage.beat, tally.timed, at);
  return {
    stage: isEnd ? { is: 'ended' } : { is: 'pacing', beat },
    tally: { ...tally, timed },
    happenings,
    reason: undefined,
  };
};
