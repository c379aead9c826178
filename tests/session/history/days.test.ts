import { describe, expect, it } from 'vitest';
import { byDay, dayOf, exportDue } from '../../../src/session/history/days.ts';
import { listedSession } from '../../../src/session/history/listed-session.ts';
import { madeSessions } from '../../made-sessions.ts';

describe('the day of a session', () => {
  it('is that of the place where the person was', () => {
    const startedAt = Date.UTC(2026, 2, 1, 23, 30);
    expect(dayOf({ startedAt, utcOffset: 0 })).toBe('2026-03-01');
    expect(dayOf({ startedAt, utcOffset: 60 })).toBe('2026-03-02');
    expect(dayOf({ startedAt, utcOffset: -600 })).toBe('2026-03-01');
  });

  it('gathers its sessions, the latest first', () => {
    const [one] = madeSessions(1).map(listedSession);
    if (!one) throw new Error('There is one.');
    const at = (startedAt: number) => ({ ...one, id: `${startedAt}`, startedAt, utcOffset: 0 });
    const [late, early, before] = [Date.UTC(2026, 2, 2, 20), Date.UTC(2026, 2, 2, 7), Date.UTC(2026, 1, 28, 7)].map(at);
    if (!late || !early || !before) throw new Error('There are three.');
    expect(byDay([late, early, before])).toEqual([
      { day: '2026-03-02', sessions: [late, early] },
      { day: '2026-02-28', sessions: [before] },
    ]);
  });
});

describe('a new file of all sessions is due', () => {
  const now = Date.UTC(2026, 5, 1);
  const day = 24 * 60 * 60_000;
  const ended = (daysAgo: number) => ({ endedAt: now - daysAgo * day });

  it('after some sessions without any, and not after the first', () => {
    expect(exportDue([], undefined, now)).toBeUndefined();
    expect(exportDue([ended(1)], undefined, now)).toBeUndefined();
    expect(exportDue([5, 4, 3, 2, 1].map(ended), undefined, now)).toBe('never');
  });

  it('where the last one is old and something came after it', () => {
    expect(exportDue([ended(1)], now - 40 * day, now)).toBe('old');
    expect(exportDue([ended(50)], now - 40 * day, now)).toBeUndefined();
    expect(exportDue([ended(1)], now - 10 * day, now)).toBeUndefined();
  });
});
