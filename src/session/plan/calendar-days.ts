import { localStart } from '../history/days.ts';
import { weekdays, type Moment, type Weekday } from '../planning/training-plan.ts';

/*
 * Days are local, as in `2026-03-01`, and counted as if they were of UTC, so that none is an hour shorter.
 */

const dayLength = 24 * 60 * 60_000;

const startOf = (day: string): number => Date.parse(`${day}T00:00Z`);

const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The time, ms since 1970, with the local day in which it lies. */
export const momentOf = (now: number): Moment => ({
  now,
  today: dayAt(localStart({ startedAt: now })),
});

/** The day so many days later; earlier where that is negative. */
export const addDays = (day: string, count: number): string => dayAt(startOf(day) + count * dayLength);

/** The number of days from one day to a later one. */
export const daysBetween = (from: string, to: string): number => Math.round((startOf(to) - startOf(from)) / dayLength);

/** The day of the week, Monday 1 to Sunday 7. */
export const weekdayOf = (day: string): Weekday => weekdays[(new Date(startOf(day)).getUTCDay() + 6) % 7] ?? 1;

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));
