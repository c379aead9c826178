import type { KeypointName, Keypoints } from '../pose/keypoints.ts';
import { isUsable } from '../kinematics/sighted-body.ts';
import { millis, type Millis } from '../units.ts';
import { loseSight, pursue } from './attempt.ts';
import type { CueId } from './cues.ts';
import { ask, choose, forgive, type CueState, type WantedCue } from './cue-selection.ts';
import type { Happening, Reason } from './events.ts';
import { noticedFaults, watch } from './fault-watch.ts';
import type { JudgedPhase } from './phase.ts';
import type { Plan } from './plan.ts';
import { readyAt, wait } from './ready.ts';
import { countingFrom } from './setup.ts';
import type { Paused, Stage, Tally, Training } from './stage.ts';
import { open, type Underway } from './underway.ts';
import type { Verdict } from './verdict.ts';

/** Not seen for this long: said, and paused, ms; seen again for the other: on after a countdown. */
const lostFor = millis(2000);
const foundFor = 1000;
/** Someone who has stopped short of the goal, or of rest, for this long is told how to go on, ms. */
const stalledFor = 2000;

/** One step of judging. */
export interface TrainingStep {
  readonly stage: Stage;
  readonly tally: Tally;
  readonly happenings: readonly Happening[];
  /** Why an attempt that closed in this frame was no repetition; `null` when it was one. */
  readonly reason: Reason | null | undefined;
}

/** Judges one frame. */
export const train = (plan: Plan, stage: Training, tally: Tally, keypoints: Keypoints, at: Millis): TrainingStep => {
  if (stage.lostSince !== undefined && at - stage.lostSince > lostFor) return pause(plan, stage, tally, keypoints, at);
  const [moved, happened, verdict] = moveOn(plan, stage, tally.repetitions + 1, at);
  const { rulebook } = stage.bearings;
  const lost = new Set(missingOf(stage.bearings.shown, keypoints));
  const phase: JudgedPhase = moved.is === 'ready' ? 'ready' : moved.phase;
  const [faults, noticed] = watch(rulebook, stage.faults, stage.readings, lost, phase, at);
  const persisting = noticedFaults(rulebook, faults);
  const flaws = new Set([...stage.flaws, ...persisting.map(({ cue }) => cue)]);
  const counted = verdict ? count(plan, stage, tally, verdict, flaws, at) : tally;
  const stalled = moved.is === 'underway' ? stall(plan, stage, moved, at) : [];
  const [cues, given] = choose(counted.cues, [...persisting, ...stalled], at);
  const after = { ...counted, cues };
  const said: readonly Happening[] = given
    ? [{ type: 'cue-given', cue: given.cue, ...(given.side ? { side: given.side } : {}) }]
    : [];
  return {
    stage:
      after.repetitions >= plan.reps
        ? { is: 'ended' }
        : { ...stage, attempt: moved, faults, flaws: verdict ? new Set() : flaws },
    tally: after,
    happenings: [...happened, ...noticed, ...said],
    reason: verdict && (verdict.reason ?? null),
  };
};

type Moved = readonly [Training['attempt'], readonly Happening[], Verdict | undefined];

const moveOn = (plan: Plan, stage: Training, number: number, at: Millis): Moved => {
  const { rulebook } = stage.bearings;
  const { attempt, readings } = stage;
  if (attempt.is === 'ready') {
    const [ready, openedAt] = wait(rulebook, attempt, readings, at);
    if (openedAt === undefined) return [ready, [], undefined];
    const side = rulebook.side ? { side: rulebook.side } : {};
    const happenings: readonly Happening[] = [
      { type: 'attempt-opened', ...side },
      { type: 'phase-changed', from: 'ready', to: 'working' },
    ];
    return [open(rulebook, ready, readings, openedAt, at), happenings, undefined];
  }
  const { state, happenings, verdict } = pursue(plan, rulebook, attempt, readings, at, number);
  if (!verdict) return [state, happenings, undefined];
  const back: Happening = { type: 'phase-changed', from: state.phase, to: 'ready' };
  const fast: readonly Happening[] = verdict.isFast
    ? [
        { type: 'fault-noticed', fault: 'fast-return', ...side(rulebook.side) },
        { type: 'fault-cleared', fault: 'fast-return' },
      ]
    : [];
  return [readyAt(state.rest), [...happenings, ...fast, back], verdict];
};

const side = (which: 'left' | 'right' | undefined): { readonly side?: 'left' | 'right' } =>
  which ? { side: which } : {};

const count = (
  plan: Plan,
  stage: Training,
  tally: Tally,
  verdict: Verdict,
  flaws: ReadonlySet<CueId>,
  at: Millis,
): Tally => {
  const { reason, isFast } = verdict;
  const wanted = wantedAfter(plan, stage, verdict);
  const asked: CueState = wanted
    ? ask(tally.cues, { cue: wanted, side: stage.bearings.rulebook.side }, at)
    : tally.cues;
  if (reason) return { ...tally, attempts: tally.attempts + 1, cues: asked };
  const cues = forgive(asked, isFast && wanted ? new Set([...flaws, wanted]) : flaws);
  return { ...tally, repetitions: tally.repetitions + 1, cues };
};

const wantedAfter = (plan: Plan, stage: Training, { reason, isFast }: Verdict): WantedCue['cue'] | undefined => {
  if (reason?.kind === 'range' || reason?.kind === 'hold') return stage.bearings.rulebook.end.cue;
  return isFast ? plan.rules.returns?.cue : undefined;
};

const stall = (plan: Plan, { bearings }: Training, attempt: Underway, at: Millis): readonly WantedCue[] => {
  if (attempt.phase === 'holding' || at - attempt.gained.at < stalledFor) return [];
  const cue = attempt.phase === 'working' ? bearings.rulebook.end.cue : plan.rules.back.cue;
  return [{ cue, side: bearings.rulebook.side }];
};

const pause = (plan: Plan, stage: Training, tally: Tally, keypoints: Keypoints, at: Millis): TrainingStep => {
  const { bearings, attempt } = stage;
  const closed = attempt.is === 'underway' ? loseSight(plan, bearings.rulebook, attempt, at) : undefined;
  const missing = missingOf(bearings.rulebook.leads, keypoints);
  const forMs = at - (stage.lostSince ?? at);
  return {
    stage: { ...stage, is: 'paused', rest: attempt.rest, seenSince: undefined },
    tally: closed ? { ...tally, attempts: tally.attempts + 1 } : tally,
    happenings: [
      ...(closed?.happenings ?? []),
      { type: 'not-seen', missing: [...missing], forMs },
      { type: 'session-paused', why: 'not-seen' },
    ],
    reason: closed?.verdict?.reason,
  };
};

/** The keypoints of a list that are not usable now. */
export const missingOf = (names: readonly KeypointName[], keypoints: Keypoints): readonly KeypointName[] =>
  names.filter((name) => !isUsable(keypoints, name));

/** Waits for somebody who is not seen; a second of sight starts the countdown. */
export const waitForSight = (
  stage: Paused,
  at: Millis,
): { readonly stage: Stage; readonly happenings: readonly Happening[] } => {
  if (stage.lostSince !== undefined) return { stage: { ...stage, seenSince: undefined }, happenings: [] };
  const seenSince = stage.seenSince ?? at;
  if (at - seenSince < foundFor) return { stage: { ...stage, seenSince }, happenings: [] };
  return { stage: countingFrom(stage, stage.rest, at, true), happenings: [{ type: 'seen-again' }] };
};
