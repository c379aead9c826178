import { stillFor, stillPeriodFrom, extendStillPeriod, sizeOf } from '../kinematics/still-period.ts';
import type { Orientation } from '../pose/orientation.ts';
import { sightedBody } from '../kinematics/sighted-body.ts';
import type { Readings } from '../kinematics/reading.ts';
import type { TimedPose } from '../pose/pose.ts';
import type { Millis } from '../units.ts';
import { pacedRepAt } from './metronome.ts';
import { armsHang, calibrate, withTargets, type CalibrationSource } from '../calibration/calibration.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import { frame, type Framing } from '../calibration/framing.ts';
import { judgedAt, type Plan } from '../rules/plan.ts';
import { compare, unknownStanding } from '../rules/posture-check.ts';
import { practiceFrom } from './practice.ts';
import { readyAt, stillReadyAt } from '../repetition/ready.ts';
import { missingOf } from '../kinematics/missing.ts';
import { countdownFor, countingFrom, countingInAt, checkingFraming, step, type SetUpStep } from './setup-step.ts';
import type {
  Calibrated,
  CheckingFraming,
  Counting,
  CountingIn,
  Stage,
  TakingNeutral,
  TakingStart,
  Timing,
  Training,
} from './stage.ts';
import { choiceOf, needsPractice, rangeOf, type RangeChoice, type Targets } from '../rules/targets.ts';
import { repPathSides, setUpKeypointsOf } from '../rules/rulebook.ts';

/*
 * Set-up: framed for half a second, a still period of three seconds for neutral, the start posture held for two (if the
 * start is rest, the two are one), practice if the user's own range is required, then the countdown. If repetitions are
 * only timed, nothing is required, and the user need not be seen.
 */

const framedFor = 500;
const startHeldFor = 2000;
/** A start posture may be lost for this long, ms. */
const flicker = 300;
/** Framing may be wrong for this long before set-up begins again, ms. */
const misframedFor = 1000;
/** A user who is unseen for longer than this must be framed again, ms. */
const lostFor = 2000;

/** Checks a cleaned pose against what a plan needs. */
export const framingOf = (plan: Plan, pose: TimedPose): Framing =>
  frame(plan.view, pose, (orientation) => setUpKeypointsOf(plan, orientation), judgedAt(plan), plan.arm);

/** Waits until the user is framed as the view requires, and reports the required keypoints that are not seen. */
export const checkFraming = (plan: Plan, stage: CheckingFraming, pose: TimedPose): SetUpStep => {
  const { at, keypoints } = pose;
  if (stage.range.is === 'timed') return step(countingInAt(at), 'only-the-time');
  const framing = framingOf(plan, pose);
  const blind = framing.is === 'misframed' && framing.missing.length > 0;
  const blindSince = blind ? (stage.blindSince ?? at) : undefined;
  const isDue = blindSince !== undefined && at - blindSince >= lostFor;
  const missing = framing.is === 'misframed' ? framing.missing : [];
  const events: UntimedEvent[] = [];
  if (isDue && !stage.isBlindSaid) events.push({ type: 'not-seen', missing: [...missing], forMs: at - blindSince });
  const isSeenAgain = !blind && stage.isBlindSaid;
  if (isSeenAgain) events.push({ type: 'seen-again', forMs: at - (stage.blindSince ?? at) });
  if (isSeenAgain && stage.isPaused) events.push({ type: 'session-resumed' });
  const next: CheckingFraming = {
    ...stage,
    isEmpty: framing.is === 'misframed' && framing.hint === 'step-into-view',
    framedSince: framing.is === 'framed' ? (stage.framedSince ?? at) : undefined,
    missing: isDue ? missing : [],
    blindSince,
    isBlindSaid: blind && (stage.isBlindSaid || isDue),
    isPaused: stage.isPaused && !isSeenAgain,
  };
  if (framing.is === 'misframed') return step(next, framing.hint, 0, events);
  if (at - (next.framedSince ?? at) < framedFor) return step(next, undefined, 0, events);
  const stillPeriod = stillPeriodFrom(keypoints, at);
  const { range } = stage;
  const { orientation } = framing;
  return step({ is: 'neutral', range, orientation, stillPeriod, misframedSince: undefined }, undefined, 0, events);
};

/** Collects the still period: three calm seconds at rest. */
export const takeNeutral = (plan: Plan, stage: TakingNeutral, pose: TimedPose): SetUpStep => {
  const { at, keypoints } = pose;
  const framing = framingOf(plan, pose);
  const isTurned = framing.is === 'framed' && framing.orientation.forward !== stage.orientation.forward;
  if (framing.is === 'misframed' || isTurned) {
    const misframedSince = stage.misframedSince ?? at;
    const hint = framing.is === 'misframed' ? framing.hint : undefined;
    return at - misframedSince > misframedFor
      ? step(checkingFraming(stage.range), hint)
      : step({ ...stage, misframedSince }, hint);
  }
  const fresh: TakingNeutral = { ...stage, stillPeriod: stillPeriodFrom(keypoints, at), misframedSince: undefined };
  if (!armsHang(keypoints, stage.orientation, plan.arm)) return step(fresh, 'let-arms-hang');
  const stillPeriod = extendStillPeriod(
    stage.stillPeriod,
    keypoints,
    sizeOf(sightedBody(keypoints, stage.orientation)) ?? Infinity,
    at,
  );
  if (stillPeriod.since === at) return step(fresh, 'sit-still');
  const next: TakingNeutral = { ...stage, stillPeriod, misframedSince: undefined };
  if (at - stillPeriod.since < stillFor) return step(next, undefined, (at - stillPeriod.since) / stillFor);
  return step(afterNeutral(plan, next, at), undefined, 1);
};

/** The stage after neutral: the start posture, unless the start is rest. */
export const afterNeutral = (
  plan: Plan,
  { range, ...source }: CalibrationSource & Pick<TakingNeutral, 'range'>,
  at: Millis,
): Stage => {
  const [calibration, readings] = calibrate(plan, source, targetsFor(plan, range, source.orientation));
  const calibrated: Calibrated = { calibration, filters: new Map(), readings, lostSince: undefined };
  if (calibration.rulebook.start.length === 0) return afterStart(calibrated, readings, at);
  return {
    ...calibrated,
    is: 'start',
    range,
    thresholdState: unknownStanding,
    since: undefined,
    leftSince: undefined,
    rest: new Map(),
    frames: 0,
  };
};

/** The targets at first: stored ranges only if they cover every endpoint and side. */
const targetsFor = (plan: Plan, range: RangeChoice, orientation: Orientation): Targets => {
  if (range.is === 'norm') return { is: needsPractice(plan.rules) ? 'timed' : 'norm' };
  if (range.is !== 'kept') return { is: range.is };
  const isWhole = repPathSides(plan, orientation).every((side) =>
    plan.rules.ends.every(({ name }) => rangeOf(range.ranges, name, side)),
  );
  return isWhole ? { is: 'personal', ranges: range.ranges } : { is: 'practice' };
};

/** Practice if the targets come from it, else the countdown. */
const afterStart = (calibrated: Calibrated, rest: Readings, at: Millis): Stage =>
  calibrated.calibration.rulebook.targets.is === 'practice'
    ? practiceFrom(calibrated, rest, at)
    : countingFrom(calibrated, rest, at, false);

/** Waits for the start posture and the required posture to be held for `heldFor` ms. */
export const takeStart = (plan: Plan, stage: TakingStart, at: Millis, heldFor = startHeldFor): SetUpStep => {
  const { calibration, readings } = stage;
  const { rulebook } = calibration;
  if (stage.lostSince !== undefined && at - stage.lostSince > lostFor)
    return step(checkingFraming(stage.range), 'step-into-view');
  const thresholdState = compare([...rulebook.start, ...rulebook.requires], readings, stage.thresholdState);
  if (thresholdState.is !== 'inside' || stage.lostSince !== undefined) {
    const leftSince = stage.leftSince ?? at;
    if (stage.since === undefined || at - leftSince > flicker)
      return step(
        { ...stage, thresholdState, since: undefined, leftSince, rest: new Map(), frames: 0 },
        'take-start-posture',
      );
    return step({ ...stage, thresholdState, leftSince }, 'hold-start-posture', (at - stage.since) / heldFor);
  }
  const since = stage.since ?? at;
  const frames = stage.frames + 1;
  const rest = meanOf(stage.rest, readings, frames);
  const next: TakingStart = { ...stage, thresholdState, since, leftSince: undefined, rest, frames };
  if (at - since < heldFor) return step(next, 'hold-start-posture', (at - since) / heldFor);
  // From here on, rest is what was read in the start posture.
  const calibrated = {
    ...stage,
    calibration: withTargets(plan, calibration, rest, { targets: rulebook.targets, easeLevel: 0 }),
  };
  return step(afterStart(calibrated, rest, at), undefined, 1);
};

/** The running mean of readings over this many frames; an unseen measure keeps its mean. */
const meanOf = (mean: Readings, readings: Readings, frames: number): Readings => {
  const next = new Map(mean);
  for (const [key, reading] of readings) {
    const before = mean.get(key);
    if (!reading.seen) continue;
    const value = before?.seen ? before.value + (reading.value - before.value) / frames : reading.value;
    next.set(key, { ...reading, value });
  }
  return next;
};

/** Advances the countdown; judging begins at its end. */
export const countDown = (stage: Counting, { at, keypoints }: TimedPose): SetUpStep => {
  const { lostSince: unseenSince } = stage;
  if (unseenSince !== undefined && at - unseenSince > lostFor) {
    const { targets, primaryKeypoints } = stage.calibration.rulebook;
    if (!stage.resumes) return step(checkingFraming(choiceOf(targets)), 'step-into-view');
    const lost: UntimedEvent = {
      type: 'not-seen',
      missing: [...missingOf(primaryKeypoints, keypoints)],
      forMs: at - unseenSince,
    };
    return step({ ...stage, is: 'paused', since: at, unseenSince, seenSince: undefined }, undefined, 0, [lost]);
  }
  const isTimed = stage.calibration.rulebook.targets.is === 'timed';
  if (at - stage.since < countdownFor)
    return step(stage, isTimed ? 'only-the-time' : undefined, (at - stage.since) / countdownFor);
  return step(judgingFrom(stage, at), undefined, 1, stage.resumes ? [{ type: 'session-resumed' }] : []);
};

/** What follows a countdown: judging, or timing in sight. */
export const judgingFrom = (stage: Counting, at: Millis): Training | Timing => {
  const { calibration, filters, readings, lostSince, rest } = stage;
  const calibrated = { calibration, filters, readings, lostSince };
  if (calibration.rulebook.targets.is === 'timed')
    return { ...calibrated, is: 'timing', pacedRep: pacedRepAt(at), rest, faults: new Map() };
  return {
    ...calibrated,
    is: 'training',
    attempt: stage.resumes ? readyAt(rest) : stillReadyAt(calibration.rulebook, rest, at),
    faults: new Map(),
    flaws: new Set(),
  };
};

/** The number that a countdown shows: 3, 2, 1; `undefined` in another stage. */
export const countdownNumber = (stage: Stage, at: Millis): number | undefined => {
  if (stage.is !== 'countdown' && stage.is !== 'counting-in') return undefined;
  return Math.max(1, Math.ceil((countdownFor - countedFor(stage, at)) / 1000));
};

const countedFor = (stage: Counting | CountingIn, at: Millis): number =>
  stage.is === 'countdown' ? at - stage.since : stage.watch.ms;
