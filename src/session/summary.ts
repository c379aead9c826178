import type { CueId } from '../engine/coaching/cues.ts';
import type { CoachingEvent, Reason } from '../engine/coaching/events.ts';
import type { Plan } from '../engine/coaching/plan.ts';
import type { MeasureName } from '../engine/kinematics/measures.ts';

type EventOf<T extends CoachingEvent['type']> = Extract<CoachingEvent, { type: T }>;

/** A fault that was seen, with the cue that belongs to it. */
export interface FaultCount {
  readonly fault: string;
  readonly cue: CueId;
  readonly times: number;
}

/** For how long a measure could not be judged. */
export interface UnjudgedTime {
  readonly measure: MeasureName;
  readonly ms: number;
}

/** What a workout came to. */
export interface Summary {
  readonly exercise: string;
  readonly ofRepetitions: number;
  readonly repetitions: readonly EventOf<'rep-completed'>[];
  /** Why each attempt that did not count did not, in order. */
  readonly attempts: readonly Reason[];
  /** Over all counted repetitions, ms. */
  readonly heldMs: number;
  /** The measure that leads the repetition. */
  readonly measure: MeasureName;
  /** The furthest that a counted repetition went, in the measure's unit. */
  readonly best: number | undefined;
  /** Most frequent first. */
  readonly faults: readonly FaultCount[];
  /** How long the body was out of sight while it was judged, ms. */
  readonly unseenMs: number;
  readonly notJudged: readonly UnjudgedTime[];
  /** From arming to the end, ms; 0 when it never came to that. */
  readonly durationMs: number;
  /** Why it ended, as the last event says. */
  readonly why: string;
}

const ofType = <T extends CoachingEvent['type']>(events: readonly CoachingEvent[], type: T): readonly EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

const furthest = (plan: Plan, peaks: readonly number[]): number | undefined => {
  if (peaks.length === 0) return undefined;
  return plan.rules.ends[0]?.target.is === 'below' ? Math.min(...peaks) : Math.max(...peaks);
};

const countFaults = (plan: Plan, events: readonly CoachingEvent[]): readonly FaultCount[] => {
  const noticed = ofType(events, 'fault-noticed');
  return plan.rules.faults
    .map(({ id, cue }) => ({ fault: id, cue, times: noticed.filter((event) => event.fault === id).length }))
    .filter(({ times }) => times > 0)
    .sort((one, other) => other.times - one.times);
};

const unseenTime = (events: readonly CoachingEvent[], endedAt: number): number =>
  ofType(events, 'not-seen').reduce((sum, lost) => {
    const end = events.find((event) => event.at >= lost.at && event.type === 'seen-again')?.at ?? endedAt;
    return sum + lost.forMs + (end - lost.at);
  }, 0);

/** Sums a session up from its events alone, so that a replay sums up to the same. */
export const summarise = (
  plan: Plan,
  events: readonly CoachingEvent[],
  notJudged: readonly UnjudgedTime[],
): Summary => {
  const repetitions = ofType(events, 'rep-completed');
  const lastAt = events.at(-1)?.at ?? 0;
  const armed = ofType(events, 'armed')[0];
  const judged = armed ? events.filter((event) => event.at >= armed.at) : [];
  const leading = plan.rules.ends[0];
  if (!leading) throw new Error(`${plan.exercise.id} has no end.`);
  return {
    exercise: plan.exercise.id,
    ofRepetitions: plan.reps,
    repetitions,
    attempts: ofType(events, 'rep-attempted').map(({ reason }) => reason),
    heldMs: repetitions.reduce((sum, { heldMs = 0 }) => sum + heldMs, 0),
    measure: leading.target.measure,
    best: furthest(plan, repetitions.map(({ peak }) => peak)),
    faults: countFaults(plan, judged),
    unseenMs: unseenTime(judged, lastAt),
    notJudged,
    durationMs: armed ? lastAt - armed.at : 0,
    why: ofType(events, 'session-ended').at(-1)?.why ?? 'left',
  };
};
