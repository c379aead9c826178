import { dayOf } from '../history/days.ts';
import type { ListedSession } from '../history/listed-session.ts';
import type { TrainingPlan } from '../planning/training-plan.ts';
import { addDays, daysBetween, mondayOf, weekdayOf } from './calendar-days.ts';

/** Whether something was done in a session: a repetition or an attempt. */
export const hasTrained = ({ exercises }: ListedSession): boolean =>
  exercises.some(({ done }) => done && done.repetitions + done.timed + done.attempts > 0);

/** The sessions in which the routine of a plan was trained, in their order. */
export const sessionsOf = ({ routine }: TrainingPlan, sessions: readonly ListedSession[]): readonly ListedSession[] =>
  sessions.filter((session) => session.routine === routine && hasTrained(session));

/** The local days of sessions, each once, the earliest first. */
export const daysOf = (sessions: readonly ListedSession[]): readonly string[] =>
  [...new Set(sessions.map(dayOf))].toSorted();

/** What is due: today, nothing more today, or on a later day. */
export type Due = { readonly is: 'today' } | { readonly is: 'done' | 'later'; readonly next: string };

/**
 * Whether training is due on a day, by the days on which it was done. So many times a week are spread over it; what was
 * missed in one week is not due in the next.
 */
const isDueOn = ({ rhythm, since }: TrainingPlan, done: readonly string[], day: string): boolean => {
  if (day < since) return false;
  if (rhythm.is === 'weekdays') return rhythm.days.includes(weekdayOf(day));
  const monday = mondayOf(day);
  const before = done.filter((one) => one < day);
  const last = before.at(-1);
  const isRested = last === undefined || daysBetween(last, day) >= Math.floor(7 / rhythm.aWeek);
  return isRested && before.filter((one) => one >= monday).length < rhythm.aWeek;
};

/** How many days ahead something must be due: two weeks from the first day on. */
const ahead = 14;

const nextDue = (plan: TrainingPlan, done: readonly string[], after: string): string => {
  const from = plan.since > after ? plan.since : addDays(after, 1);
  for (let count = 0; count < ahead; count += 1) {
    const day = addDays(from, count);
    if (isDueOn(plan, done, day)) return day;
  }
  return from;
};

/** What is due on a day, by the days on which the plan's routine was trained, the earliest first. */
export const dueOn = (plan: TrainingPlan, done: readonly string[], today: string): Due => {
  if (done.includes(today)) return { is: 'done', next: nextDue(plan, done, today) };
  return isDueOn(plan, done, today) ? { is: 'today' } : { is: 'later', next: nextDue(plan, done, today) };
};

/** How much of a plan was done, in days. */
export interface Adherence {
  /** The days that were planned; today only if it was trained. */
  readonly planned: number;
  /** The days on which it was trained, on planned days or others. */
  readonly done: number;
}

/** How much of a plan was done from one day to today, both included, by the days on which it was trained. */
export const adherenceIn = (plan: TrainingPlan, done: readonly string[], from: string, today: string): Adherence => {
  const first = plan.since > from ? plan.since : from;
  const trained = done.filter((day) => day >= first && day <= today);
  // Today is not over.
  const last = trained.includes(today) ? today : addDays(today, -1);
  const days = Math.max(0, daysBetween(first, last) + 1);
  const { rhythm } = plan;
  const planned =
    rhythm.is === 'times'
      ? Math.round((days * rhythm.aWeek) / 7)
      : Array.from({ length: days }, (_, count) => addDays(first, count)).filter((day) =>
          rhythm.days.includes(weekdayOf(day)),
        ).length;
  return { planned, done: trained.length };
};
