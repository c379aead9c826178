import type { Keypoints } from '../pose/keypoints.ts';
import { millis, type Millis } from '../units.ts';
import { sideOf } from './attempt-phases.ts';
import { choose } from './cue-selection.ts';
import type { Happening } from './events.ts';
import { noticedFaults, watch } from './fault-watch.ts';
import type { JudgedPhase } from './phase.ts';
import type { Plan } from './plan.ts';
import { missingOf } from './sight-lost.ts';
import type { Timing } from './stage.ts';
import type { Tally } from './tally.ts';
import type { TrainingStep } from './training-step.ts';

/*
 * Keeping time: where the camera cannot see enough to judge by, the prescribed repetitions are led by the clock alone,
 * in the motion's own tempo. Nothing is counted as done or held; faults that are seen are still told.
 */

const nextOf: Readonly<Record<JudgedPhase, JudgedPhase>> = {
  ready: 'working',
  working: 'holding',
  holding: 'returning',
  returning: 'ready',
};

/** How long a person is left at rest at the least, ms: long enough to read what comes. */
const shortestRest = 2000;

/** How long each part of a timed repetition takes, ms. */
export const lastsFor = ({ exercise, hold }: Plan, doing: JudgedPhase): Millis => {
  const { out, stay, back, pause } = exercise.motion.tempo;
  return millis({ ready: Math.max(pause, shortestRest), working: out, holding: hold || stay, returning: back }[doing]);
};

/** Keeps the time of one frame. */
export const keepTime = (plan: Plan, stage: Timing, tally: Tally, keypoints: Keypoints, at: Millis): TrainingStep => {
  const { rulebook, shown } = stage.bearings;
  const { doing } = stage;
  const isOver = at - stage.since >= lastsFor(plan, doing);
  const next: Timing = isOver ? { ...stage, doing: nextOf[doing], since: at } : stage;
  const isDone = isOver && doing === 'returning';
  const timed = tally.timed + (isDone ? 1 : 0);
  const lost = new Set(stage.lostSince === undefined ? missingOf(shown, keypoints) : []);
  const [faults, noticed] = watch(rulebook, stage.faults, stage.readings, stage.rest, lost, next.doing, at);
  const [cues, given] = choose(tally.cues, noticedFaults(rulebook, faults), at);
  const happenings: readonly Happening[] = [
    ...(isDone ? [{ type: 'repetition-timed', number: timed, ofMs: plan.hold } as const] : []),
    ...(isOver ? [{ type: 'phase-changed', from: doing, to: next.doing } as const] : []),
    ...noticed,
    ...(given ? [{ type: 'cue-given', cue: given.cue, ...sideOf(given) } as const] : []),
  ];
  const isEnd = timed >= plan.reps;
  return {
    stage: isEnd ? { is: 'ended' } : { ...next, faults },
    tally: { ...tally, timed, cues },
    happenings,
    reason: undefined,
  };
};
