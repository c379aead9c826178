import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { MeasureName } from '../../engine/kinematics/measures.ts';
import { sides as allSides, type Side } from '../../engine/pose/keypoints.ts';
import type { DetectorModel } from '../../ports/detector-model.ts';
import { meaninglessChange } from '../history/course.ts';
import { dayOf } from '../history/days.ts';
import type { ListedExercise, ListedSession } from '../history/listed-session.ts';
import { addDays } from '../plan/calendar-days.ts';
import { adherenceIn, daysOf, hasTrained, sessionsOf, type Adherence } from '../plan/due.ts';
import type { TrainingPlan } from '../planning/training-plan.ts';
import type { DevicePlace } from '../record/kept-session.ts';

/** The periods of a report: so many weeks, or all. */
export const reportPeriods = [4, 12, 'all'] as const;

/** The period of a report. */
export type ReportPeriod = (typeof reportPeriods)[number];

/** Some values: the median, the least and the most; and how many there are. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly count: number;
}

/** The range of a side: the mean of the first sessions that the last model read, and of the last ones. */
export interface ReportedRange {
  readonly measure: MeasureName;
  /** `undefined` if sides are not counted apart. */
  readonly side: Side | undefined;
  readonly first: number;
  readonly last: number;
  /** By how much readings differ between days, in the unit of the measure; `undefined` if that is unknown. */
  readonly error: number | undefined;
  /** What is usual; `undefined` if there is no norm, or the exercise is unknown here. */
  readonly norm: number | undefined;
  /** Of how many sessions the first and the last mean are; they are the same sessions where there are few. */
  readonly of: number;
}

/** An exercise in a report. Counts are sums over the period, spreads are over its sessions. */
export interface ReportedExercise {
  readonly exercise: string;
  readonly sessions: number;
  /** Counted in a session, timed ones included. */
  readonly repetitions: Spread;
  readonly added: number;
  readonly takenBack: number;
  readonly timed: number;
  readonly attempts: number;
  /** Held in a session, ms; `undefined` if nothing is held. */
  readonly heldMs: Spread | undefined;
  readonly longestHoldMs: number;
  readonly ranges: readonly ReportedRange[];
  /** Pain during or after it; `undefined` if it was never rated. */
  readonly pain: Spread | undefined;
  readonly unseenMs: number;
  /** The time for which a measure could not be judged, ms, longest first. */
  readonly notJudged: readonly { readonly measure: MeasureName; readonly ms: number }[];
}

/** A report on a period, for a physiotherapist. Days are local. */
export interface Report {
  readonly from: string;
  readonly to: string;
  /** The sessions in which something was done, and on how many days. */
  readonly sessions: number;
  readonly days: number;
  /** All sessions, also those that ended before anything was done. */
  readonly recorded: number;
  /** How much of the plan was done in the period; `undefined` without a plan. */
  readonly adherence: Adherence | undefined;
  /** Before and after a session; `undefined` if it was never rated. */
  readonly painBefore: Spread | undefined;
  readonly painAfter: Spread | undefined;
  /** The number of sessions with ratings before and after that were lower, the same or higher afterwards. */
  readonly painChange: { readonly lower: number; readonly same: number; readonly higher: number };
  /** The number of sessions that ended for pain, and since something felt wrong. */
  readonly stopped: { readonly pain: number; readonly wrong: number };
  readonly exercises: readonly ReportedExercise[];
  /** With what the sessions were made, and how many with each; `undefined` where it was not recorded. */
  readonly apps: readonly (readonly [app: string | undefined, sessions: number])[];
  readonly models: readonly (readonly [model: DetectorModel | undefined, sessions: number])[];
  readonly places: readonly (readonly [place: DevicePlace | undefined, sessions: number])[];
}

type Done = NonNullable<ListedExercise['done']>;

/** Of how many sessions the mean at the beginning and at the end is. */
const ofMean = 3;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const meanOf = (values: readonly number[]): number => sumOf(values) / values.length;

/** The spread of some values; `undefined` if there are none. */
export const spreadOf = (values: readonly number[]): Spread | undefined => {
  const sorted = values.toSorted((one, other) => one - other);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return undefined;
  const middle = (sorted.length - 1) / 2;
  const median = meanOf([sorted[Math.floor(middle)] ?? least, sorted[Math.ceil(middle)] ?? most]);
  return { median, least, most, count: sorted.length };
};

/** How often each value comes, the most frequent first. */
const counted = <T>(values: readonly T[]): readonly (readonly [T, number])[] => {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one);
};

/** A session of an exercise, with the model that read it. */
interface Entry {
  readonly model: DetectorModel | undefined;
  readonly done: Done;
}

const normOf = ({ view }: Done, measure: MeasureName, exercise: Exercise | undefined): number | undefined => {
  const target = exercise?.views[view]?.ends.find((end) => end.target.measure === measure)?.target;
  return target && !target.of ? target.value : undefined;
};

const rangeOf = (
  entries: readonly Entry[],
  measure: MeasureName,
  side: Side | undefined,
  exercise: Exercise | undefined,
): readonly ReportedRange[] => {
  const read = entries.flatMap(({ model, done }) => {
    const peak = done.peaks.find((one) => one.measure === measure && one.side === side);
    return peak ? [{ model, done, value: peak.best }] : [];
  });
  const latest = read.at(-1);
  if (!latest) return [];
  // The readings of two models do not compare.
  const since = read.findLastIndex(({ model }) => model !== latest.model) + 1;
  const values = read.slice(since).map(({ value }) => value);
  return [
    {
      measure,
      side,
      first: meanOf(values.slice(0, ofMean)),
      last: meanOf(values.slice(-ofMean)),
      error: meaninglessChange(measure)?.betweenDays,
      norm: normOf(latest.done, measure, exercise),
      of: Math.min(ofMean, values.length),
    },
  ];
};

const rangesIn = (entries: readonly Entry[], exercise: Exercise | undefined): readonly ReportedRange[] => {
  const peaks = entries.flatMap(({ done }) => done.peaks);
  return [...new Set(peaks.map(({ measure }) => measure))].flatMap((measure) =>
    [undefined, ...allSides].flatMap((side) => rangeOf(entries, measure, side, exercise)),
  );
};

const notJudgedIn = (entries: readonly Entry[]): ReportedExercise['notJudged'] => {
  const times = new Map<MeasureName, number>();
  for (const { done } of entries)
    for (const { measure, ms } of done.notJudged) times.set(measure, (times.get(measure) ?? 0) + ms);
  return [...times].map(([measure, ms]) => ({ measure, ms })).toSorted((one, other) => other.ms - one.ms);
};

const none: Spread = { median: 0, least: 0, most: 0, count: 0 };

const reportedExercise = (id: string, entries: readonly Entry[], exercise: Exercise | undefined): ReportedExercise => {
  const all = entries.map(({ done }) => done);
  return {
    exercise: id,
    sessions: entries.length,
    repetitions: spreadOf(all.map(({ repetitions, timed }) => repetitions + timed)) ?? none,
    added: sumOf(all.map(({ added }) => added)),
    takenBack: sumOf(all.map(({ takenBack }) => takenBack)),
    timed: sumOf(all.map(({ timed }) => timed)),
    attempts: sumOf(all.map(({ attempts }) => attempts)),
    heldMs: all.some(({ holdMs }) => holdMs > 0) ? spreadOf(all.map(({ heldMs }) => heldMs)) : undefined,
    longestHoldMs: all.reduce((most, { longestHoldMs }) => Math.max(most, longestHoldMs), 0),
    ranges: rangesIn(entries, exercise),
    pain: spreadOf(all.flatMap(({ pain }) => (pain === undefined ? [] : [pain]))),
    unseenMs: sumOf(all.map(({ unseenMs }) => unseenMs)),
    notJudged: notJudgedIn(entries),
  };
};

/** The sessions of a period, the earliest first, and its first day. */
const inPeriod = (sessions: readonly ListedSession[], period: ReportPeriod, today: string) => {
  const all = sessions.toSorted((one, other) => one.startedAt - other.startedAt);
  const [first] = all;
  const from = period === 'all' ? (first ? dayOf(first) : today) : addDays(today, 1 - period * 7);
  return { from, within: all.filter((session) => dayOf(session) >= from && dayOf(session) <= today) };
};

/**
 * Reports on a period that ends today, from the rows of the history alone; `exercises` have the norms. Exercises are in
 * the order in which they were first done.
 */
export const reportOn = (
  sessions: readonly ListedSession[],
  plan: TrainingPlan | undefined,
  exercises: readonly Exercise[],
  period: ReportPeriod,
  today: string,
): Report => {
  const { from, within } = inPeriod(sessions, period, today);
  const trained = within.filter(hasTrained);
  const entriesOf = (id: string): readonly Entry[] =>
    trained.flatMap(({ model, exercises: done }) =>
      done.flatMap((one) => (one.exercise === id && one.done ? [{ model, done: one.done }] : [])),
    );
  const ids = [
    ...new Set(trained.flatMap((session) => session.exercises.flatMap((one) => (one.done ? one.exercise : [])))),
  ];
  const changes = within.flatMap(({ painBefore, painAfter }) =>
    painBefore === undefined || painAfter === undefined ? [] : [Math.sign(painAfter - painBefore)],
  );
  const changesOf = (sign: number): number => changes.filter((change) => change === sign).length;
  const endsOf = (why: ListedSession['why']): number => within.filter((session) => session.why === why).length;
  return {
    from,
    to: today,
    sessions: trained.length,
    days: daysOf(trained).length,
    recorded: within.length,
    adherence: plan && adherenceIn(plan, daysOf(sessionsOf(plan, within)), from, today),
    painBefore: spreadOf(within.flatMap(({ painBefore }) => (painBefore === undefined ? [] : [painBefore]))),
    painAfter: spreadOf(within.flatMap(({ painAfter }) => (painAfter === undefined ? [] : [painAfter]))),
    painChange: { lower: changesOf(-1), same: changesOf(0), higher: changesOf(1) },
    stopped: { pain: endsOf('pain'), wrong: endsOf('red-flag') },
    exercises: ids.map((id) =>
      reportedExercise(
        id,
        entriesOf(id),
        exercises.find((one) => one.id === id),
      ),
    ),
    apps: counted(trained.map(({ app }) => app)),
    models: counted(trained.map(({ model }) => model)),
    places: counted(trained.map(({ place }) => place)),
  };
};
