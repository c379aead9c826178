import { clean, uncleaned, type CleaningState } from '../pose/cleaning.ts';
import type { KeypointName, Keypoints } from '../pose/keypoints.ts';
import type { TimedPose } from '../pose/pose.ts';
import type { Millis } from '../units.ts';
import { sideOf } from './attempt-phases.ts';
import { retarget, takeReadings } from './bearings.ts';
import type { Coaching } from './coaching.ts';
import type { CoachingEvent, Happening, Reason } from './events.ts';
import type { HintId } from './hints.ts';
import { tipIn } from './fault-watch.ts';
import { leadOf } from './lead.ts';
import { repetitionsIn, type Plan } from './plan.ts';
import { practise, withoutRange } from './practice.ts';
import type { PersonalRange } from './ranges.ts';
import { countDown, countdownNumber, look, takeNeutral, takeStart } from './setup.ts';
import { lookingFor, step as setUpStep, type SetUpStep } from './set-up-step.ts';
import type { Sight } from './sight.ts';
import { missingOf } from './sight-lost.ts';
import { sightOf } from './sight-of.ts';
import { phaseOf, type Stage } from './stage.ts';
import { nothingCounted, type Tally } from './tally.ts';
import type { RangeChoice } from './targets.ts';
import { passTime, train, waitForSight } from './training.ts';

/** Everything that the coach remembers between two poses. */
export interface CoachState {
  readonly stage: Stage;
  readonly tally: Tally;
  readonly cleaning: CleaningState;
  /** What the person asked for since the last pose. */
  readonly asked: 'recalibrate' | 'skip-practice' | undefined;
  readonly hint: { readonly id: HintId | undefined; readonly candidate: HintId | undefined; readonly since: Millis };
  /** What the screens show; the same object as before where nothing of it has changed. */
  readonly coaching: Coaching;
}

/** A set-up hint replaces another when it has been right for this long, ms: words that flicker cannot be read. */
const hintDwell = 700;

/** The state before the first pose. */
export const begin = (plan: Plan): CoachState => ({
  stage: lookingFor(plan.range),
  asked: undefined,
  tally: nothingCounted,
  cleaning: uncleaned,
  hint: { id: undefined, candidate: undefined, since: 0 as Millis },
  coaching: {
    phase: 'looking',
    practising: undefined,
    hint: undefined,
    countdown: undefined,
    targets: plan.range.is === 'norm' ? 'norm' : 'personal',
    ranges: [],
    eased: 0,
    repetitions: 0,
    ofRepetitions: repetitionsIn(plan),
    attempts: 0,
    lastReason: undefined,
    cue: undefined,
    tip: undefined,
    notJudged: [],
    missing: [],
  },
});

/** Goes on without a practice, by the norm, or by time where there is none; nothing changes where none is under way. */
export const skipPractice = (state: CoachState): CoachState =>
  state.stage.is === 'practice' ? { ...state, asked: 'skip-practice' } : state;

/** Takes neutral and practice again, and keeps what was counted; nothing changes once the session has ended. */
export const recalibrate = (state: CoachState): CoachState =>
  state.stage.is === 'ended' ? state : { ...state, asked: 'recalibrate' };

/** The person's own ranges, as far as they are known. */
export const rangesOf = ({ stage }: CoachState): readonly PersonalRange[] => {
  const targets = 'bearings' in stage ? stage.bearings.rulebook.targets : undefined;
  return targets?.is === 'personal' ? targets.ranges : [];
};

/** Advances a plan by one pose: the next state, what was seen, and what happened. */
export const advance = (
  plan: Plan,
  state: CoachState,
  pose: TimedPose,
): readonly [CoachState, Sight, readonly CoachingEvent[]] => {
  const { at } = pose;
  const [cleaning, cleaned] = clean(state.cleaning, pose, 'bearings' in state.stage ? state.stage.bearings : undefined);
  const seen = withReadings(state.stage, cleaned.keypoints, at);
  const taken = askedStep(plan, state, seen, at) ?? stepOf(plan, seen, state.tally, cleaned.keypoints, at);
  const step = { ...taken, stage: stillEased(plan, taken.stage, taken.tally) };
  const hint = hintAfter(state.hint, step.hint, at);
  const coaching = coachingAfter(plan, state.coaching, step, hint.id, cleaned.keypoints, at);
  const happenings = [...step.happenings, ...stageChange(state.stage, step)];
  const events = happenings.map((one): CoachingEvent => ({ ...one, at, exercise: plan.exercise.id }));
  return [
    { stage: step.stage, asked: undefined, tally: step.tally, cleaning, hint, coaching },
    sightOf(plan, step.stage, cleaned, step.progress),
    events,
  ];
};

interface Step extends SetUpStep {
  readonly tally: Tally;
  readonly reason: Reason | null | undefined;
}

/** Targets that were eased stay so when neutral has been taken again. */
const stillEased = (plan: Plan, stage: Stage, { eased }: Tally): Stage => {
  if (stage.is !== 'countdown' || stage.bearings.rulebook.eased === eased) return stage;
  const { targets } = stage.bearings.rulebook;
  return { ...stage, bearings: retarget(plan, stage.bearings, stage.rest, { targets, eased }) };
};

/** The step that the person asked for, if any. */
const askedStep = (plan: Plan, { asked, tally }: CoachState, stage: Stage, at: Millis): Step | undefined => {
  if (asked === 'skip-practice' && stage.is === 'practice')
    return { ...withoutRange(plan, stage, at), tally, reason: undefined };
  if (asked !== 'recalibrate') return undefined;
  const range: RangeChoice = plan.range.is === 'norm' ? plan.range : { is: 'practice' };
  return { ...setUpStep(lookingFor(range)), tally: { ...tally, misses: 0, eased: 0 }, reason: undefined };
};

const withReadings = (stage: Stage, keypoints: Keypoints, at: Millis): Stage => {
  if (!('bearings' in stage)) return stage;
  const [filters, readings] = takeReadings(stage.bearings, stage.filters, keypoints, at);
  const { routes, targets, leads } = stage.bearings.rulebook;
  const isSeen =
    targets.is === 'timed'
      ? missingOf(leads, keypoints).length === 0
      : routes.every(({ ends }) => ends.every((end) => leadOf(end, readings) !== undefined));
  return { ...stage, filters, readings, lostSince: isSeen ? undefined : (stage.lostSince ?? at) };
};

const stepOf = (plan: Plan, stage: Stage, tally: Tally, keypoints: Keypoints, at: Millis): Step => {
  const setUp = (step: SetUpStep): Step => ({ ...step, tally, reason: undefined });
  switch (stage.is) {
    case 'looking':
      return setUp(look(plan, stage, keypoints, at));
    case 'neutral':
      return setUp(takeNeutral(plan, stage, keypoints, at));
    case 'start':
      return setUp(takeStart(plan, stage, at));
    case 'practice':
      return setUp(practise(plan, stage, at));
    case 'countdown':
      return setUp(countDown(stage, at));
    case 'training':
      return { ...train(plan, stage, tally, keypoints, at), hint: undefined, progress: 0 };
    case 'timing':
      return { ...passTime(plan, stage, tally, keypoints, at), hint: undefined, progress: 0 };
    case 'paused':
      return { ...waitForSight(stage, at), tally, hint: undefined, progress: 0, reason: undefined };
    case 'ended':
      return { stage, tally, hint: undefined, progress: 0, happenings: [], reason: undefined };
  }
};

/** A stage announces itself; the phases within an attempt are announced where they change. */
const stageChange = (before: Stage, { stage, happenings }: Step): readonly Happening[] => {
  if (before.is === stage.is) return [];
  const last = happenings.findLast((one) => one.type === 'phase-changed');
  const [from, to] = [last?.to ?? phaseOf(before), phaseOf(stage)];
  const change: readonly Happening[] = from === to ? [] : [{ type: 'phase-changed', from, to }];
  if (stage.is === 'ended') return [...change, { type: 'session-ended', why: 'completed' }];
  if (stage.is !== 'countdown' || stage.resumes) return change;
  const { routes, targets } = stage.bearings.rulebook;
  const [only] = routes.length === 1 ? routes : [];
  const range = targets.is === 'practice' ? 'norm' : targets.is;
  return [{ type: 'armed', range, ...(only ? sideOf(only) : {}) }, ...change];
};

const hintAfter = (before: CoachState['hint'], wanted: HintId | undefined, at: Millis): CoachState['hint'] => {
  if (wanted === before.id) return { id: before.id, candidate: wanted, since: at };
  const since = wanted === before.candidate ? before.since : at;
  const isDue = before.id === undefined ? at - since >= hintDwell / 2 : at - since >= hintDwell;
  return isDue ? { id: wanted, candidate: wanted, since: at } : { id: before.id, candidate: wanted, since };
};

const isSettingUp = ({ is }: Stage): boolean =>
  is === 'looking' || is === 'neutral' || is === 'start' || is === 'practice' || is === 'countdown';

/** While paused what the leading measures miss; while looking what set-up has said that it waits for. */
const missingAt = (stage: Stage, keypoints: Keypoints): readonly KeypointName[] => {
  if (stage.is === 'looking') return stage.missing;
  return stage.is === 'paused' ? missingOf(stage.bearings.rulebook.leads, keypoints) : [];
};

/** What is asked for, and the own ranges beside the norm; as before while nobody's bearings are known. */
const targetsIn = (plan: Plan, stage: Stage, before: Coaching): Pick<Coaching, 'targets' | 'ranges'> => {
  if (!('bearings' in stage)) return { targets: before.targets, ranges: before.ranges };
  const { targets, routes } = stage.bearings.rulebook;
  if (targets.is === 'norm' || targets.is === 'timed') return { targets: targets.is, ranges: [] };
  const ranges = targets.is === 'personal' ? targets.ranges : [];
  return {
    targets: 'personal',
    ranges: ranges.map(({ end, side, measure, value, error }) => {
      const judged = routes.find((route) => route.side === side)?.ends.find(({ name }) => name === end);
      const usual = plan.rules.ends.find(({ name }) => name === end)?.target;
      const norm = usual && !usual.of ? usual.value : undefined;
      return { end, side, measure, value, error, target: judged?.goal ?? value, norm };
    }),
  };
};

const coachingAfter = (
  plan: Plan,
  before: Coaching,
  step: Step,
  hint: HintId | undefined,
  keypoints: Keypoints,
  at: Millis,
): Coaching => {
  const { stage, tally } = step;
  const { shown } = tally.cues;
  const after: Coaching = {
    phase: phaseOf(stage),
    practising: stage.is === 'practice' ? (stage.attempt.is === 'ready' ? 'ready' : stage.attempt.phase) : undefined,
    hint: isSettingUp(stage) ? hint : undefined,
    countdown: countdownNumber(stage, at),
    ...targetsIn(plan, stage, before),
    eased: tally.eased,
    repetitions: tally.timed + tally.repetitions.reduce((sum, done) => sum + done, 0),
    ofRepetitions: before.ofRepetitions,
    attempts: tally.attempts,
    lastReason: step.reason === null ? undefined : (step.reason ?? before.lastReason),
    cue: shown && { cue: shown.cue, side: shown.side },
    tip: stage.is === 'training' ? tipIn(stage.bearings.rulebook, stage.faults) : undefined,
    notJudged: notJudgedAt(stage, before.notJudged),
    missing: missingAt(stage, keypoints),
  };
  return isSame(before, after) ? before : after;
};

/** What cannot be judged, taken when the bearings are and while nothing moves, so that the list does not flicker. */
const notJudgedAt = (stage: Stage, before: Coaching['notJudged']): Coaching['notJudged'] => {
  if (stage.is !== 'countdown' && !(stage.is === 'training' && stage.attempt.is === 'ready')) return before;
  const { rulebook } = stage.bearings;
  const unseen = rulebook.measured.filter(
    ({ measure, side }) => !stage.readings.get(side ? `${measure}.${side}` : measure)?.seen,
  );
  return [...new Set(unseen.map(({ measure }) => measure))];
};

const isSame = (a: Coaching, b: Coaching): boolean => JSON.stringify(a) === JSON.stringify(b);
