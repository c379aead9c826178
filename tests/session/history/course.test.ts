import { describe, expect, it } from 'vitest';
import { courseOf, meaninglessChange } from '../../../src/session/history/course.ts';
import { listedSession, type ListedSession } from '../../../src/session/history/listed-session.ts';
import { madeSessions } from '../../made-sessions.ts';

const day = 24 * 60 * 60_000;
const monday = Date.UTC(2026, 2, 2, 8);

/** A session of an arm raise that went so far. */
const raised = (startedAt: number, best: number, change: Partial<ListedSession> = {}): ListedSession => ({
  version: 2,
  id: `${startedAt}-raise`,
  routine: 'raise',
  startedAt,
  endedAt: startedAt + 60_000,
  utcOffset: 0,
  why: 'completed',
  model: 'thunder',
  changedAt: startedAt,
  exercises: [
    {
      exercise: 'raise',
      isSkipped: false,
      done: {
        view: 'side',
        sets: 1,
        reps: 8,
        holdMs: 0,
        repetitions: 8,
        added: 1,
        takenBack: 0,
        timed: 0,
        attempts: 1,
        heldMs: 12_000,
        longestHoldMs: 3000,
        durationMs: 60_000,
        unseenMs: 0,
        notJudged: [],
        easeLevel: 0,
        peaks: [{ measure: 'shoulderFlexion', is: 'above', best, target: 120 }],
        ranges: [{ end: 'up', measure: 'shoulderFlexion', value: 130, error: 4 }],
        pain: 2,
      },
    },
  ],
  ...change,
});

/** One session on each of so many days. */
const daily = (count: number): readonly ListedSession[] =>
  Array.from({ length: count }, (_, index) => raised(monday + index * day, 100 + index));

const courseIn = (sessions: readonly ListedSession[]) => {
  const course = courseOf(sessions, 'raise');
  if (!course) throw new Error('There is no course.');
  return course;
};

describe('the course of an exercise', () => {
  it('is none where it was never done', () => {
    expect(courseOf([], 'raise')).toBeUndefined();
    expect(courseOf(daily(3), 'cheer')).toBeUndefined();
    const skipped = raised(monday, 100, { exercises: [{ exercise: 'raise', isSkipped: true }] });
    expect(courseOf([skipped], 'raise')).toBeUndefined();
  });

  it('has one point for one session', () => {
    const course = courseIn([raised(monday, 131, { painBefore: 4 })]);
    expect(course.period).toBe('session');
    expect(course.ranges[0]?.lines[0]?.points).toEqual([{ at: monday, value: 131, error: 10 }]);
    expect([course.held, course.repetitions, course.painBefore, course.painAfter].map(([one]) => one?.value)).toEqual([
      12, 8, 4, 2,
    ]);
  });

  it('has a point for each session, oldest first, while there are few', () => {
    const course = courseIn(daily(30).toReversed());
    const points = course.ranges[0]?.lines[0]?.points ?? [];
    expect(points.map(({ value }) => value)).toEqual(Array.from({ length: 30 }, (_, index) => 100 + index));
  });

  it('has the mean of each week from Monday on where there are more', () => {
    const course = courseIn(daily(70));
    expect(course.period).toBe('week');
    const points = course.ranges[0]?.lines[0]?.points ?? [];
    expect(points).toHaveLength(10);
    // The mean of 100 to 106, on the Thursday.
    expect(points[0]).toEqual({ at: monday + 3 * day, value: 103, error: 10 });
    expect(course.sessionsAt(monday + 3 * day)).toBe(7);
  });

  it('counts a session to the day where the person was', () => {
    // Half past eleven on Sunday evening in UTC is Monday in Tokyo.
    const evening = raised(monday - 8.5 * 60 * 60_000, 100, { utcOffset: 9 * 60 });
    expect(new Date(courseIn([evening]).from).getUTCDay()).toBe(1);
  });

  it('has the error from day to day, not that of one still moment: 10 degrees, 12 in the neck', () => {
    // What the practice of each session showed, ±4 degrees, is how still it was held.
    const points = courseIn(daily(3)).ranges[0]?.lines[0]?.points ?? [];
    expect(points.map(({ error }) => error)).toEqual([10, 10, 10]);
    const errorsOf = (exercise: string) =>
      new Set(
        courseOf(madeSessions(6, 3).map(listedSession), exercise)?.ranges[0]?.lines[0]?.points.map((one) => one.error),
      );
    expect(errorsOf('head-tilt')).toEqual(new Set([12]));
    expect(errorsOf('butterfly')).toEqual(new Set([undefined]));
  });

  it('stays legible with a thousand sessions over ten years', () => {
    const sessions = Array.from({ length: 1000 }, (_, index) => raised(monday + index * 3.65 * day, 100 + index / 20));
    const course = courseIn(sessions);
    expect(course.period).toBe('quarter');
    const points = course.ranges[0]?.lines[0]?.points ?? [];
    expect(points.length).toBeGreaterThan(35);
    expect(points.length).toBeLessThanOrEqual(60);
  });

  it('has a line for each side where sides count apart', () => {
    const sessions = madeSessions(6, 3).map(listedSession);
    const sidesOf = (exercise: string) =>
      courseOf(sessions, exercise)?.ranges.map(({ lines }) => lines.map(({ side }) => side));
    expect(sidesOf('head-tilt')).toEqual([['left', 'right']]);
    expect(sidesOf('butterfly')).toEqual([[undefined]]);
  });

  it('never mixes the readings of two models, and begins anew with the last', () => {
    const early = daily(65).map((session): ListedSession => ({ ...session, model: 'lightning' }));
    const late = Array.from({ length: 5 }, (_, index) => raised(monday + (65 + index) * day, 150 + index));
    const [range] = courseIn([...early, ...late]).ranges;
    expect(range?.breaks).toEqual([monday + 65 * day]);
    expect(range?.lines[0]?.begun).toEqual({ at: monday + 65 * day, value: 151 });
    const values = range?.lines[0]?.points.map(({ value }) => value) ?? [];
    // The tenth week has two days of one model and five of the other.
    expect(values.slice(-2)).toEqual([163.5, 152]);
  });
});

describe('a change that means nothing', () => {
  it('is 8 degrees within a session and 10 between days, 12 for the neck, and unknown for what is no angle', () => {
    expect(meaninglessChange('shoulderFlexion')).toEqual({ withinSession: 8, betweenDays: 10 });
    expect(meaninglessChange('headSideBend')).toEqual({ withinSession: 8, betweenDays: 12 });
    expect(meaninglessChange('elbowGap')).toBeUndefined();
  });
});
