import type { KeypointName, Keypoints } from '../pose/keypoints.ts';
import type { TimedPose } from '../pose/pose.ts';
import { sideAfter } from './metronome.ts';
import type { Coaching } from './coaching.ts';
import type { Reason } from '../exercise/events.ts';
import { faultHintIn } from '../feedback/fault-watch.ts';
import type { HintId } from '../exercise/hints.ts';
import { repetitionsInSet, type Plan } from '../rules/plan.ts';
import { restLeft } from './sets.ts';
import { countdownNumber } from './setup.ts';
import { missingOf } from '../kinematics/missing.ts';
import { measureKey } from '../kinematics/reading.ts';
import { phaseOf, type Stage } from './stage.ts';
import { repetitionsInThisSet, type Counted, type Counts } from '../feedback/counts.ts';
import type { CorrectionBy } from '../feedback/correction.ts';
import type { RangeChoice } from '../rules/targets.ts';

/** The targets that a plan's range implies before calibration. */
const targetsAtFirst: Readonly<Record<RangeChoice['is'], Coaching['targets']>> = {
  norm: 'norm',
  practice: 'personal',
  kept: 'personal',
  timed: 'timed',
};

/** The current set, or the one about to begin, from 1. */
const currentSet = (plan: Plan, { sets }: Counted): number => Math.min(sets + 1, plan.sets);

/** What the screens show of the count. */
const countIn = (plan: Plan, counted: Counted): Pick<Coaching, 'set' | 'repetitions' | 'ownCount' | 'attempts'> => {
  const { own } = counted;
  return {
    set: currentSet(plan, counted),
    repetitions: repetitionsInThisSet(plan, counted),
    ownCount: own && own.added + own.takenBack > 0 ? own : undefined,
    attempts: counted.attempts,
  };
};

/**
 * What the screens show after a correction by the user, until the next frame: a repetition that was added is no longer
 * shown as an attempt that did not count, and a rest after which the set goes on is over.
 */
export const coachingCorrected = (plan: Plan, before: Coaching, counted: Counted, by: CorrectionBy): Coaching => ({
  ...before,
  ...countIn(plan, counted),
  lastReason: by === 1 ? undefined : before.lastReason,
  restSeconds: undefined,
});

/** What the screens show before the first pose. */
export const coachingAtFirst = (plan: Plan, counted: Counted): Coaching => ({
  phase: 'looking',
  practising: undefined,
  loneArm: undefined,
  isLoneArmRepeated: false,
  hint: undefined,
  countdown: undefined,
  targets: targetsAtFirst[plan.range.is],
  ranges: [],
  easeLevel: plan.easeLevel + counted.eased,
  ...countIn(plan, counted),
  ofSets: plan.sets,
  restSeconds: undefined,
  ofRepetitions: repetitionsInSet(plan),
  lastReason: undefined,
  cue: undefined,
  faultHint: undefined,
  notJudged: [],
  missing: [],
});

const settingUp: ReadonlySet<Stage['is']> = new Set([
  'looking',
  'neutral',
  'start',
  'practice',
  'countdown',
  'counting-in',
]);

/** Whether a hint is shown: in set-up, also beside timed repetitions; in a pause only what the camera needs. */
const isHinted = (stage: Stage, hint: HintId | undefined): boolean => {
  if (stage.is === 'paused') return hint === 'uncover-the-camera';
  return settingUp.has(stage.is) || (stage.is === 'pacing' && stage.behind !== undefined);
};

/** The endpoint and the side of a paced repetition. */
const towardsIn = (plan: Plan, stage: Stage, { timed }: Counts): Coaching['towards'] => {
  if (stage.is !== 'timing' && stage.is !== 'pacing') return undefined;
  const end = plan.rules.ends[stage.pacedRep.end];
  return end && { end: end.name, side: sideAfter(plan, timed) };
};

/**
 * While paused, the missing keypoints of the primary measures; while looking, also beside timed repetitions, those that
 * set-up has reported as missing.
 */
const missingAt = (stage: Stage, keypoints: Keypoints): readonly KeypointName[] => {
  if (stage.is === 'looking') return stage.missing;
  if (stage.is === 'pacing' && stage.behind) return missingAt(stage.behind, keypoints);
  return stage.is === 'paused' ? missingOf(stage.calibration.rulebook.primaryKeypoints, keypoints) : [];
};

/** The targets, and the own ranges beside the norm; unchanged before calibration. */
const targetsIn = (plan: Plan, stage: Stage, before: Coaching): Pick<Coaching, 'targets' | 'ranges'> => {
  if (stage.is === 'pacing') return { targets: 'timed', ranges: [] };
  if (!('calibration' in stage)) return { targets: before.targets, ranges: before.ranges };
  const { targets, repPaths } = stage.calibration.rulebook;
  if (targets.is === 'norm' || targets.is === 'timed') return { targets: targets.is, ranges: [] };
  const ranges = targets.is === 'personal' ? targets.ranges : [];
  return {
    targets: 'personal',
    ranges: ranges.map(({ end, side, measure, value, error }) => {
      const judged = repPaths.find((repPath) => repPath.side === side)?.ends.find(({ name }) => name === end);
      const usual = plan.rules.ends.find(({ name }) => name === end)?.target;
      const norm = usual && !usual.of ? usual.value : undefined;
      return { end, side, measure, value, error, target: judged?.goal ?? value, norm };
    }),
  };
};

/** What the coaching is derived from after a frame. */
export interface Shown {
  readonly stage: Stage;
  readonly counts: Counts;
  /** How many times the distance to the goals is eased by a tenth: for pain, and after attempts that fell short. */
  readonly easeLevel: number;
  /** The set-up hint that is due. */
  readonly hint: HintId | undefined;
  /** Why an attempt that closed in this frame was no repetition; `null` if it was one, `undefined` if none closed. */
  readonly reason: Reason | null | undefined;
}

/** What the screens show after a frame with this cleaned pose; the same object as before if nothing has changed. */
export const coachingAfter = (
  plan: Plan,
  before: Coaching,
  { stage, counts, easeLevel, hint, reason }: Shown,
  { at, keypoints, isUnread }: TimedPose,
): Coaching => {
  const { shown } = counts.cues;
  const after: Coaching = {
    phase: phaseOf(stage),
    practising: stage.is === 'practice' ? (stage.attempt.is === 'ready' ? 'ready' : stage.attempt.phase) : undefined,
    loneArm: stage.is === 'practice' ? stage.arms.lone : undefined,
    isLoneArmRepeated: stage.is === 'practice' && stage.arms.isRepeated,
    faces: facesIn(stage) ?? before.faces,
    hint: isHinted(stage, hint) ? hint : undefined,
    countdown: countdownNumber(stage, at),
    ...targetsIn(plan, stage, before),
    towards: towardsIn(plan, stage, counts),
    easeLevel,
    ...countIn(plan, counts),
    ofSets: plan.sets,
    restSeconds: stage.is === 'resting' || stage.is === 'resting-unseen' ? restLeft(stage) : undefined,
    ofRepetitions: before.ofRepetitions,
    lastReason: reason === null ? undefined : (reason ?? before.lastReason),
    cue: shown && { cue: shown.cue, side: shown.side, urgency: shown.urgency },
    faultHint: stage.is === 'training' ? faultHintIn(stage.calibration.rulebook, stage.faults) : undefined,
    notJudged: notJudgedAt(stage, before.notJudged),
    missing: missingAt(stage, keypoints),
    ...(isUnread === true ? { isUnread } : {}),
  };
  return isSame(before, after) ? before : after;
};

const facesIn = (stage: Stage): 1 | -1 | undefined => {
  const orientation =
    stage.is === 'neutral' ? stage.orientation : 'calibration' in stage ? stage.calibration.orientation : undefined;
  return orientation?.view === 'side' ? orientation.forward : undefined;
};

/** The measures that cannot be judged, updated only in the countdown and at rest, so that the list does not flicker. */
const notJudgedAt = (stage: Stage, before: Coaching['notJudged']): Coaching['notJudged'] => {
  if (stage.is !== 'countdown' && !(stage.is === 'training' && stage.attempt.is === 'ready')) return before;
  const { rulebook } = stage.calibration;
  const unseen = rulebook.measured.filter(({ measure, side }) => !stage.readings.get(measureKey(measure, side))?.seen);
  return [...new Set(unseen.map(({ measure }) => measure))];
};

/** Whether two plain values are deeply equal. */
const isSame = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isSame(Reflect.get(a, key), Reflect.get(b, key)));
};
