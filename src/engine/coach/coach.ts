import { clean, uncleaned, type CleaningState } from '../pose/cleaning.ts';
import { addPose, rateOf, unpaced, type PoseRate } from '../pose/pose-rate.ts';
import { isSameSize, type FrameSize, type TimedPose } from '../pose/pose.ts';
import type { Millis } from '../units.ts';
import { advise, unadvised, type Advising } from '../calibration/setup-advice.ts';
import { holdSoFar, sideOf } from '../repetition/attempt-phases.ts';
import { withTargets } from '../calibration/calibration.ts';
import type { Coaching } from './coaching.ts';
import { coachingAfter, coachingAtFirst } from './coaching-of.ts';
import type { CoachingEvent, Reason, UntimedEvent } from '../exercise/events.ts';
import type { HintId } from '../exercise/hints.ts';
import { judgedAt, type Plan } from '../rules/plan.ts';
import { practise, withoutRange } from './practice.ts';
import type { PersonalRange } from '../rules/personal-range.ts';
import { afterSet, rest, withRest } from './sets.ts';
import { countDown, checkFraming, judgingFrom, takeNeutral, takeStart } from './setup.ts';
import { lookingAgain, checkingFraming, step as setUpStep, type SetUpStep } from './setup-step.ts';
import type { Sight } from './sight.ts';
import { sightOf } from './sight-of.ts';
import type { CheckingFraming, Pacing, SettingUp, Stage } from './stage.ts';
import { armedEvent, closing, goalsEased, stageChange, timed } from './stage-events.ts';
import { pacedRepAt, runOn, startAt, type Stopwatch } from './metronome.ts';
import { filmStep, type Film } from './film-start.ts';
import { followEarly, notBegun, type Begun, type EarlyStart } from './early-start.ts';
import { withReadings } from './with-readings.ts';
import { fewestPoints } from '../repetition/smoothness.ts';
import { isSetComplete, nothingCounted, type Counted, type Counts } from '../feedback/counts.ts';
import { countIn, pace } from './timing.ts';
import { passTime, train, waitForSight } from './training.ts';
import { passUnjudged, type Unjudged } from './unjudged.ts';

/** Everything that the coach keeps between two poses. */
export interface CoachState {
  readonly stage: Stage;
  readonly counts: Counts;
  /** How many times the distance to the goals is eased by a tenth for pain. */
  readonly painEased: number;
  readonly unjudged: Unjudged;
  /** A user who may have begun before set-up is over. */
  readonly early: EarlyStart;
  /** Of a film, what was found ahead; `undefined` for a user who is there now. */
  readonly film: Film | undefined;
  /** For how long set-up has waited for a user who is in view. */
  readonly waited: Stopwatch | undefined;
  readonly cleaning: CleaningState;
  readonly poseRate: PoseRate;
  /** The size of the last picture; `undefined` before the first. */
  readonly frame: FrameSize | undefined;
  /** The user's request since the last pose. */
  readonly asked: 'recalibrate' | 'skip-practice' | undefined;
  readonly advising: Advising;
  readonly hint: { readonly id: HintId | undefined; readonly candidate: HintId | undefined; readonly since: Millis };
  /** What the screens show; the same object as before if nothing has changed. */
  readonly coaching: Coaching;
}

/** A set-up hint replaces another once it has applied for this long, ms: flickering words cannot be read. */
const hintDwell = 700;

/** The state before the first pose; `counted` contains the counts of an interrupted session, if any. */
export const begin = (plan: Plan, counted: Counted = nothingCounted): CoachState => ({
  stage: checkingFraming(plan.range),
  asked: undefined,
  counts: { ...nothingCounted, ...counted },
  painEased: plan.easeLevel,
  unjudged: new Map(),
  early: notBegun,
  film: undefined,
  waited: undefined,
  cleaning: uncleaned,
  poseRate: unpaced,
  frame: undefined,
  advising: unadvised,
  hint: { id: undefined, candidate: undefined, since: 0 as Millis },
  coaching: coachingAtFirst(plan, counted),
});

/** Judges the poses that follow as a film, with what was found ahead in it. */
export const beginFilm = (state: CoachState, film: Film): CoachState => ({ ...state, film });

/** Continues without practice, by the norm, or timed if there is none; no effect outside practice. */
export const skipPractice = (state: CoachState): CoachState =>
  state.stage.is === 'practice' ? { ...state, asked: 'skip-practice' } : state;

/** Takes neutral and practice again, and keeps the counts; no effect once the session has ended. */
export const recalibrate = (state: CoachState): CoachState =>
  state.stage.is === 'ended' ? state : { ...state, asked: 'recalibrate' };

/**
 * Sets how many times the distance to the goals is eased by a tenth for pain, replacing an earlier answer; it applies
 * from the next time at rest on.
 */
export const easeForPain = (state: CoachState, painEased: number): CoachState => ({ ...state, painEased });

/** Ends or extends the rest between two sets; no effect outside a rest. */
export const changeRest = (state: CoachState, change: Parameters<typeof withRest>[1]): CoachState => ({
  ...state,
  stage: withRest(state.stage, change),
});

/** The closing events of everything that is open, for a session that is ended from outside at a given time. */
export const close = (plan: Plan, { stage, unjudged }: CoachState, at: Millis): readonly CoachingEvent[] =>
  timed(plan, [...closing(stage), ...passUnjudged(unjudged, [], at)[1]], at);

/** The user's own ranges, as far as they are known. */
export const rangesOf = ({ stage }: CoachState): readonly PersonalRange[] => {
  const targets = 'calibration' in stage ? stage.calibration.rulebook.targets : undefined;
  return targets?.is === 'personal' ? targets.ranges : [];
};

/**
 * Advances a plan by one pose: cleans it, reads the measures, advances the stage, and derives hint and coaching.
 * Returns the next state, the sight and the events.
 */
export const advance = (
  plan: Plan,
  before: CoachState,
  pose: TimedPose,
): readonly [CoachState, Sight, readonly CoachingEvent[]] => {
  const { at } = pose;
  const isTurned = before.frame !== undefined && !isSameSize(before.frame, pose.frame);
  const state = isTurned ? turned(plan, before) : before;
  const poseRate = addPose(before.poseRate, pose);
  const isSparse = (rateOf(poseRate) ?? Infinity) < fewestPoints;
  const known = !isTurned && 'calibration' in state.stage ? state.stage.calibration : undefined;
  const [cleaning, cleaned] = clean(state.cleaning, pose, known);
  const measured = withReadings(state.stage, cleaned.keypoints, at);
  const setUp =
    askedStep(plan, state, measured, at) ??
    ofFilm(filmStep(plan, state.film, measured, cleaned), state.counts) ??
    stepOf(plan, measured, state.counts, cleaned, isSparse);
  const [early, begun] = followEarly(plan, state.early, setUp.stage, setUp.counts, cleaned, isSparse);
  const waited = waitedFor(state.waited, setUp.stage, at);
  // Who sees a film is not kept waiting by it.
  const isLate = waited !== undefined && waited.ms >= longestWait && !state.film;
  const going = begun ? begunStep(setUp, begun) : isLate ? byTime(setUp, at) : goingOn(setUp, state.early);
  const watched = pose.isUnread === true ? unwatched(plan, going, at) : going;
  const stepped = state.film ? withoutCountdown(watched, at) : watched;
  const easeLevel = state.painEased + stepped.counts.eased;
  const step: Step = { ...stepped, stage: withEasedGoals(plan, stepped.stage, easeLevel, at) };
  const advising = advise(state.advising, cleaned, {
    wanted: step.hint,
    isOpen: listensToAdvice(step.stage),
    isWaiting: step.stage.is === 'paused',
    judgedAt: judgedAt(plan),
  });
  const hint = hintAfter(state.hint, advising.hint, at);
  const coaching = coachingAfter(plan, state.coaching, { ...step, easeLevel, hint: hint.id }, cleaned);
  const [unjudged, told] = passUnjudged(state.unjudged, isJudging(step.stage) ? coaching.notJudged : [], at);
  const events = [
    ...(isTurned ? closing(before.stage) : []),
    ...step.events,
    ...goalsEased(stepped.stage, step.stage),
    ...told,
    ...stageChange(before.stage, step),
  ];
  return [
    {
      ...state,
      stage: step.stage,
      asked: undefined,
      counts: step.counts,
      unjudged,
      early,
      waited,
      cleaning,
      poseRate,
      frame: pose.frame,
      advising,
      hint,
      coaching,
    },
    sightOf(plan, step.stage, cleaned, step.progress),
    timed(plan, events, at),
  ];
};

/**
 * Forgets where in the picture the user was: in a picture of another shape, as after a phone was turned, no place or
 * length in pixels holds any more.
 */
const turned = (plan: Plan, state: CoachState): CoachState => ({
  ...state,
  ...(state.stage.is === 'ended' ? {} : calibratingAgain(plan, state.stage, state.counts)),
  cleaning: uncleaned,
  // The neutral that was found ahead is in pixels of the other shape.
  film: state.film && { neutral: undefined },
  early: notBegun,
  advising: unadvised,
});

/** The stage and the counts when neutral and practice begin again. */
const calibratingAgain = (
  plan: Plan,
  stage: Stage,
  counts: Counts,
): { readonly stage: CheckingFraming; readonly counts: Counts } => ({
  stage: lookingAgain(stage, plan.range.is === 'kept' ? { is: 'practice' } : plan.range),
  counts: { ...counts, failedInARow: 0, eased: 0 },
});

/** After this time the exercise begins by time, ms: a design choice. */
const longestWait = 30_000;

/** How long set-up has waited for a user who is in view; `undefined` in another stage. */
const waitedFor = (before: Stopwatch | undefined, stage: Stage, at: Millis): Stopwatch | undefined => {
  if (!isSettingUp(stage)) return undefined;
  const isAway = stage.is === 'looking' && stage.isEmpty;
  return before && !isAway ? runOn(before, at) : startAt(at);
};

const isSettingUp = (stage: Stage): stage is SettingUp =>
  stage.is === 'looking' || stage.is === 'neutral' || stage.is === 'start';

/** The step of a user who has begun while set-up waited. */
const begunStep = ({ stage: setUp, hint }: Step, { stage, counts, events }: Begun): Step => {
  const isArmed = setUp.is === 'countdown';
  const armed = 'calibration' in stage && !isArmed ? [armedEvent(stage.calibration.rulebook)] : [];
  return { stage, counts, hint, progress: 1, events: [...armed, ...events], reason: undefined };
};

/** The step of an exercise that begins by time, since set-up is not done. */
const byTime = ({ stage, counts, hint, events }: Step, at: Millis): Step => ({
  stage: isSettingUp(stage) ? { is: 'pacing', pacedRep: pacedRepAt(at), behind: stage } : stage,
  counts,
  hint,
  progress: 0,
  events: [...events, { type: 'begun-by-time', ...(hint ? { missing: hint } : {}) }],
  reason: undefined,
});

/** The stages in which a user need not be seen, and the rest between two sets. */
const needsNoSight: ReadonlySet<Stage['is']> = new Set<Stage['is']>([
  'counting-in',
  'pacing',
  'resting',
  'resting-unseen',
  'ended',
]);

/** The step of an exercise that goes on by time, since no detector reads the pictures; set-up waits for one that does. */
const unwatched = (plan: Plan, step: Step, at: Millis): Step => {
  const { stage } = step;
  if (needsNoSight.has(stage.is)) return step;
  const { stage: looking, counts } = calibratingAgain(plan, stage, step.counts);
  const resumed: readonly UntimedEvent[] = looking.isPaused ? [{ type: 'session-resumed' }] : [];
  const events = [...step.events, ...closing(stage), ...resumed];
  return byTime({ ...step, stage: { ...looking, isPaused: false }, counts, hint: 'unread', events }, at);
};

/** At the end of the countdown, a repetition that the user has begun goes on. */
const goingOn = (step: Step, { stage: begun }: EarlyStart): Step => {
  if (step.stage.is !== 'training' || begun?.is !== 'training' || begun.attempt.is !== 'open') return step;
  const { attempt } = begun;
  return {
    ...step,
    stage: { ...step.stage, attempt },
    events: [...step.events, { type: 'attempt-opened', ...sideOf(attempt.repPath) }, ...holdSoFar(attempt)],
  };
};

const ofFilm = (setUp: SetUpStep | undefined, counts: Counts): Step | undefined =>
  setUp && { ...setUp, counts, reason: undefined };

/** A film does not wait for a countdown: judging begins, or goes on, at once. */
const withoutCountdown = (step: Step, at: Millis): Step => {
  if (step.stage.is !== 'countdown') return step;
  const { resumes, calibration } = step.stage;
  const begins: UntimedEvent = resumes ? { type: 'session-resumed' } : armedEvent(calibration.rulebook);
  const stage = judgingFrom(step.stage, at);
  // The rest is known from elsewhere in the film, which may begin in movement.
  const isKnown = stage.is === 'training' && stage.attempt.is === 'ready' && !resumes;
  const judged = isKnown ? { ...stage, attempt: { ...stage.attempt, isSet: true } } : stage;
  return { ...step, stage: judged, events: [...step.events, begins] };
};

interface Step extends SetUpStep {
  readonly counts: Counts;
  readonly reason: Reason | null | undefined;
}

/**
 * The stage with goals at this ease level; goals change only at rest or where an attempt has just opened, and remain
 * eased when neutral is taken again.
 */
const withEasedGoals = (plan: Plan, stage: Stage, easeLevel: number, at: Millis): Stage => {
  if (stage.is !== 'countdown' && stage.is !== 'training') return stage;
  const { targets, easeLevel: before } = stage.calibration.rulebook;
  const attempt = stage.is === 'training' ? stage.attempt : undefined;
  const hasJustOpened = attempt?.is === 'open' && attempt.completedEnds.length === 0 && attempt.peak.at === at;
  if (before === easeLevel || (attempt?.is === 'open' && !hasJustOpened)) return stage;
  const rest = stage.is === 'countdown' ? stage.rest : stage.attempt.rest;
  const calibration = withTargets(plan, stage.calibration, rest, { targets, easeLevel });
  if (stage.is === 'countdown' || stage.attempt.is === 'ready') return { ...stage, calibration };
  const { repPath } = stage.attempt;
  const eased = calibration.rulebook.repPaths.find(({ side }) => side === repPath.side) ?? repPath;
  return { ...stage, calibration, attempt: { ...stage.attempt, repPath: eased } };
};

/** The step that the user requested, if any. */
const askedStep = (plan: Plan, { asked, counts }: CoachState, stage: Stage, at: Millis): Step | undefined => {
  if (asked === 'skip-practice' && stage.is === 'practice')
    return { ...withoutRange(plan, stage, at), counts, reason: undefined };
  if (asked !== 'recalibrate') return undefined;
  const again = calibratingAgain(plan, stage, counts);
  return { ...setUpStep(again.stage, undefined, 0, closing(stage)), counts: again.counts, reason: undefined };
};

const isJudging = ({ is }: Stage): boolean => is === 'training' || is === 'timing' || is === 'pacing';

/** Advances the stage by one pose. */
const stepOf = (plan: Plan, stage: Stage, counts: Counts, pose: TimedPose, isSparse: boolean): Step => {
  const { at, keypoints } = pose;
  const setUp = (step: SetUpStep): Step => ({ ...step, counts, reason: undefined });
  switch (stage.is) {
    case 'looking':
      return setUp(checkFraming(plan, stage, pose));
    case 'neutral':
      return setUp(takeNeutral(plan, stage, pose));
    case 'start':
      return setUp(takeStart(plan, stage, at));
    case 'practice':
      return setUp(practise(plan, stage, at));
    case 'countdown':
      return setUp(countDown(stage, pose));
    case 'counting-in':
      return setUp(countIn(stage, at));
    case 'training':
      return { ...train(plan, stage, counts, keypoints, at, isSparse), hint: undefined, progress: 0 };
    case 'timing':
      return { ...passTime(plan, stage, counts, keypoints, at), hint: undefined, progress: 0 };
    case 'pacing':
      return besideSetUp(plan, stage, counts, pose, isSparse);
    case 'resting':
    case 'resting-unseen':
      return setUp(rest(stage, at));
    case 'paused':
      // The user may complete the last set by a correction.
      if (counts.sets + 1 >= plan.sets && isSetComplete(plan, stage.calibration.rulebook, counts))
        return { ...afterSet(plan, counts, stage, at), hint: undefined, progress: 0, reason: undefined };
      return { ...waitForSight(stage, at), counts, hint: undefined, progress: 0, reason: undefined };
    case 'ended':
      return { stage, counts, hint: undefined, progress: 0, events: [], reason: undefined };
  }
};

/** Set-up goes on beside an exercise that began by time, and takes over once it is done. */
const besideSetUp = (plan: Plan, before: Pacing, counts: Counts, pose: TimedPose, isSparse: boolean): Step => {
  const setUp =
    before.behind && stepOf(plan, withReadings(before.behind, pose.keypoints, pose.at), counts, pose, isSparse);
  const behind = setUp && isSettingUp(setUp.stage) ? setUp.stage : undefined;
  if (setUp && !behind) return setUp;
  const paced = pace(plan, { ...before, behind }, counts, pose.at);
  return { ...paced, events: [...(setUp?.events ?? []), ...paced.events], hint: setUp?.hint, progress: 0 };
};

const hintAfter = (before: CoachState['hint'], wanted: HintId | undefined, at: Millis): CoachState['hint'] => {
  if (wanted === before.id) return { id: before.id, candidate: wanted, since: at };
  const since = wanted === before.candidate ? before.since : at;
  const isDue = before.id === undefined ? at - since >= hintDwell / 2 : at - since >= hintDwell;
  return isDue ? { id: wanted, candidate: wanted, since: at } : { id: before.id, candidate: wanted, since };
};

/** Advice is useful until neutral has been taken. */
const listensToAdvice = ({ is }: Stage): boolean => is === 'looking' || is === 'neutral';
