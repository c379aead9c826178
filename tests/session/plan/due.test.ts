import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, momentOf, mondayOf, weekdayOf } from '../../../src/session/plan/calendar-days.ts';
import { adherenceIn, daysOf, dueOn, sessionsOf } from '../../../src/session/plan/due.ts';
import type { Weekday } from '../../../src/session/planning/training-plan.ts';
import { madePlan, sessionOn } from './made-plan.ts';

const on = (...days: Weekday[]) => madePlan({ rhythm: { is: 'weekdays', days } });
const times = (aWeek: number) => madePlan({ rhythm: { is: 'times', aWeek } });

// 2 March 2026 is a Monday.
const [monday, tuesday, wednesday, thursday, friday, , sunday] = [0, 1, 2, 3, 4, 5, 6].map(
  (count) => `2026-03-0${2 + count}`,
) as [string, string, string, string, string, string, string];

describe('a day', () => {
  it('is counted by the calendar, over the end of a month, a leap day and a change of the clocks', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    // Clocks are changed on 29 March in Europe, and on 8 March in the USA.
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
    expect(weekdayOf('2026-03-02')).toBe(1);
    expect(weekdayOf('2026-03-08')).toBe(7);
    expect(mondayOf('2026-03-08')).toBe('2026-03-02');
    expect(momentOf(new Date(2026, 2, 2, 23, 59).getTime()).today).toBe('2026-03-02');
    expect(momentOf(new Date(2026, 2, 2, 0, 1).getTime()).today).toBe('2026-03-02');
  });
});

describe('on chosen days', () => {
  it('training is due on these days and no others', () => {
    expect(dueOn(on(1, 4), [], monday)).toEqual({ is: 'today' });
    expect(dueOn(on(1, 4), [], tuesday)).toEqual({ is: 'later', next: thursday });
    expect(dueOn(on(1, 4), [], friday)).toEqual({ is: 'later', next: '2026-03-09' });
  });

  it('nothing more is due once it was trained, on whichever day', () => {
    expect(dueOn(on(1, 4), [monday], monday)).toEqual({ is: 'done', next: thursday });
    expect(dueOn(on(1, 4), [tuesday], tuesday)).toEqual({ is: 'done', next: thursday });
  });
});

describe('so many times a week', () => {
  it('training is spread over the week', () => {
    expect(dueOn(times(3), [], monday)).toEqual({ is: 'today' });
    expect(dueOn(times(3), [monday], tuesday)).toEqual({ is: 'later', next: wednesday });
    expect(dueOn(times(3), [monday, wednesday, friday], sunday)).toEqual({ is: 'later', next: '2026-03-09' });
    expect(dueOn(times(7), [monday], tuesday)).toEqual({ is: 'today' });
    expect(dueOn(times(1), [wednesday], '2026-03-09')).toEqual({ is: 'later', next: '2026-03-11' });
  });

  it('what was missed is not made up for', () => {
    const busy = dueOn(times(2), [], sunday);
    expect(busy).toEqual({ is: 'today' });
    expect(dueOn(times(2), [sunday], '2026-03-09')).toEqual({ is: 'later', next: '2026-03-11' });
  });
});

it('nothing is due before the first day', () => {
  expect(dueOn({ ...times(3), since: '2026-03-10' }, [], monday)).toEqual({ is: 'later', next: '2026-03-10' });
  expect(dueOn({ ...on(5), since: '2026-03-10' }, [], monday)).toEqual({ is: 'later', next: '2026-03-13' });
});

describe('the days on which a plan was trained', () => {
  it('are those of its routine on which something was done, each once', () => {
    const sessions = [
      sessionOn(monday),
      { ...sessionOn(monday), id: 'twice' },
      { ...sessionOn(tuesday), routine: 'upper-back-relief' },
      { ...sessionOn(wednesday), exercises: [{ exercise: 'butterfly', isSkipped: true }] },
      // Half past eleven in the evening of Thursday in New York is Friday in UTC.
      { ...sessionOn(friday), startedAt: Date.parse(`${friday}T04:30Z`), utcOffset: -300 },
    ];
    expect(daysOf(sessionsOf(madePlan(), sessions))).toEqual([monday, thursday]);
  });

  it('are compared with those that were planned, today only if it was trained', () => {
    expect(adherenceIn(on(1, 4), [monday, friday], '2026-02-01', sunday)).toEqual({ planned: 2, done: 2 });
    expect(adherenceIn(on(1, 4), [], monday, monday)).toEqual({ planned: 0, done: 0 });
    expect(adherenceIn(on(1, 4), [monday], monday, monday)).toEqual({ planned: 1, done: 1 });
    expect(adherenceIn(times(3), [monday], monday, '2026-03-30')).toEqual({ planned: 12, done: 1 });
    expect(adherenceIn({ ...times(3), since: '2026-03-10' }, [monday], monday, sunday)).toEqual({
      planned: 0,
      done: 0,
    });
  });
});
