import type { ListedExercise, ListedSession } from './listed-session.ts';

type Cell = string | number | boolean | undefined;

/** One row of the table: a session and one of its exercises. */
interface Row {
  readonly session: ListedSession;
  readonly one: ListedExercise;
}

const inSeconds = (ms: number | undefined): number | undefined =>
  ms === undefined ? undefined : Math.round(ms) / 1000;

/** A time as a spreadsheet reads it, local where the offset is known: 2026-03-01 09:30:00. */
const dateOf = (at: number, utcOffset = 0): string =>
  new Date(at + utcOffset * 60_000).toISOString().slice(0, 19).replace('T', ' ');

/** The value of a side; of an exercise without sides, in the column without one. */
const peakOf =
  (side: 'left' | 'right' | undefined, what: 'best' | 'target') =>
  ({ one }: Row): Cell =>
    one.done?.peaks.find((peak) => peak.side === side)?.[what];

const rangeOf =
  (side: 'left' | 'right' | undefined, what: 'value' | 'error') =>
  ({ one }: Row): Cell =>
    one.done?.ranges.find((range) => range.side === side)?.[what];

/** The columns in order. Ranges are in the unit of their measure; one without a side has none in its name. */
const columns: Readonly<Record<string, (row: Row) => Cell>> = {
  session: ({ session }) => session.id,
  started: ({ session }) => dateOf(session.startedAt, session.utcOffset),
  ended: ({ session }) => dateOf(session.endedAt, session.utcOffset),
  utc_offset_minutes: ({ session }) => session.utcOffset,
  routine: ({ session }) => session.routine,
  ended_because: ({ session }) => session.why,
  exercise: ({ one }) => one.exercise,
  skipped: ({ one }) => one.isSkipped,
  view: ({ one }) => one.done?.view,
  arm: ({ one }) => one.done?.arm,
  sets: ({ one }) => one.done?.sets,
  repetitions_per_set: ({ one }) => one.done?.reps,
  hold_s: ({ one }) => inSeconds(one.done?.holdMs),
  repetitions: ({ one }) => one.done?.repetitions,
  repetitions_added_by_hand: ({ one }) => one.done?.added,
  repetitions_taken_back_by_hand: ({ one }) => one.done?.takenBack,
  repetitions_timed: ({ one }) => one.done?.timed,
  attempts: ({ one }) => one.done?.attempts,
  held_s: ({ one }) => inSeconds(one.done?.heldMs),
  longest_hold_s: ({ one }) => inSeconds(one.done?.longestHoldMs),
  duration_s: ({ one }) => inSeconds(one.done?.durationMs),
  not_seen_s: ({ one }) => inSeconds(one.done?.unseenMs),
  eased_tenths: ({ one }) => one.done?.easeLevel,
  measure: ({ one }) => one.done?.peaks[0]?.measure ?? one.done?.ranges[0]?.measure,
  best: peakOf(undefined, 'best'),
  best_left: peakOf('left', 'best'),
  best_right: peakOf('right', 'best'),
  target: peakOf(undefined, 'target'),
  target_left: peakOf('left', 'target'),
  target_right: peakOf('right', 'target'),
  own_range: rangeOf(undefined, 'value'),
  own_range_error: rangeOf(undefined, 'error'),
  own_range_left: rangeOf('left', 'value'),
  own_range_left_error: rangeOf('left', 'error'),
  own_range_right: rangeOf('right', 'value'),
  own_range_right_error: rangeOf('right', 'error'),
  pain_of_exercise: ({ one }) => one.done?.pain,
  pain_before_session: ({ session }) => session.painBefore,
  pain_after_session: ({ session }) => session.painAfter,
  device: ({ session }) => session.place,
  model: ({ session }) => session.model,
  app: ({ session }) => session.app,
  note: ({ session }) => session.note,
};

/**
 * A cell of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay numbers.
 */
const cellOf = (value: Cell): string => {
  if (value === undefined) return '';
  if (typeof value !== 'string') return `${value}`;
  const text = /^[\s]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(text) || text !== value ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * The sessions as a table in CSV, one row for each exercise of each session, in the order of the sessions. It begins
 * with a byte order mark, by which spreadsheets know UTF-8.
 */
export const sessionsTable = (sessions: readonly ListedSession[]): string => {
  const rows = sessions.flatMap((session) => session.exercises.map((one): Row => ({ session, one })));
  const lines = [
    Object.keys(columns).join(','),
    ...rows.map((row) =>
      Object.values(columns)
        .map((of) => cellOf(of(row)))
        .join(','),
    ),
  ];
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
};
