import { measureRow, type MeasureName } from '../../engine/kinematics/measures.ts';
import { sides as allSides, type Side } from '../../engine/pose/keypoints.ts';
import { localStart } from './days.ts';
import type { ListedExercise, ListedSession } from './listed-session.ts';

/** The measures of the neck, whose range varies more from day to day. */
const ofNeck: ReadonlySet<MeasureName> = new Set(['headSideBend', 'headLean', 'headPitch', 'headTurn', 'chinLift']);

/**
 * The largest changes that mean nothing, degrees: within a session, and between days (more in the neck: side-bending
 * varies by 12 degrees in one person over three weeks). `undefined` for a measure that is no angle, where it is unknown.
 */
export const meaninglessChange = (
  measure: MeasureName,
): { readonly withinSession: number; readonly betweenDays: number } | undefined =>
  measureRow(measure).unit === 'degrees' ? { withinSession: 8, betweenDays: ofNeck.has(measure) ? 12 : 10 } : undefined;

/** What a point of a course stands for: a session, or the mean of a week, a month or three months. */
export const periods = ['session', 'week', 'month', 'quarter'] as const;

/** What a point of a course stands for. */
export type Period = (typeof periods)[number];

/** A point of a course. */
export interface CoursePoint {
  /** The mean local start of its sessions, as if it were UTC, ms since 1970. */
  readonly at: number;
  /** The mean, in the unit of what is read. */
  readonly value: number;
  /** By how much readings of the same body differ from day to day, in the unit of the value; `undefined` if it is unknown. */
  readonly error: number | undefined;
}

/** The course of one side of a measure, and where it began. */
export interface RangeLine {
  /** `undefined` if sides are not counted apart. */
  readonly side: Side | undefined;
  readonly points: readonly CoursePoint[];
  /** The mean of the first sessions that the last model read, and when they began. */
  readonly begun: { readonly at: number; readonly value: number };
}

/** The course of a measure: the furthest counted repetition of each session. */
export interface RangeCourse {
  readonly measure: MeasureName;
  /** On which side of the target the movement goes further. */
  readonly is: 'above' | 'below';
  readonly lines: readonly RangeLine[];
  /** When another model began to read the picture; readings before and after do not compare. */
  readonly breaks: readonly number[];
}

/** How an exercise changed over its sessions. */
export interface Course {
  readonly sessions: number;
  readonly period: Period;
  /** The first and the last start, as in `CoursePoint`. */
  readonly from: number;
  readonly to: number;
  /** The number of sessions of the period in which a time lies. */
  readonly sessionsAt: (at: number) => number;
  readonly ranges: readonly RangeCourse[];
  /** Held time, seconds; empty if nothing is held. */
  readonly held: readonly CoursePoint[];
  readonly repetitions: readonly CoursePoint[];
  /** Pain before the session, and during or after the exercise, 0-10. */
  readonly painBefore: readonly CoursePoint[];
  readonly painAfter: readonly CoursePoint[];
}

type Done = NonNullable<ListedExercise['done']>;

/** A session in which the exercise was done. */
interface Entry {
  readonly at: number;
  readonly session: ListedSession;
  readonly done: Done;
}

/** A reading of a session. */
interface Reading {
  readonly at: number;
  readonly value: number;
  readonly model: string;
}

/** From how many points on a longer period is taken: more are not told apart on a telephone. */
const mostPoints = 60;

/** The first sessions whose mean is the beginning of a course. */
const beginning = 3;

const day = 24 * 60 * 60_000;

/** The number of the period in which a time lies; weeks begin on Monday. */
const periodOf = (at: number, period: Period): number => {
  if (period === 'session') return at;
  if (period === 'week') return Math.floor((Math.floor(at / day) + 3) / 7);
  const on = new Date(at);
  const month = on.getUTCFullYear() * 12 + on.getUTCMonth();
  return period === 'month' ? month : Math.floor(month / 3);
};

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The shortest period that makes few enough points; three months if none does. */
const periodFor = (times: readonly number[]): Period =>
  periods.find((period) => new Set(times.map((at) => periodOf(at, period))).size <= mostPoints) ?? 'quarter';

/** The readings of each period as a point, oldest first; those of two models are never one point. */
const pointsOf = (readings: readonly Reading[], period: Period, error?: number): readonly CoursePoint[] => {
  const groups = new Map<string, Reading[]>();
  readings.forEach((reading, index) => {
    // Two sessions that began at the same time are two points.
    const key = `${period === 'session' ? index : periodOf(reading.at, period)} ${reading.model}`;
    groups.set(key, [...(groups.get(key) ?? []), reading]);
  });
  return [...groups.values()].map((those) => ({
    at: Math.round(meanOf(those.map(({ at }) => at))),
    value: meanOf(those.map(({ value }) => value)),
    error,
  }));
};

const readingsOf = (entries: readonly Entry[], read: (entry: Entry) => number | undefined): readonly Reading[] =>
  entries.flatMap((entry) => {
    const value = read(entry);
    return value === undefined ? [] : [{ at: entry.at, value, model: '' }];
  });

/** The furthest counted repetitions of a side. */
const rangeReadings = (entries: readonly Entry[], measure: MeasureName, side: Side | undefined): readonly Reading[] =>
  entries.flatMap(({ at, session, done }) => {
    const peak = done.peaks.find((one) => one.measure === measure && one.side === side);
    return peak ? [{ at, value: peak.best, model: session.model ?? '' }] : [];
  });

const rangeLine = (
  readings: readonly Reading[],
  measure: MeasureName,
  side: Side | undefined,
  period: Period,
): RangeLine | undefined => {
  const last = readings.at(-1);
  if (!last) return undefined;
  const changed = readings.findLastIndex(({ model }) => model !== last.model);
  const first = readings.slice(changed + 1, changed + 1 + beginning);
  return {
    side,
    // Not smaller for a mean: where the camera stands differs from week to week as well.
    points: pointsOf(readings, period, meaninglessChange(measure)?.betweenDays),
    begun: { at: first[0]?.at ?? last.at, value: meanOf(first.map(({ value }) => value)) },
  };
};

const breaksIn = (readings: readonly Reading[]): readonly number[] =>
  readings.filter(({ model }, index) => index > 0 && model !== readings[index - 1]?.model).map(({ at }) => at);

const rangesIn = (entries: readonly Entry[], period: Period): readonly RangeCourse[] => {
  const peaks = entries.flatMap(({ done }) => done.peaks);
  return [...new Set(peaks.map(({ measure }) => measure))].flatMap((measure) => {
    const those = peaks.filter((peak) => peak.measure === measure);
    const is = those.at(-1)?.is ?? 'above';
    const sides = [undefined, ...allSides].filter((side) => those.some((peak) => peak.side === side));
    const bySide = sides.map((side) => ({ side, readings: rangeReadings(entries, measure, side) }));
    const lines = bySide.flatMap(({ side, readings }) => rangeLine(readings, measure, side, period) ?? []);
    const all = bySide.flatMap(({ readings }) => readings).toSorted((one, other) => one.at - other.at);
    return [{ measure, is, lines, breaks: breaksIn(all) }];
  });
};

/** The course of an exercise over these sessions, in any order; `undefined` if it was never done. */
export const courseOf = (sessions: readonly ListedSession[], exercise: string): Course | undefined => {
  const entries: readonly Entry[] = sessions
    .flatMap((session) =>
      session.exercises.flatMap(({ exercise: id, done }) =>
        id === exercise && done ? [{ at: localStart(session), session, done }] : [],
      ),
    )
    .toSorted((one, other) => one.at - other.at);
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return undefined;
  const period = periodFor(entries.map(({ at }) => at));
  const isHeld = entries.some(({ done }) => done.heldMs > 0);
  const pointsFor = (read: (entry: Entry) => number | undefined) => pointsOf(readingsOf(entries, read), period);
  return {
    sessions: entries.length,
    period,
    from: first.at,
    to: last.at,
    sessionsAt: (at) => entries.filter((entry) => periodOf(entry.at, period) === periodOf(at, period)).length,
    ranges: rangesIn(entries, period),
    held: isHeld ? pointsFor(({ done }) => done.heldMs / 1000) : [],
    repetitions: pointsFor(({ done }) => done.repetitions + done.timed),
    painBefore: pointsFor(({ session }) => session.painBefore),
    painAfter: pointsFor(({ done }) => done.pain),
  };
};
