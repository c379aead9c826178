import type { KeypointName, Keypoints } from '../pose/keypoints.ts';
import { isUsable } from '../kinematics/sighted-body.ts';
import { millis, type Millis } from '../units.ts';
import { loseSight, pursue } from './attempt.ts';
import { sideOf } from './attempt-phases.ts';
import { choose, type WantedCue } from './cue-selection.ts';
import type { Happening, Reason } from './events.ts';
import { noticedFaults, watch } from './fault-watch.ts';
import type { JudgedPhase } from './phase.ts';
import type { Plan } from './plan.ts';
import { readyAt, wait } from './ready.ts';
import { countingFrom } from './setup.ts';
import type { Paused, Stage, Training } from './stage.ts';
import { count, isComplete, nextNumber, type Tally } from './tally.ts';
import { endOf, open, type Underway } from './underway.ts';
import type { Verdict } from './verdict.ts';

/** Not seen for this long: said, and paused, ms; seen again for the other: on after a countdown. */
const lostFor = millis(2000);
const foundFor = 1000;
/** Someone who has stopped short of the goal, or of rest, for this long is told how to go on, ms. */
const stalledFor = 2000;
/** Between two ends one may rest for this long before being told, ms. */
const restedFor = 4000;

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
  const { rulebook, shown } = stage.bearings;
  const [moved, happened, verdict] = moveOn(plan, stage, tally, at);
  const phase: JudgedPhase = moved.is === 'ready' ? 'ready' : moved.phase;
  const lost = new Set(missingOf(shown, keypoints));
  const [faults, noticed] = watch(rulebook, stage.faults, stage.readings, lost, phase, at);
  const persisting = noticedFaults(rulebook, faults);
  const flaws = new Set([...stage.flaws, ...persisting.map(({ cue }) => cue)]);
  const counted = verdict ? count(plan, rulebook, tally, verdict, flaws, at) : tally;
  const stalled = moved.is === 'underway' ? stall(moved, at) : [];
  const [cues, given] = choose(counted.cues, [...persisting, ...stalled], at);
  const after: Tally = { ...counted, cues };
  const said: readonly Happening[] = given ? [{ type: 'cue-given', cue: given.cue, ...sideOf(given) }] : [];
  const next: Training = { ...stage, attempt: moved, faults, flaws: verdict ? new Set() : flaws };
  return {
    stage: isComplete(plan, rulebook, after) ? { is: 'ended' } : next,
    tally: after,
    happenings: [...happened, ...noticed, ...said],
    reason: verdict && (verdict.reason ?? null),
  };
};

type Moved = readonly [Training['attempt'], readonly Happening[], Verdict | undefined];

const moveOn = (plan: Plan, stage: Training, tally: Tally, at: Millis): Moved => {
  const { attempt, readings, bearings } = stage;
  const { rulebook } = bearings;
  if (attempt.is === 'ready') {
    const [ready, opening] = wait(rulebook, attempt, readings, at);
    if (!opening) return [ready, [], undefined];
    const happenings: readonly Happening[] = [
      { type: 'attempt-opened', ...sideOf(opening.route) },
      { type: 'phase-changed', from: 'ready', to: 'working' },
    ];
    return [open(ready, opening, readings, at), happenings, undefined];
  }
  const number = nextNumber(tally, rulebook, attempt.route);
  const { state, happenings, verdict } = pursue(plan, rulebook, attempt, readings, at, number);
  if (!verdict) return [state, happenings, undefined];
  const fast: readonly Happening[] = [
    { type: 'fault-noticed', fault: 'fast-return', ...sideOf(state.route) },
    { type: 'fault-cleared', fault: 'fast-return' },
  ];
  const back: Happening = { type: 'phase-changed', from: state.phase, to: 'ready' };
  return [readyAt(state.rest), [...happenings, ...(verdict.isFast ? fast : []), back], verdict];
};

const stall = (attempt: Underway, at: Millis): readonly WantedCue[] => {
  const isBetweenEnds = attempt.legs.length > 0 && attempt.back.is === 'inside';
  if (attempt.phase === 'holding' || at - attempt.gained.at < (isBetweenEnds ? restedFor : stalledFor)) return [];
  const { cue, backCue } = endOf(attempt);
  return [{ cue: attempt.phase === 'working' ? cue : backCue, side: attempt.route.side }];
};

const pause = (plan: Plan, stage: Training, tally: Tally, keypoints: Keypoints, at: Millis): TrainingStep => {
  const { bearings, attempt } = stage;
  const closed = attempt.is === 'underway' ? loseSight(plan, attempt, at) : undefined;
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
