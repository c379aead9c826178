import { calmFor, calmFrom, keepCalm, meanKeypoints, sizeOf } from '../kinematics/calm.ts';
import { sightedBody } from '../kinematics/sighted-body.ts';
import type { Readings } from '../kinematics/reading.ts';
import type { Keypoints } from '../pose/keypoints.ts';
import type { Millis } from '../units.ts';
import { armsHang, bearingsFrom, takeReadings } from './bearings.ts';
import type { Happening } from './events.ts';
import { frame } from './framing.ts';
import type { HintId } from './hints.ts';
import type { Plan } from './plan.ts';
import { compare, unknownStanding } from './posture.ts';
import { readyAt } from './ready.ts';
import type { Counting, Known, Looking, Stage, TakingNeutral, TakingStart } from './stage.ts';

/*
 * The set-up check: framed for half a second, three calm seconds of neutral, the start posture held for two (where
 * start is rest, they are one), then 3-2-1.
 */

const framedFor = 500;
const startHeldFor = 2000;
const countdownFor = 3000;
/** A start posture may flicker for this long, ms. */
const flicker = 300;
/** Framing may be amiss for this long before set-up begins again, ms. */
const amissFor = 1000;
/** A person unseen for this long is looked for again, ms. */
const lostFor = 2000;

/** One step of a stage: the next one, the set-up hint, how far it has come (0-1), and what happened. */
export interface SetUpStep {
  readonly stage: Stage;
  readonly hint: HintId | undefined;
  readonly progress: number;
  readonly happenings: readonly Happening[];
}

const step = (stage: Stage, hint?: HintId, progress = 0, happenings: readonly Happening[] = []): SetUpStep => ({
  stage,
  hint,
  progress: Math.min(1, Math.max(0, progress)),
  happenings,
});

/** Nobody framed yet. */
export const looking: Looking = { is: 'looking', framedSince: undefined };

/** Waits until the person is framed as the view asks. */
export const look = (plan: Plan, stage: Looking, keypoints: Keypoints, at: Millis): SetUpStep => {
  const framing = frame(plan.view, keypoints);
  if (framing.is === 'amiss') return step(looking, framing.hint);
  const framedSince = stage.framedSince ?? at;
  if (at - framedSince < framedFor) return step({ is: 'looking', framedSince });
  const calm = calmFrom(keypoints, at);
  return step({ is: 'neutral', orientation: framing.orientation, calm, amissSince: undefined, hasHips: true });
};

/** Collects three calm seconds at rest. */
export const takeNeutral = (plan: Plan, stage: TakingNeutral, keypoints: Keypoints, at: Millis): SetUpStep => {
  const framing = frame(plan.view, keypoints);
  const isTurned = framing.is === 'framed' && framing.orientation.forward !== stage.orientation.forward;
  if (framing.is === 'amiss' || isTurned) {
    const amissSince = stage.amissSince ?? at;
    const hint = framing.is === 'amiss' ? framing.hint : undefined;
    return at - amissSince > amissFor ? step(looking, hint) : step({ ...stage, amissSince }, hint);
  }
  const body = sightedBody(keypoints, stage.orientation);
  const hasHips = body.centre('hip') !== undefined;
  const fresh: TakingNeutral = { ...stage, calm: calmFrom(keypoints, at), amissSince: undefined, hasHips };
  if (!armsHang(keypoints, stage.orientation)) return step(fresh, 'let-arms-hang');
  const calm = keepCalm(stage.calm, keypoints, sizeOf(body) ?? Infinity, at);
  if (calm.since === at) return step(fresh, 'sit-still');
  const next: TakingNeutral = { ...stage, calm, amissSince: undefined, hasHips };
  const hint = hasHips ? undefined : 'show-hips';
  if (at - calm.since < calmFor) return step(next, hint, (at - calm.since) / calmFor);
  return step(afterNeutral(plan, next, at), hint, 1, []);
};

const afterNeutral = (plan: Plan, { calm, orientation }: TakingNeutral, at: Millis): TakingStart | Counting => {
  const keypoints = meanKeypoints(calm);
  const bearings = bearingsFrom(plan, calm, orientation, keypoints);
  const [, readings] = takeReadings(bearings, new Map(), keypoints, at);
  const known: Known = { bearings, filters: new Map(), readings, lostSince: undefined };
  if (bearings.rulebook.start.length === 0)
    return { ...known, is: 'countdown', since: at, rest: readings, resumes: false };
  return {
    ...known,
    is: 'start',
    standing: unknownStanding,
    since: undefined,
    leftSince: undefined,
    rest: new Map(),
    frames: 0,
  };
};

/** Waits for the start posture, with the required one, to be held. */
export const takeStart = (stage: TakingStart, at: Millis): SetUpStep => {
  const { bearings, readings } = stage;
  const { rulebook } = bearings;
  if (stage.lostSince !== undefined && at - stage.lostSince > lostFor) return step(looking, 'step-into-view');
  const standing = compare([...rulebook.start, ...rulebook.requires], readings, stage.standing);
  if (standing.is !== 'inside' || stage.lostSince !== undefined) {
    const leftSince = stage.leftSince ?? at;
    if (stage.since === undefined || at - leftSince > flicker)
      return step(
        { ...stage, standing, since: undefined, leftSince, rest: new Map(), frames: 0 },
        'take-start-posture',
      );
    return step({ ...stage, standing, leftSince }, 'hold-start-posture', (at - stage.since) / startHeldFor);
  }
  const since = stage.since ?? at;
  const frames = stage.frames + 1;
  const rest = meanOf(stage.rest, readings, frames);
  const next: TakingStart = { ...stage, standing, since, leftSince: undefined, rest, frames };
  if (at - since < startHeldFor) return step(next, 'hold-start-posture', (at - since) / startHeldFor);
  return step(countingFrom(stage, rest, at, false), undefined, 1);
};

/** The running mean of readings over so many frames; what is not seen keeps its mean. */
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

/** 3-2-1 for somebody known. */
export const countingFrom = (
  { bearings, filters, readings, lostSince }: Known,
  rest: Readings,
  at: Millis,
  resumes: boolean,
): Counting => ({ is: 'countdown', bearings, filters, readings, lostSince, since: at, rest, resumes });

/** Counts down; judging begins at its end. */
export const countDown = (stage: Counting, at: Millis): SetUpStep => {
  if (stage.lostSince !== undefined && at - stage.lostSince > lostFor) {
    if (!stage.resumes) return step(looking, 'step-into-view');
    return step({ ...stage, is: 'paused', seenSince: undefined });
  }
  const { bearings, filters, readings, lostSince } = stage;
  if (at - stage.since < countdownFor) return step(stage, undefined, (at - stage.since) / countdownFor);
  const training: Stage = {
    is: 'training',
    bearings,
    filters,
    readings,
    lostSince,
    attempt: readyAt(stage.rest),
    faults: new Map(),
    flaws: new Set(),
  };
  return step(training, undefined, 1, stage.resumes ? [{ type: 'session-resumed' }] : []);
};

/** The number that a countdown shows: 3, 2, 1. */
export const countdownNumber = (stage: Stage, at: Millis): number | undefined =>
  stage.is === 'countdown' ? Math.max(1, Math.ceil((countdownFor - (at - stage.since)) / 1000)) : undefined;
