import type { Readings } from '../kinematics/reading.ts';
import { millis, type Millis } from '../units.ts';
import { pursue, type AttemptStep } from '../repetition/attempt.ts';
import { withTargets } from '../calibration/calibration.ts';
import { isJudgeable, signalOf, sourcesOf } from '../rules/similarity.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import type { HintId } from '../exercise/hints.ts';
import { primaryValue } from '../rules/primary-measure.ts';
import type { Plan } from '../rules/plan.ts';
import { noArmMoved, watchArms } from './lone-arm.ts';
import { leastRanges, rangesShown, type PracticeSample } from '../calibration/practice-range.ts';
import type { PersonalRange } from '../rules/personal-range.ts';
import { readyAfter, stillReadyAt, wait } from '../repetition/ready.ts';
import { countingFrom, checkingFraming, step, type SetUpStep } from './setup-step.ts';
import type { Calibrated, Practising } from './stage.ts';
import { needsPractice } from '../rules/targets.ts';
import { endOf, open, type OpenAttempt } from '../repetition/open-attempt.ts';
import type { RepPath, Rulebook } from '../rules/rulebook.ts';

/*
 * Practice: one easy repetition, or one per side, judged by the same reducer against the least that may be shown,
 * without a hold. What it shows at its endpoint is the user's own range. A repetition that is too short, too fast, too
 * jerky or not seen is reported and repeated. The second one that is short or fast is taken as it is; after three, only the
 * least is required, or the norm where the movement was not seen or not the exercise's. Where a short one cannot be told
 * from another posture, only the time is kept after the second.
 */

/** A user who is unseen for longer than this must be framed again, ms. */
const lostFor = 2000;
/** After this many repetitions of a side that were not as asked, practice ends without its range, or with the least. */
const mostFailures = 3;
/** After this many, a small or a fast movement is taken as it is. */
const failuresToTake = 2;
/** A user who begins no practice within this time is judged by the norm, ms: a design choice. */
const longestWait = 30_000;
/** A squeeze that shows no signal within this time cannot be seen, ms. */
const patience = 20_000;
/** A repetition with this many stops in a stroke was not one movement. */
const jerkyFrom = 2;
/** A stroke out shorter than this was a jerk, ms: a smooth swing of the arms within 0.6 s reads 730. */
const shortestStroke = 700;

/** The start of practice, with the readings at rest. */
export const practiceFrom = (
  { calibration, filters, readings, lostSince }: Calibrated,
  rest: Readings,
  at: Millis,
): Practising => ({
  is: 'practice',
  calibration,
  filters,
  readings,
  lostSince,
  attempt: stillReadyAt(calibration.rulebook, rest, at),
  waitingSince: at,
  samples: [],
  shown: [],
  failed: [],
  problem: undefined,
  arms: noArmMoved,
});

/** The rulebook with the paths that practice has not shown yet. */
const remaining = ({ calibration, shown }: Practising): Rulebook => ({
  ...calibration.rulebook,
  repPaths: calibration.rulebook.repPaths.filter(({ side }) => shown.every((range) => range.side !== side)),
});

/** Advances practice by one frame. */
export const practise = (plan: Plan, before: Practising, at: Millis): SetUpStep => {
  const { calibration, attempt: was } = before;
  const arms = watchArms(plan, calibration.rulebook, was.rest, before.readings, before.arms);
  // An offer has as long as practice itself.
  const isOffered = arms.lone !== undefined && arms.lone !== before.arms.lone;
  const stage = { ...before, arms, waitingSince: isOffered ? at : before.waitingSince };
  if (stage.lostSince !== undefined && at - stage.lostSince > lostFor)
    return step(checkingFraming({ is: 'practice' }), 'practise-in-view');
  const { attempt, readings } = stage;
  const rulebook = remaining(stage);
  if (attempt.is === 'open') return follow(plan, stage, rulebook, attempt, at);
  const [ready, opening] = wait(rulebook, attempt, readings, at);
  if (opening) {
    const opened = open(ready, opening, readings, at);
    return step({ ...stage, attempt: opened, samples: [] }, hintIn(stage, opened));
  }
  const isHopeless = at - stage.waitingSince > (needsPractice(plan.rules) ? patience : longestWait);
  return isHopeless ? withoutRange(plan, stage, at) : step({ ...stage, attempt: ready }, hintIn(stage, ready));
};

const hintIn = ({ problem, shown, arms }: Practising, attempt: Practising['attempt']): HintId => {
  if (attempt.is === 'open' && attempt.phase === 'holding') return 'practise-stay';
  if (attempt.is === 'open' && attempt.phase === 'returning') return 'practise-back';
  if (attempt.is === 'open' && attempt.completedEnds.length > 0) return 'practise-other-end';
  if (attempt.is === 'ready' && arms.lone) return 'practise-one-arm';
  return problem ?? (shown.length > 0 ? 'practise-other-side' : 'practise-once');
};

/** The plan without hold and tempo: practice has none of its own. */
const easy = (plan: Plan): Plan => {
  const { returns: _, outgoing: __, ...rules } = plan.rules;
  return { ...plan, hold: millis(0), rules };
};

const sampleOf = (rulebook: Rulebook, attempt: OpenAttempt, readings: Readings): readonly PracticeSample[] => {
  const primary = primaryValue(endOf(attempt), readings);
  if (primary === undefined) return [];
  const parts = rulebook.similarityWeights.map(({ key, rest }) => {
    const reading = readings.get(key);
    return reading?.seen ? reading.value : rest;
  });
  return [{ endIndex: attempt.completedEnds.length, progress: attempt.last.progress, primary, parts, readings }];
};

/** Advances an open practice attempt; when it closes, its range is taken or it must be repeated. */
const follow = (plan: Plan, stage: Practising, rulebook: Rulebook, before: OpenAttempt, at: Millis): SetUpStep => {
  const { readings } = stage;
  const pursued = pursue(easy(plan), rulebook, before, readings, at, 1, false);
  const samples = [...stage.samples, ...sampleOf(rulebook, pursued.state, readings)];
  // A user who has slumped since neutral never returns to it: then a similarity shows nothing either.
  const isStuck = needsPractice(plan.rules) && at - before.opened.at > patience;
  if (isStuck) return withoutRange(plan, stage, at);
  if (!pursued.verdict) return step({ ...stage, attempt: pursued.state, samples }, hintIn(stage, pursued.state));
  const over: Practising = { ...stage, attempt: readyAfter(rulebook, pursued.state, at), samples, waitingSince: at };
  const problem = problemWith(pursued);
  const { repPath, rest } = pursued.state;
  const taken = () =>
    afterRepPath(plan, over, rangesShown(rulebook, repPath, samples, rest, stage.calibration.jitter), at);
  if (!problem) return taken();
  const failed = [...stage.failed, repPath.side];
  const failures = failed.filter((side) => side === repPath.side).length;
  if (failures >= failuresToTake && isBeyondLimit(plan, pursued)) return armed(plan, over, { is: 'timed' }, at, []);
  if (failures >= failuresToTake && isOwnWay(plan, problem, repPath)) return taken();
  if (failures < mostFailures) {
    const next = { ...over, failed, problem };
    return step(next, hintIn(next, next.attempt));
  }
  const isUnknown = problem === 'practise-in-view' || problem === 'practise-posture';
  return isUnknown ? withoutRange(plan, over, at) : fallShort(plan, over, repPath, at);
};

/**
 * Whether a repetition that was not as asked is the user's own way: fast, or small. A small one opened an attempt, so it
 * exceeds the noise; with two endpoints, or where only practice shows the target, it says too little.
 */
const isOwnWay = (plan: Plan, problem: HintId, { ends }: RepPath): boolean =>
  problem === 'practise-slower' || (problem === 'practise-further' && ends.length === 1 && !needsPractice(plan.rules));

/**
 * Whether a repetition stayed short of the least that its exercise can tell from another posture. No own goal is possible
 * then, and the norm is further still: elbows that are read no closer than straight ahead are either there, or together
 * and misread.
 */
const isBeyondLimit = ({ rules }: Plan, { verdict }: AttemptStep): boolean =>
  verdict?.reason?.kind === 'range' && rules.ends.some(({ target }) => target.own?.limit !== undefined);

/** Why a practice repetition must be repeated; `undefined` if its range can be taken. */
const problemWith = ({ verdict, state }: AttemptStep): HintId | undefined => {
  const kind = verdict?.reason?.kind;
  if (kind === 'unseen') return 'practise-in-view';
  if (kind === 'posture') return 'practise-posture';
  if (kind === 'order') return 'practise-other-end';
  if (kind) return 'practise-further';
  const [first] = state.strokes;
  return (first?.out ?? shortestStroke) < shortestStroke || (state.stops ?? 0) >= jerkyFrom
    ? 'practise-slower'
    : undefined;
};

const fallShort = (plan: Plan, stage: Practising, repPath: RepPath, at: Millis): SetUpStep =>
  needsPractice(plan.rules)
    ? withoutRange(plan, stage, at)
    : afterRepPath(plan, stage, leastRanges(repPath, stage.attempt.rest, stage.calibration.jitter), at);

/** Adds the ranges of a path; practice continues with the next path, or ends with all ranges. */
const afterRepPath = (plan: Plan, stage: Practising, ranges: readonly PersonalRange[], at: Millis): SetUpStep => {
  const shown = [...stage.shown, ...ranges];
  const next: Practising = { ...stage, shown, problem: undefined, samples: [] };
  if (remaining(next).repPaths.length > 0) return step(next, 'practise-other-side');
  const judged = withSignal(plan, next);
  if (!judged) return withoutRange(plan, next, at);
  const events = judged.map(({ measure, end, side, value, error }): UntimedEvent => ({
    type: 'range-set',
    measure,
    end,
    ...(side ? { side } : {}),
    value,
    error,
  }));
  return armed(plan, next, { is: 'personal', ranges: judged }, at, events);
};

/**
 * The ranges as shown. For a similarity, which is 1 in practice, the error follows from its jitter; `undefined` if that
 * is too large.
 */
const withSignal = (plan: Plan, { shown, calibration }: Practising): readonly PersonalRange[] | undefined => {
  const { orientation } = calibration.rulebook;
  const ranges = shown.map((range) => {
    const target = plan.rules.ends.find(({ name }) => name === range.end)?.target;
    if (!target?.of || !range.parts) return range;
    const changes = new Map(range.parts.map(({ measure, change }) => [measure, change]));
    const signal = signalOf(sourcesOf(target, orientation), changes, calibration.jitter);
    return isJudgeable(signal) ? { ...range, rest: 0, value: 1, error: 1 / signal } : undefined;
  });
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
};

/** Ends practice with these targets: the countdown begins. */
const armed = (
  plan: Plan,
  stage: Practising,
  targets: Parameters<typeof withTargets>[3]['targets'],
  at: Millis,
  events: readonly UntimedEvent[],
): SetUpStep => {
  const { rest } = stage.attempt;
  const calibration = withTargets(plan, stage.calibration, rest, { targets, easeLevel: 0 });
  const hint = targets.is === 'timed' ? 'only-the-time' : undefined;
  return step(countingFrom({ ...stage, calibration }, rest, at, false), hint, 1, events);
};

/** Continues without an own range: by the norm, or timed if there is none. */
export const withoutRange = (plan: Plan, stage: Practising, at: Millis): SetUpStep =>
  armed(plan, stage, { is: needsPractice(plan.rules) ? 'timed' : 'norm' }, at, []);
