import type { ShownRange } from '../engine/coaching/coaching.ts';
import { cueUrgency, type CueId } from '../engine/coaching/cues.ts';
import type { CoachingEvent, Reason } from '../engine/coaching/events.ts';
import { repetitionsIn, type Plan } from '../engine/coaching/plan.ts';
import { viewFaults } from '../engine/coaching/view-faults.ts';
import type { MeasureName } from '../engine/kinematics/measures.ts';
import { paceIn, type Smoothness, type Tempo } from './tempo.ts';
import type { Trace } from './traces.ts';

type EventOf<T extends CoachingEvent['type']> = Extract<CoachingEvent, { type: T }>;

/** How often something was to be corrected that has the same cue, as the left and the right of one fault have. */
export interface CorrectionCount {
  readonly cue: CueId;
  readonly times: number;
  /** Whether only rules of low confidence saw it: perhaps it was so. */
  readonly isHint: boolean;
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
  /** Whether left and right are counted apart. */
  readonly areSidesApart: boolean;
  readonly repetitions: readonly EventOf<'rep-completed'>[];
  /** How many repetitions were kept by the clock and not judged. */
  readonly timed: number;
  /** Whether the person chose to be timed and not judged. */
  readonly isTimedByChoice: boolean;
  /** The person's own ranges, once practice has shown them. */
  readonly ranges: readonly ShownRange[];
  /** Why each attempt that did not count did not, in order. */
  readonly attempts: readonly Reason[];
  /** Over all counted repetitions, ms. */
  readonly heldMs: number;
  /** The measure that leads the repetition. */
  readonly measure: MeasureName;
  /** The furthest that a counted repetition went, in the measure's unit. */
  readonly best: number | undefined;
  /** What is usual for that measure; `undefined` where nothing is. */
  readonly norm: number | undefined;
  readonly tempo: Tempo;
  readonly smoothness: Smoothness;
  /** How often the targets were eased by a tenth. */
  readonly eased: number;
  /** Most frequent first. */
  readonly corrections: readonly CorrectionCount[];
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

const isCorrection = (cue: CueId): boolean => !['cannot-see', 'praise'].includes(cueUrgency[cue]);

/** Faults count each time they are seen; what is no fault but a cue (range, tempo) counts each time it is said. */
const countCorrections = (plan: Plan, events: readonly CoachingEvent[]): readonly CorrectionCount[] => {
  const faults = [...viewFaults[plan.view], ...plan.rules.faults];
  const seen = ofType(events, 'fault-noticed').flatMap(({ fault }) => faults.find(({ id }) => id === fault) ?? []);
  const said = ofType(events, 'cue-given')
    .map(({ cue }) => cue)
    .filter((cue) => isCorrection(cue) && faults.every((fault) => fault.cue !== cue));
  const counts = new Map<CueId, CorrectionCount>();
  const count = (cue: CueId, isHint: boolean): void => {
    const before = counts.get(cue) ?? { times: 0, isHint: true };
    counts.set(cue, { cue, times: before.times + 1, isHint: before.isHint && isHint });
  };
  for (const { cue, confidence } of seen) count(cue, confidence === 'low');
  for (const cue of said) count(cue, false);
  return [...counts.values()].toSorted((one, other) => other.times - one.times);
};

const unseenTime = (events: readonly CoachingEvent[], endedAt: number): number =>
  ofType(events, 'not-seen').reduce((sum, lost) => {
    const end = events.find((event) => event.at >= lost.at && event.type === 'seen-again')?.at ?? endedAt;
    return sum + lost.forMs + (end - lost.at);
  }, 0);

/** What a session knows besides its events. */
export interface Beside {
  readonly traces: readonly Trace[];
  /** How often the targets were eased. */
  readonly eased: number;
}

/** Sums a session up from what the engine gave alone, so that a replay sums up to the same. */
export const summarise = (
  plan: Plan,
  events: readonly CoachingEvent[],
  notJudged: readonly UnjudgedTime[],
  ranges: readonly ShownRange[] = [],
  { traces, eased }: Beside = { traces: [], eased: 0 },
): Summary => {
  const repetitions = ofType(events, 'rep-completed');
  const lastAt = events.at(-1)?.at ?? 0;
  const armed = ofType(events, 'armed')[0];
  const judged = armed ? events.filter((event) => event.at >= armed.at) : [];
  const leading = plan.rules.ends[0];
  if (!leading) throw new Error(`${plan.exercise.id} has no end.`);
  return {
    exercise: plan.exercise.id,
    ofRepetitions: repetitionsIn(plan),
    areSidesApart: plan.exercise.sides === 'each',
    repetitions,
    timed: ofType(events, 'repetition-timed').length,
    isTimedByChoice: plan.range.is === 'timed',
    ranges,
    attempts: ofType(events, 'rep-attempted').map(({ reason }) => reason),
    heldMs: repetitions.reduce((sum, { heldMs = 0 }) => sum + heldMs, 0),
    measure: leading.target.measure,
    best: furthest(
      plan,
      repetitions.map(({ peak }) => peak),
    ),
    norm: leading.target.of ? undefined : leading.target.value,
    ...paceIn(plan, events, traces),
    eased,
    corrections: countCorrections(plan, judged),
    unseenMs: unseenTime(judged, lastAt),
    notJudged,
    durationMs: armed ? lastAt - armed.at : 0,
    why: ofType(events, 'session-ended').at(-1)?.why ?? 'left',
  };
};
