import { weekdays, type Rhythm, type TrainingPlan, type Weekday } from '../planning/training-plan.ts';
import { addDays, weekdayOf } from './calendar-days.ts';

/** The days as a calendar file names them (RFC 5545, 3.3.10). */
const dayNames: Readonly<Record<Weekday, string>> = {
  1: 'MO',
  2: 'TU',
  3: 'WE',
  4: 'TH',
  5: 'FR',
  6: 'SA',
  7: 'SU',
};

/** The longest line in a calendar file without its end, octets (RFC 5545, 3.1). */
const longestLine = 75;

/** A text as the value of a property (RFC 5545, 3.3.11); control characters have no place in it. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n|\r/g, '\n')
    // oxlint-disable-next-line no-control-regex -- those are what is removed
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);

const octetsIn = (text: string): number => new TextEncoder().encode(text).length;

/** Breaks a line into pieces of at most 75 octets; each but the first begins with a space. No character is broken. */
const folded = (line: string): string => {
  const pieces: string[] = [];
  let [piece, length] = ['', 0];
  for (const character of line) {
    const octets = octetsIn(character);
    if (length + octets > longestLine) {
      pieces.push(piece);
      [piece, length] = [' ', 1];
    }
    piece += character;
    length += octets;
  }
  return [...pieces, piece].map((one) => `${one}\r\n`).join('');
};

/** The days of the week on which a plan stands in the calendar; so many times a week are spread from its first day on. */
export const calendarDays = ({ rhythm, since }: { readonly rhythm: Rhythm; readonly since: string }) =>
  (rhythm.is === 'weekdays'
    ? rhythm.days
    : Array.from({ length: rhythm.aWeek }, (_, count) =>
        weekdayOf(addDays(since, Math.floor((count * 7) / rhythm.aWeek))),
      )
  ).toSorted((one, other) => one - other);

/** The first day of a plan that is one of these days. */
const firstOf = (since: string, days: readonly Weekday[]): string =>
  weekdays.map((_, count) => addDays(since, count)).find((day) => days.includes(weekdayOf(day))) ?? since;

/** What stands in the calendar, and by which app. */
export interface CalendarWords {
  readonly summary: string;
  readonly description: string;
  /** The app's name and version. */
  readonly product: string;
}

/**
 * A plan as a calendar file (RFC 5545): an event that is repeated weekly at its local time, wherever that is, with a
 * reminder. `now`: when the file is made, ms since 1970; `minutes`: how long the routine takes.
 */
export const calendarFile = (
  plan: TrainingPlan,
  { summary, description, product }: CalendarWords,
  now: number,
  minutes: number,
): string => {
  const days = calendarDays(plan);
  const digits = (text: string): string => text.replaceAll(/[-:]/g, '');
  const stamp = digits(new Date(now).toISOString()).replace(/\.\d+/, '');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Limber//${escaped(product)}//EN`,
    'BEGIN:VEVENT',
    `UID:${plan.id}`,
    `DTSTAMP:${stamp}`,
    // Without a zone: at this time of day wherever the user is.
    `DTSTART:${digits(firstOf(plan.since, days))}T${digits(plan.time)}00`,
    `DURATION:PT${Math.max(1, Math.round(minutes))}M`,
    `RRULE:FREQ=WEEKLY;BYDAY=${days.map((day) => dayNames[day]).join(',')}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('');
};
