import type { ChartAxis } from './chart-data.ts';
import { multiples } from './chart-scale.ts';

/** Round steps of time, seconds. */
const secondSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600];

/** The axis of a session: seconds since its beginning. Points more than a second apart were not read in between. */
export const secondsAxis = ({ seconds, time }: { readonly seconds: string; readonly time: string }): ChartAxis => ({
  unit: seconds,
  column: time,
  labelWidth: 56,
  longestStep: 1000,
  times: (from, to, most) => {
    const duration = Math.max(1, to - from);
    const step = secondSteps.find((one) => duration / 1000 / one <= most) ?? 600;
    return multiples(0, duration, step * 1000).map((time) => from + time);
  },
  label: (at, from) => `${Math.round((at - from) / 1000)}`,
  inTable: (at, from) => ((at - from) / 1000).toFixed(1),
});

const day = 24 * 60 * 60_000;

/** Round steps of days, and of months. */
const daySteps = [1, 2, 7, 14];
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120];

/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const mondayOffset = 4 * day;

const daysIn = (from: number, to: number, step: number): readonly number[] => {
  const offset = step % 7 === 0 ? mondayOffset : 0;
  return multiples(from - offset, to - offset, step * day).map((at) => at + offset);
};

const monthsIn = (from: number, to: number, step: number): readonly number[] => {
  const monthOf = (at: number): number => {
    const on = new Date(at);
    return on.getUTCFullYear() * 12 + on.getUTCMonth();
  };
  const [first, last] = [Math.ceil(monthOf(from) / step) * step, monthOf(to)];
  const count = Math.max(0, Math.floor((last - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step)
    .map((month) => Date.UTC(Math.floor(month / 12), month % 12))
    .filter((at) => at >= from && at <= to);
};

/** How the times of a calendar's axis are written. */
export interface CalendarWords {
  /** A BCP 47 language tag. */
  readonly language: string;
  /** The heading of the times in the table. */
  readonly column: string;
  /** A time in the table. */
  readonly inTable: (at: number) => string;
}

/**
 * The axis of a calendar: days, months or years, as many as fit; below it the years. Times are local times as if they
 * were UTC, ms since 1970.
 */
export const calendarAxis = (from: number, to: number, { language, column, inTable }: CalendarWords): ChartAxis => {
  const years = [...new Set([from, to].map((at) => new Date(at).getUTCFullYear()))].join('–');
  const written = (at: number, options: Intl.DateTimeFormatOptions): string =>
    new Date(at).toLocaleDateString(language, { ...options, timeZone: 'UTC' });
  const isLong = to - from > 2.5 * 365 * day;
  const isMiddling = to - from > 75 * day;
  return {
    unit: years,
    column,
    labelWidth: 72,
    longestStep: Infinity,
    times: (first, last, most) => {
      const step = isMiddling ? undefined : daySteps.find((one) => (last - first) / day / one <= most);
      if (step !== undefined) return daysIn(first, last, step);
      const months = (last - first) / (30.4 * day);
      return monthsIn(first, last, monthSteps.find((one) => (!isLong || one >= 12) && months / one <= most) ?? 120);
    },
    label: (at) =>
      written(
        at,
        isLong
          ? { year: 'numeric' }
          : isMiddling
            ? { month: 'short', year: '2-digit' }
            : { day: 'numeric', month: 'short' },
      ),
    inTable,
  };
};
