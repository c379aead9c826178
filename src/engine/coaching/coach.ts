import { clean, uncleaned, type CleaningState } from '../pose/cleaning.ts';
import type { Keypoints } from '../pose/keypoints.ts';
import type { TimedPose } from '../pose/pose.ts';
import type { Millis } from '../units.ts';
import { sideOf } from './attempt-phases.ts';
import { takeReadings } from './bearings.ts';
import type { Coaching } from './coaching.ts';
import type { CoachingEvent, Happening, Reason } from './events.ts';
import type { HintId } from './hints.ts';
import { leadOf } from './lead.ts';
import { repetitionsIn, type Plan } from './plan.ts';
import { countDown, countdownNumber, look, looking, takeNeutral, takeStart, type SetUpStep } from './setup.ts';
import type { Sight } from './sight.ts';
import { sightOf } from './sight-of.ts';
import { phaseOf, type Stage } from './stage.ts';
import { nothingCounted, type Tally } from './tally.ts';
import { missingOf, train, waitForSight } from './training.ts';

/** Everything that the coach remembers between two poses. */
export interface CoachState {
  readonly stage: Stage;
  readonly tally: Tally;
  readonly cleaning: CleaningState;
  readonly hint: { readonly id: HintId | undefined; readonly candidate: HintId | undefined; readonly since: Millis };
  /** What the screens show; the same object as before where nothing of it has changed. */
  readonly coaching: Coaching;
}

/** A set-up hint replaces another when it has been right for this long, ms: words that flicker cannot be read. */
const hintDwell = 700;

/** The state before the first pose. */
export const begin = (plan: Plan): CoachState => ({
  stage: looking,
  tally: nothingCounted,
  cleaning: uncleaned,
  hint: { id: undefined, candidate: undefined, since: 0 as Millis },
  coaching: {
    phase: 'looking',
    hint: undefined,
    countdown: undefined,
    repetitions: 0,
    ofRepetitions: repetitionsIn(plan),
    attempts: 0,
    lastReason: undefined,
    cue: undefined,
    notJudged: [],
    missing: [],
  },
});

/** Advances a plan by one pose: the next state, what was seen, and what happened. */
export const advance = (
  plan: Plan,
  state: CoachState,
  pose: TimedPose,
): readonly [CoachState, Sight, readonly CoachingEvent[]] => {
  const { at } = pose;
  const scale = 'bearings' in state.stage ? state.stage.bearings.scale : undefined;
  const [cleaning, cleaned] = clean(state.cleaning, pose, scale);
  const seen = withReadings(state.stage, cleaned.keypoints, at);
  const step = stepOf(plan, seen, state.tally, cleaned.keypoints, at);
  const hint = hintAfter(state.hint, step.hint, at);
  const coaching = coachingAfter(state.coaching, step, hint.id, cleaned.keypoints, at);
  const happenings = [...step.happenings, ...stageChange(state.stage, step)];
  const events = happenings.map((one): CoachingEvent => ({ ...one, at, exercise: plan.exercise.id }));
  return [
    { stage: step.stage, tally: step.tally, cleaning, hint, coaching },
    sightOf(plan, step.stage, cleaned, step.progress),
    events,
  ];
};

interface Step extends SetUpStep {
  readonly tally: Tally;
  readonly reason: Reason | null | undefined;
}

const withReadings = (stage: Stage, keypoints: Keypoints, at: Millis): Stage => {
  if (!('bearings' in stage)) return stage;
  const [filters, readings] = takeReadings(stage.bearings, stage.filters, keypoints, at);
  const ends = stage.bearings.rulebook.routes.flatMap((route) => route.ends);
  const isSeen = ends.every((end) => leadOf(end, readings) !== undefined);
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
      return setUp(takeStart(stage, at));
    case 'countdown':
      return setUp(countDown(stage, at));
    case 'training':
      return { ...train(plan, stage, tally, keypoints, at), hint: undefined, progress: 0 };
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
  const { routes } = stage.bearings.rulebook;
  const [only] = routes.length === 1 ? routes : [];
  return [{ type: 'armed', range: 'norm', ...(only ? sideOf(only) : {}) }, ...change];
};

const hintAfter = (before: CoachState['hint'], wanted: HintId | undefined, at: Millis): CoachState['hint'] => {
  if (wanted === before.id) return { id: before.id, candidate: wanted, since: at };
  const since = wanted === before.candidate ? before.since : at;
  const isDue = before.id === undefined ? at - since >= hintDwell / 2 : at - since >= hintDwell;
  return isDue ? { id: wanted, candidate: wanted, since: at } : { id: before.id, candidate: wanted, since };
};

const coachingAfter = (
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
    hint: stage.is === 'training' || stage.is === 'paused' || stage.is === 'ended' ? undefined : hint,
    countdown: countdownNumber(stage, at),
    repetitions: tally.repetitions.reduce((sum, done) => sum + done, 0),
    ofRepetitions: before.ofRepetitions,
    attempts: tally.attempts,
    lastReason: step.reason === null ? undefined : (step.reason ?? before.lastReason),
    cue: shown && { cue: shown.cue, side: shown.side },
    notJudged: notJudgedAt(stage, before.notJudged),
    missing: stage.is === 'paused' ? missingOf(stage.bearings.rulebook.leads, keypoints) : [],
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
