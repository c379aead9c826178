import { searchCalm, unsearched, type CalmSearch } from '../calibration/calm-search.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import type { Counts } from '../feedback/counts.ts';
import type { TimedPose } from '../pose/pose.ts';
import { sideOf } from '../repetition/attempt-phases.ts';
import type { Plan } from '../rules/plan.ts';
import { needsPractice, type RangeChoice } from '../rules/targets.ts';
import type { Millis } from '../units.ts';
import { practise } from './practice.ts';
import { afterNeutral, framingOf, judgingFrom, takeStart } from './setup.ts';
import type { Counting, Practising, Stage, TakingStart, Training } from './stage.ts';
import { train } from './training.ts';
import { withReadings } from './with-readings.ts';

/*
 * A user who begins while set-up still waits. Beside set-up, the same rules follow the user from the calmest second seen
 * so far. A repetition, or one whose hold was too short, proves that the user has begun: judging starts with it, and it
 * counts. Until then nothing of this is shown.
 */

/** How long a start posture must be held by a user who does not wait, ms. */
export const brieflyHeld = 300;

/** The stages through which an early start passes. */
type EarlyStage = TakingStart | Practising | Training;

/** What is known of a user who may have begun. */
export interface EarlyStart extends CalmSearch {
  readonly stage: EarlyStage | undefined;
}

/** Nothing known yet. */
export const notBegun: EarlyStart = { ...unsearched, stage: undefined };

/** The stage with which judging begins early, its counts, and the events of what the user did. */
export interface Begun {
  readonly stage: Stage;
  readonly counts: Counts;
  readonly events: readonly UntimedEvent[];
}

/**
 * Advances by one frame of set-up; `counts` are those of the session, `setUp` is its stage. Tempo is not judged where too
 * few poses come.
 */
export const followEarly = (
  plan: Plan,
  before: EarlyStart,
  setUp: Stage,
  counts: Counts,
  pose: TimedPose,
  isSparse: boolean,
): readonly [EarlyStart, Begun | undefined] => {
  const range = rangeIn(plan, setUp);
  if (!range || needsPractice(plan.rules)) return [notBegun, undefined];
  const calmed = setUp.is === 'countdown' ? fromCountdown(before, setUp, pose.at) : fromCalm(plan, before, range, pose);
  if (!calmed.stage) return [calmed, undefined];
  return advance(plan, calmed, withReadings(calmed.stage, pose.keypoints, pose.at), counts, pose, isSparse);
};

/** The range that set-up is for; `undefined` in a stage in which no one can begin early. */
const rangeIn = (plan: Plan, setUp: Stage): RangeChoice | undefined => {
  if (setUp.is === 'countdown')
    return setUp.resumes || setUp.calibration.rulebook.targets.is === 'timed' ? undefined : plan.range;
  if (setUp.is === 'pacing') return setUp.behind && rangeIn(plan, setUp.behind);
  if (setUp.is !== 'looking' && setUp.is !== 'neutral' && setUp.is !== 'start') return undefined;
  return setUp.range.is === 'timed' ? undefined : setUp.range;
};

const isFollowing = ({ stage }: EarlyStart): boolean =>
  stage !== undefined && stage.is !== 'start' && stage.attempt.is === 'open';

/** During the countdown set-up has calibrated: an early start goes on from that. */
const fromCountdown = (before: EarlyStart, setUp: Counting, at: Millis): EarlyStart => {
  if (isFollowing(before) || before.score === -Infinity) return before;
  const stage = judgingFrom(setUp, at);
  return stage.is === 'training' ? { ...before, score: -Infinity, stage } : notBegun;
};

/** Takes neutral from the calmest stretch of hanging arms so far, unless a movement is being followed. */
const fromCalm = (plan: Plan, before: EarlyStart, range: RangeChoice, pose: TimedPose): EarlyStart => {
  const search = searchCalm(before, framingOf(plan, pose), pose, { arm: plan.arm, isOpen: !isFollowing(before) });
  const { calmest } = search;
  if (!calmest || calmest === before.calmest) return { ...before, ...search };
  const lastRules = before.stage?.calibration.rulebook;
  return { ...search, stage: earlyStage(afterNeutral(plan, { ...calmest, range, lastRules }, pose.at), pose.at) };
};

/** The stage without a countdown; `undefined` where nothing is judged. */
const earlyStage = (stage: Stage, at: Millis): EarlyStage | undefined => {
  const begun = stage.is === 'countdown' ? judgingFrom(stage, at) : stage;
  return begun.is === 'start' || begun.is === 'practice' || begun.is === 'training' ? begun : undefined;
};

/** Advances the stage by one frame; returns what begins, if the user has shown it. */
const advance = (
  plan: Plan,
  before: EarlyStart,
  stage: EarlyStage,
  counts: Counts,
  { at, keypoints }: TimedPose,
  isSparse: boolean,
): readonly [EarlyStart, Begun | undefined] => {
  if (stage.is === 'start')
    return [{ ...before, stage: earlyStage(takeStart(plan, stage, at, brieflyHeld).stage, at) }, undefined];
  if (stage.is === 'practice') {
    const { stage: after, events } = practise(plan, stage, at);
    if (after.is !== 'countdown') return [{ ...before, stage: earlyStage(after, at) }, undefined];
    return [notBegun, { stage: judgingFrom(after, at), counts, events }];
  }
  const step = train(plan, stage, counts, keypoints, at, isSparse);
  if (!hasBegun(step.reason))
    return [step.stage.is === 'training' ? { ...before, stage: step.stage } : notBegun, undefined];
  const closing = step.events.filter(({ type }) => shown.has(type));
  const opened = { type: 'attempt-opened', ...sideOfFirst(closing) } as const;
  return [
    notBegun,
    {
      stage: step.stage.is === 'training' ? { ...step.stage, faults: new Map() } : step.stage,
      counts: { ...step.counts, cues: counts.cues },
      events: [opened, ...closing],
    },
  ];
};

/** What is shown of the frame in which the user has begun: what closed, and the next attempt if it opened. */
const shown: ReadonlySet<UntimedEvent['type']> = new Set([
  'rep-completed',
  'rep-attempted',
  'set-completed',
  'attempt-opened',
]);

const sideOfFirst = ([first]: readonly UntimedEvent[]) =>
  first && 'side' in first ? sideOf({ side: first.side }) : {};

/** Whether an attempt that closed shows that the exercise has begun: a repetition, or all of one but the time held. */
const hasBegun = (reason: ReturnType<typeof train>['reason']): boolean => reason === null || reason?.kind === 'hold';
