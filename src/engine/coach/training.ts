import type { Readings } from '../kinematics/reading.ts';
import type { Keypoints } from '../pose/keypoints.ts';
import { millis, type Millis } from '../units.ts';
import { interrupt, loseSight, pursue } from '../repetition/attempt.ts';
import { sideOf } from '../repetition/attempt-phases.ts';
import { choose, cueGiven, type WantedCue } from '../feedback/cue-selection.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import { allCleared, faultCues, watch } from '../feedback/fault-watch.ts';
import type { JudgedPhase } from '../exercise/phase.ts';
import type { Plan } from '../rules/plan.ts';
import { readyAfter, readyAt, wait, type Opening, type Ready } from '../repetition/ready.ts';
import { afterSet } from './sets.ts';
import { countingFrom, lookingAgain } from './setup-step.ts';
import { missingOf } from '../kinematics/missing.ts';
import type { Calibrated, Paused, Stage, Timing, Training } from './stage.ts';
import { closedOn, count, isSetComplete, nextNumber, type Counts } from '../feedback/counts.ts';
import { choiceOf } from '../rules/targets.ts';
import type { TrainingStep } from './training-step.ts';
import { keepTime } from './timing.ts';
import { endOf, open, type OpenAttempt } from '../repetition/open-attempt.ts';
import { isFar, type Verdict } from '../repetition/verdict.ts';

/**
 * After `lostFor` ms unseen, this is reported and the session pauses; after `foundFor` ms in sight, it resumes with a
 * countdown.
 */
const lostFor = millis(2000);
const foundFor = 1000;
/** A user who is away for longer than this may have moved: neutral is taken again, ms. */
const forgottenFor = 10_000;
/** A user who has stopped short of the goal, or of rest, for this long gets a cue to continue, ms. */
const stalledFor = 2000;
/** The rest between two endpoints before that cue, ms. */
const restedFor = 4000;

/** Judges one frame; tempo is not judged where too few poses come. */
export const train = (
  plan: Plan,
  stage: Training,
  counts: Counts,
  keypoints: Keypoints,
  at: Millis,
  isSparse = false,
): TrainingStep => {
  if (isLost(stage, at)) return pause(plan, stage, counts, keypoints, at);
  const { rulebook, shown } = stage.calibration;
  const {
    attempt: reached,
    events: happened,
    verdict,
    closedIn = 'ready',
    next: opening,
  } = isTurned(stage) ? standStill(stage) : moveOn(plan, stage, counts, at, isSparse);
  const lost = new Set(stage.lostSince === undefined ? missingOf(shown, keypoints) : []);
  const judged = isTurned(stage)
    ? { ...rulebook, faults: rulebook.faults.filter((fault) => fault.isTurned) }
    : rulebook;
  const phase = phaseOfAttempt(reached);
  const [faults, noticed] = watch(judged, stage.faults, stage.readings, stage.attempt.rest, lost, phase, at);
  const persisting = faultCues(judged, faults);
  const flaws = new Set([...stage.flaws, ...persisting.map(({ cue }) => cue)]);
  const counted = verdict ? count(plan, rulebook, counts, verdict, flaws, at) : counts;
  const isComplete = isSetComplete(plan, rulebook, counted);
  // A movement that turned out again goes on as the next attempt, unless that would be beyond the set.
  const isOn =
    opening !== undefined && !isComplete && stage.attempt.is === 'open' && stage.attempt.requires.is === 'inside';
  const on = isOn ? opened(stage.attempt, opening, stage.readings, closedIn, at) : undefined;
  const moved = on?.attempt ?? reached;
  const atRest: readonly UntimedEvent[] =
    verdict && !on ? [{ type: 'phase-changed', from: closedIn, to: 'ready' }] : [];
  const stalled = moved.is === 'open' ? stall(moved, at) : [];
  const [cues, given] = choose(counted.cues, [...persisting, ...stalled], at);
  const after: Counts = { ...counted, cues };
  const reason = verdict && (verdict.reason ?? null);
  const said = given ? [cueGiven(given)] : [];
  const events = [...happened, ...(on?.events ?? atRest), ...noticed, ...said];
  if (!isComplete) {
    const next: Training = { ...stage, attempt: moved, faults, flaws: verdict ? new Set() : flaws };
    return { stage: next, counts: after, events, reason };
  }
  // An attempt is still open if the user completes the set by a correction.
  const left = moved.is === 'open' ? interrupt(rulebook, moved) : [];
  const next = afterSet(plan, after, { ...stage, rest: moved.rest }, at);
  return { ...next, events: [...events, ...left, ...allCleared(faults), ...next.events], reason };
};

const phaseOfAttempt = (attempt: Training['attempt']): JudgedPhase =>
  attempt.is === 'ready' ? 'ready' : attempt.phase;

/** Advances a timed repetition by one frame, or pauses if the user is not seen. */
export const passTime = (plan: Plan, stage: Timing, counts: Counts, keypoints: Keypoints, at: Millis): TrainingStep =>
  isLost(stage, at) ? pause(plan, stage, counts, keypoints, at) : keepTime(plan, stage, counts, keypoints, at);

const isLost = ({ lostSince }: Calibrated, at: Millis): boolean => lostSince !== undefined && at - lostSince > lostFor;

/** Whether the user, at rest, is turned so that nothing can be judged: at once, not only when the fault is noticed. */
const isTurned = ({ attempt, calibration, faults }: Training): boolean =>
  attempt.is === 'ready' &&
  calibration.rulebook.faults.some((fault) => fault.isTurned && faults.get(fault.id)?.since !== undefined);

interface Moved {
  readonly attempt: Training['attempt'];
  readonly events: readonly UntimedEvent[];
  readonly verdict?: Verdict;
  /** The phase in which an attempt closed. */
  readonly closedIn?: JudgedPhase;
  /** The attempt that begins where this one turned. */
  readonly next?: Opening | undefined;
}

/** While the user is turned: at rest, with the start posture not yet taken. */
const standStill = ({ attempt }: Training): Moved => ({ attempt: readyAt(attempt.rest), events: [] });

/** Advances the open attempt, or waits for one to open. */
const moveOn = (plan: Plan, stage: Training, counts: Counts, at: Millis, isSparse: boolean): Moved => {
  const { attempt, readings, calibration } = stage;
  const { rulebook } = calibration;
  if (attempt.is === 'ready') {
    const [ready, opening] = wait(rulebook, attempt, readings, at);
    return opening ? opened(ready, opening, readings, 'ready', at) : { attempt: ready, events: [] };
  }
  const number = nextNumber(plan, counts, rulebook, attempt.repPath);
  const { state, events, verdict, next, rest } = pursue(plan, rulebook, attempt, readings, at, number, isSparse);
  if (!verdict) return { attempt: state, events };
  const tempo = verdict.tempo.flatMap((fault): readonly UntimedEvent[] => [
    { type: 'fault-noticed', fault, ...sideOf(state.repPath) },
    { type: 'fault-cleared', fault },
  ]);
  const after = readyAfter(rulebook, { ...state, rest: rest ?? state.rest }, at);
  return { attempt: after, events: [...events, ...tempo], verdict, closedIn: state.phase, next };
};

/** An attempt that opens, and its events. */
const opened = (
  from: Pick<Ready, 'rest' | 'requires'>,
  opening: Opening,
  readings: Readings,
  phase: JudgedPhase,
  at: Millis,
): Moved => {
  const change: readonly UntimedEvent[] =
    phase === 'working' ? [] : [{ type: 'phase-changed', from: phase, to: 'working' }];
  return {
    attempt: open(from, opening, readings, at),
    events: [{ type: 'attempt-opened', ...sideOf(opening.repPath) }, ...change],
  };
};

/** The cue for a user who has stopped short of the goal, or of rest. */
const stall = (attempt: OpenAttempt, at: Millis): readonly WantedCue[] => {
  const isBetweenEnds = attempt.completedEnds.length > 0 && attempt.isBack;
  if (isFar(attempt)) return [];
  if (attempt.phase === 'holding' || at - attempt.gained.at < (isBetweenEnds ? restedFor : stalledFor)) return [];
  const { cue, backCue } = endOf(attempt);
  const isOut = attempt.phase === 'working';
  const reason = { kind: 'stopped', on: isOut ? 'out' : 'back' } as const;
  return [{ cue: isOut ? cue : backCue, side: attempt.repPath.side, urgency: 'range', reason }];
};

/** Closes the open attempt and pauses. */
const pause = (
  plan: Plan,
  stage: Training | Timing,
  counts: Counts,
  keypoints: Keypoints,
  at: Millis,
): TrainingStep => {
  const { calibration, filters, readings, lostSince } = stage;
  const attempt = stage.is === 'training' ? stage.attempt : undefined;
  const closed = attempt?.is === 'open' ? loseSight(plan, calibration.rulebook, attempt, at) : undefined;
  const missing = missingOf(calibration.rulebook.primaryKeypoints, keypoints);
  const unseenSince = lostSince ?? at;
  const rest = stage.is === 'training' ? stage.attempt.rest : stage.rest;
  return {
    stage: {
      calibration,
      filters,
      readings,
      lostSince,
      is: 'paused',
      since: at,
      unseenSince,
      rest,
      seenSince: undefined,
    },
    counts: closed
      ? { ...counts, ...closedOn(calibration.rulebook, closed.state.repPath), attempts: counts.attempts + 1 }
      : counts,
    events: [
      ...(closed?.events ?? []),
      ...allCleared(stage.faults),
      { type: 'not-seen', missing: [...missing], forMs: at - unseenSince },
      { type: 'session-paused', why: 'not-seen' },
    ],
    reason: closed?.verdict?.reason,
  };
};

/**
 * Waits for a user who is not seen; a second of sight starts the countdown. After a long absence the user may sit
 * elsewhere: then set-up begins again, and the counts are kept.
 */
export const waitForSight = (
  stage: Paused,
  at: Millis,
): { readonly stage: Stage; readonly events: readonly UntimedEvent[] } => {
  if (stage.lostSince !== undefined && at - stage.since > forgottenFor) {
    return { stage: lookingAgain(stage, choiceOf(stage.calibration.rulebook.targets)), events: [] };
  }
  if (stage.lostSince !== undefined) return { stage: { ...stage, seenSince: undefined }, events: [] };
  const seenSince = stage.seenSince ?? at;
  if (at - seenSince < foundFor) return { stage: { ...stage, seenSince }, events: [] };
  const seenAgain: UntimedEvent = { type: 'seen-again', forMs: seenSince - stage.unseenSince };
  return { stage: countingFrom(stage, stage.rest, at, true), events: [seenAgain] };
};
