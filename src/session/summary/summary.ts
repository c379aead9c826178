import type { ShownRange } from '../../engine/coach/coaching.ts';
import { cueUrgency, urgencies, type CueId, type Urgency } from '../../engine/exercise/cues.ts';
import type { HintId } from '../../engine/exercise/hints.ts';
import { isMiss, type CoachingEvent, type MissReason } from '../../engine/exercise/events.ts';
import type { OwnCount } from '../../engine/feedback/counts.ts';
import { repetitionsIn, type Plan } from '../../engine/rules/plan.ts';
import { viewFaults } from '../../engine/exercise/view-faults.ts';
import type { Side } from '../../engine/pose/keypoints.ts';
import type { MeasureName } from '../../engine/kinematics/measures.ts';
import { goalsIn, ownRangesIn } from '../record/goals.ts';
import { paceIn, type Smoothness, type Tempo } from './tempo.ts';

type EventOf<T extends CoachingEvent['type']> = Extract<CoachingEvent, { type: T }>;

/** How often a correction was needed, by cue; the left and the right of one fault share a cue. */
export interface CorrectionCount {
  readonly cue: CueId;
  readonly times: number;
  /** The highest urgency of its reasons. */
  readonly urgency: Urgency;
  /** Whether only rules of low confidence detected it. */
  readonly isHint: boolean;
}

/** The time for which a measure could not be judged, ms. */
export interface UnjudgedTime {
  readonly measure: MeasureName;
  readonly ms: number;
}

/** The summary of a workout. */
export interface Summary {
  readonly exercise: string;
  readonly ofRepetitions: number;
  /** The arm that trained alone; `undefined` in an exercise of both arms. */
  readonly arm: Side | undefined;
  /** Whether left and right are counted separately. */
  readonly areSidesApart: boolean;
  /** The repetitions that were judged. */
  readonly repetitions: readonly EventOf<'rep-completed'>[];
  /** How the user corrected that count. */
  readonly ownCount: OwnCount;
  /** The number of repetitions that were timed and not judged. */
  readonly timed: number;
  /** Whether the user chose to be timed and not judged. */
  readonly isTimedByChoice: boolean;
  /** The user's own ranges by which the workout was judged. */
  readonly ranges: readonly ShownRange[];
  /** The reasons of the attempts that did not count, in order. */
  readonly attempts: readonly MissReason[];
  /** The held time of all counted repetitions, ms. */
  readonly heldMs: number;
  /** The primary measure. */
  readonly measure: MeasureName;
  /** The furthest peak of the counted repetitions, in the measure's unit. */
  readonly best: number | undefined;
  /** The norm of that measure; `undefined` if there is none. */
  readonly norm: number | undefined;
  readonly tempo: Tempo;
  readonly smoothness: Smoothness;
  /** By how many tenths the last goals were eased. */
  readonly eased: number;
  /** Most frequent first. */
  readonly corrections: readonly CorrectionCount[];
  /** The time for which the body was out of sight during judging, ms. */
  readonly unseenMs: number;
  readonly notJudged: readonly UnjudgedTime[];
  /** The time from arming, or from where the exercise began by time, to the end, ms; 0 if it never began. */
  readonly durationMs: number;
  /** Where it ended before it began: the set-up hint that was shown longest, or only that it was set-up. */
  readonly unbegun?: HintId | 'set-up' | undefined;
  /** Why the workout ended, from its last `session-ended` event. */
  readonly why: string;
}

const ofType = <T extends CoachingEvent['type']>(events: readonly CoachingEvent[], type: T): readonly EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

const furthest = (plan: Plan, peaks: readonly number[]): number | undefined => {
  if (peaks.length === 0) return undefined;
  const better = plan.rules.ends[0]?.target.is === 'below' ? Math.min : Math.max;
  // A file may hold more peaks than a call takes arguments.
  return peaks.reduce((one, other) => better(one, other));
};

/** Whether a cue of this urgency is about the movement. */
const isAboutMovement = (urgency: Urgency): boolean => urgency !== 'cannot-see' && urgency !== 'praise';

const moreUrgent = (one: Urgency, other: Urgency): Urgency =>
  urgencies.indexOf(one) <= urgencies.indexOf(other) ? one : other;

/**
 * Counts a posture fault each time it is noticed, and a cue for another reason (range, tempo) each time it is given.
 */
const countCorrections = (plan: Plan, events: readonly CoachingEvent[]): readonly CorrectionCount[] => {
  const faults = [...viewFaults[plan.view], ...plan.rules.faults];
  const counts = new Map<CueId, CorrectionCount>();
  const count = (cue: CueId, urgency: Urgency, isHint: boolean): void => {
    const before = counts.get(cue);
    counts.set(cue, {
      cue,
      times: (before?.times ?? 0) + 1,
      urgency: before ? moreUrgent(before.urgency, urgency) : urgency,
      isHint: (before?.isHint ?? true) && isHint,
    });
  };
  for (const event of events) {
    if (event.type === 'fault-noticed') {
      const fault = faults.find(({ id }) => id === event.fault);
      if (fault) count(fault.cue, cueUrgency[fault.cue], fault.confidence === 'low');
    }
    if (event.type === 'cue-given' && event.reason.kind !== 'fault' && isAboutMovement(event.urgency))
      count(event.cue, event.urgency, false);
  }
  return [...counts.values()].toSorted((one, other) => other.times - one.times);
};

/**
 * The time for which the body was out of sight, ms: from each `seen-again` event, and up to the end if there was none.
 */
const unseenTime = (events: readonly CoachingEvent[], endedAt: number): number => {
  const returned = ofType(events, 'seen-again').reduce((sum, { forMs }) => sum + forMs, 0);
  const last = events.findLast(({ type }) => type === 'not-seen' || type === 'seen-again');
  return returned + (last?.type === 'not-seen' ? last.forMs + endedAt - last.at : 0);
};

/** The time for which each measure could not be judged, longest first. */
const unjudgedTimes = (events: readonly CoachingEvent[]): readonly UnjudgedTime[] => {
  const times = new Map<MeasureName, number>();
  for (const { measure, forMs } of ofType(events, 'not-judged')) times.set(measure, (times.get(measure) ?? 0) + forMs);
  return [...times].map(([measure, ms]) => ({ measure, ms })).toSorted((one, other) => other.ms - one.ms);
};

/** How many repetitions the user added, and how many judged ones the user took back. */
const ownCountIn = (events: readonly CoachingEvent[]): OwnCount => {
  const corrections = ofType(events, 'count-corrected');
  const sumOf = (of: 'own' | 'judged'): number =>
    corrections.reduce((sum, event) => sum + (event.of === of ? event.by : 0), 0);
  return { added: sumOf('own'), takenBack: 0 - sumOf('judged') };
};

/** The repetitions that count: the judged ones as the user corrected them; those that were only timed are not included. */
export const countedIn = ({ repetitions, ownCount }: Pick<Summary, 'repetitions' | 'ownCount'>): number =>
  repetitions.length + ownCount.added - ownCount.takenBack;

/** What was done, counted from the events alone, without the rules of the exercise. */
export interface Tally {
  readonly repetitions: readonly EventOf<'rep-completed'>[];
  readonly ownCount: OwnCount;
  readonly timed: number;
  readonly attempts: readonly MissReason[];
  readonly heldMs: number;
  readonly eased: number;
  readonly unseenMs: number;
  readonly notJudged: readonly UnjudgedTime[];
  readonly durationMs: number;
}

const begunIn = (events: readonly CoachingEvent[]): CoachingEvent | undefined =>
  events.find(({ type }) => type === 'armed' || type === 'begun-by-time');

/** The events from arming on; none if it was never armed. */
const judgedIn = (events: readonly CoachingEvent[]): readonly CoachingEvent[] => {
  const armed = ofType(events, 'armed')[0];
  return armed ? events.filter((event) => event.at >= armed.at) : [];
};

/** Counts what was done in a session. */
export const tallyOf = (events: readonly CoachingEvent[]): Tally => {
  const repetitions = ofType(events, 'rep-completed');
  const lastAt = events.at(-1)?.at ?? 0;
  const begun = begunIn(events);
  return {
    repetitions,
    ownCount: ownCountIn(events),
    timed: ofType(events, 'repetition-timed').length,
    attempts: ofType(events, 'rep-attempted')
      .map(({ reason }) => reason)
      .filter(isMiss),
    heldMs: repetitions.reduce((sum, { heldMs = 0 }) => sum + heldMs, 0),
    eased: Math.max(0, ...goalsIn(events).map(({ easeLevel }) => easeLevel)),
    unseenMs: unseenTime(judgedIn(events), lastAt),
    notJudged: unjudgedTimes(judgedIn(events)),
    durationMs: begun ? lastAt - begun.at : 0,
  };
};

/**
 * Summarises a session from its events alone, so that an export and a replay give the same summary. Throws if the plan
 * has no endpoint.
 */
export const summarise = (plan: Plan, events: readonly CoachingEvent[]): Summary => {
  const tally = tallyOf(events);
  const ended = ofType(events, 'session-ended').at(-1);
  const leading = plan.rules.ends[0];
  if (!leading) throw new Error(`${plan.exercise.id} has no end.`);
  return {
    exercise: plan.exercise.id,
    ofRepetitions: repetitionsIn(plan),
    arm: plan.arm,
    areSidesApart: plan.exercise.sides === 'each',
    ...tally,
    isTimedByChoice: plan.range.is === 'timed',
    ranges: ownRangesIn(plan, goalsIn(events)),
    measure: leading.target.measure,
    best: furthest(
      plan,
      tally.repetitions.map(({ peak }) => peak),
    ),
    norm: leading.target.of ? undefined : leading.target.value,
    ...paceIn(plan, events),
    corrections: countCorrections(plan, judgedIn(events)),
    ...(begunIn(events) || !ended ? {} : { unbegun: ended.missing ?? ('set-up' as const) }),
    why: ended?.why ?? 'left',
  };
};
