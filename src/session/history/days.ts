import type { ListedSession } from './listed-session.ts';

/** The local time of a session's start, as if it were UTC, ms since 1970: its day is where the person was. */
export const localStart = ({ startedAt, utcOffset }: Pick<ListedSession, 'startedAt' | 'utcOffset'>): number =>
  startedAt + (utcOffset ?? 0 - new Date(startedAt).getTimezoneOffset()) * 60_000;

/** The sessions of a day. */
export interface HistoryDay {
  /** As in `2026-03-01`. */
  readonly day: string;
  /** The latest first. */
  readonly sessions: readonly ListedSession[];
}

/** The local day of a session, as in `2026-03-01`. */
export const dayOf = (session: Pick<ListedSession, 'startedAt' | 'utcOffset'>): string =>
  new Date(localStart(session)).toISOString().slice(0, 10);

/** Sessions by day; they keep their order, which has the latest first. */
export const byDay = (sessions: readonly ListedSession[]): readonly HistoryDay[] => {
  const days = new Map<string, ListedSession[]>();
  for (const session of sessions) {
    const day = dayOf(session);
    const those = days.get(day);
    if (those) those.push(session);
    else days.set(day, [session]);
  }
  return [...days].map(([day, those]) => ({ day, sessions: those }));
};

/** Days after which a file of all sessions is old. */
const oldAfterDays = 30;

/** From how many sessions without any file on a reminder is due. */
const manySessions = 5;

/**
 * Whether a new file of all sessions is due: `never` where there is none after some sessions, `old` where the last one is
 * a month old and sessions came after it.
 */
export const exportDue = (
  sessions: readonly Pick<ListedSession, 'endedAt'>[],
  exportedAt: number | undefined,
  now: number,
): 'never' | 'old' | undefined => {
  if (exportedAt === undefined) return sessions.length >= manySessions ? 'never' : undefined;
  const isOld = now - exportedAt > oldAfterDays * 24 * 60 * 60_000;
  return isOld && sessions.some(({ endedAt }) => endedAt > exportedAt) ? 'old' : undefined;
};
