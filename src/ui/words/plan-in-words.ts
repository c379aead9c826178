import type { Dose } from '../../session/plan/next-dose.ts';
import { weekdays, type Weekday } from '../../session/planning/training-plan.ts';
import type { Texts } from '../../texts/texts.ts';

/** A day such as `2026-03-04` without its year: "Wednesday 4 March". */
export const nearDay = (day: string, { language }: Texts): string =>
  new Date(`${day}T00:00Z`).toLocaleDateString(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });

/** A dose in a few words. */
export const plannedDoseInWords = ({ sets, reps, holdSeconds }: Dose, { plan }: Texts): string =>
  plan.dose({ sets, reps, ...(holdSeconds === undefined ? {} : { holdSeconds }) });

/** Days of the week as a list, from Monday on: "Monday, Wednesday and Friday". */
export const weekdaysInWords = (days: readonly Weekday[], { plan, language }: Texts): string =>
  new Intl.ListFormat(language).format(
    weekdays.filter((day) => days.includes(day)).map((day) => plan.editor.days[day]),
  );
