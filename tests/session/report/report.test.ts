import { describe, expect, it } from 'vitest';
import { exercises } from '../../../src/exercises/registry.ts';
import { listedSession, type ListedSession } from '../../../src/session/history/listed-session.ts';
import { reportOn, spreadOf, type ReportPeriod } from '../../../src/session/report/report.ts';
import { addDays } from '../../../src/session/plan/calendar-days.ts';
import { madeSessions } from '../../made-sessions.ts';
import { madePlan, sessionOn } from '../plan/made-plan.ts';

const today = '2026-03-29';

const reported = (sessions: readonly ListedSession[], period: ReportPeriod = 4, plan = madePlan()) =>
  reportOn(sessions, plan, exercises, period, today);

const tilted = (day: string, left: number, change: Partial<ListedSession> = {}): ListedSession => {
  const { exercises: _, ...session } = sessionOn(day, change);
  const peak = { measure: 'headSideBend', is: 'above', target: 25 } as const;
  const done = sessionOn(
    day,
    {},
    {
      holdMs: 15_000,
      peaks: [
        { ...peak, side: 'left', best: left },
        { ...peak, side: 'right', best: 30 },
      ],
    },
  );
  const [one] = done.exercises;
  return { ...session, exercises: one ? [{ ...one, exercise: 'head-tilt' }] : [] };
};

describe('a report', () => {
  it('is on its period alone, which ends today', () => {
    const days = ['2026-03-29', '2026-03-02', '2026-03-01', '2025-12-01', '2026-03-30'];
    const sessions = days.map((day) => sessionOn(day));
    expect([4, 12, 'all'].map((period) => reported(sessions, period as ReportPeriod).sessions)).toEqual([2, 3, 4]);
    expect(reported(sessions)).toMatchObject({ from: '2026-03-02', to: today, days: 2 });
    expect(reported(sessions, 'all').from).toBe('2025-12-01');
  });

  it('compares what was planned with what was done, from the first day of the plan on', () => {
    // Three times a week, in the four weeks up to Sunday, 29 March.
    const sessions = [sessionOn('2026-03-02'), sessionOn('2026-03-29')];
    expect(reported(sessions).adherence).toEqual({ planned: 12, done: 2 });
    expect(reported(sessions, 4, madePlan({ since: '2026-03-23' })).adherence).toEqual({ planned: 3, done: 1 });
    expect(reportOn(sessions, undefined, exercises, 4, today).adherence).toBeUndefined();
  });

  it('has the first and the last range of each side with the error between days and the norm', () => {
    const bests = [20, 22, 24, 26, 28, 30];
    const sessions = bests.map((best, index) => tilted(addDays('2026-03-20', index), best));
    const [left, right] = reported(sessions).exercises[0]?.ranges ?? [];
    // The norm of the head tilt is 30 degrees, readings of the neck differ by 12 from day to day.
    expect(left).toEqual({ measure: 'headSideBend', side: 'left', first: 22, last: 28, error: 12, norm: 30, of: 3 });
    expect(right).toMatchObject({ side: 'right', first: 30, last: 30 });
  });

  it('does not compare the readings of two models', () => {
    const sessions = [
      tilted('2026-03-20', 60, { model: 'lightning' }),
      tilted('2026-03-21', 61, { model: 'lightning' }),
      tilted('2026-03-22', 20),
      tilted('2026-03-23', 24),
    ];
    expect(reported(sessions).exercises[0]?.ranges[0]).toMatchObject({ first: 22, last: 22, of: 2 });
    expect(reported(sessions).models).toEqual([
      ['lightning', 2],
      ['thunder', 2],
    ]);
  });

  it('shows what was put right by hand, timed, not counted and not judged', () => {
    const sessions = [
      sessionOn('2026-03-20', {}, { repetitions: 6, added: 2, attempts: 1, unseenMs: 4000 }),
      sessionOn('2026-03-21', {}, { repetitions: 4, takenBack: 1, notJudged: [{ measure: 'shoulderTilt', ms: 9000 }] }),
      sessionOn('2026-03-22', {}, { repetitions: 0, timed: 5, heldMs: 0, longestHoldMs: 0 }),
    ];
    expect(reported(sessions).exercises[0]).toMatchObject({
      sessions: 3,
      repetitions: { median: 5, least: 4, most: 6 },
      added: 2,
      takenBack: 1,
      timed: 5,
      attempts: 1,
      heldMs: { median: 25_000, least: 0 },
      unseenMs: 4000,
      notJudged: [{ measure: 'shoulderTilt', ms: 9000 }],
    });
  });

  it('has pain before and after, how it changed, and what was ended for it', () => {
    const { painAfter: _, ...unrated } = sessionOn('2026-03-23');
    const ended: ListedSession = { ...unrated, id: 'ended', why: 'pain', painBefore: 7, worstPain: 7, exercises: [] };
    const sessions = [
      sessionOn('2026-03-20', { painBefore: 4, painAfter: 2 }),
      sessionOn('2026-03-21', { painBefore: 2, painAfter: 3 }),
      unrated,
      ended,
      sessionOn('2026-03-24', { why: 'red-flag' }),
    ];
    expect(reported(sessions)).toMatchObject({
      sessions: 4,
      recorded: 5,
      painBefore: { median: 2, least: 2, most: 7, count: 5 },
      painAfter: { median: 2, least: 1, most: 3, count: 3 },
      painChange: { lower: 2, same: 0, higher: 1 },
      stopped: { pain: 1, wrong: 1 },
    });
  });

  it('of a thousand sessions has one entry for each exercise', () => {
    const rows = madeSessions(40, 3).map(listedSession);
    const many = Array.from({ length: 1000 }, (_, index) => rows[index % rows.length] ?? rows[0]).flatMap(
      (row) => row ?? [],
    );
    expect(reportOn(many, undefined, exercises, 'all', today).exercises).toHaveLength(6);
  });
});

it('a spread is the median with the least and the most, and none of nothing', () => {
  expect(spreadOf([3, 1, 2, 10])).toEqual({ median: 2.5, least: 1, most: 10, count: 4 });
  expect(spreadOf([7])).toEqual({ median: 7, least: 7, most: 7, count: 1 });
  expect(spreadOf([])).toBeUndefined();
});
