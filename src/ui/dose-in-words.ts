import type { Plan } from '../engine/coaching/plan.ts';
import { isHeld } from '../session/plan-for.ts';
import type { Texts } from '../texts/texts.ts';

/** A plan's dose: "5 repetitions, hold 5 seconds". */
export const doseInWords = (plan: Plan, { app }: Texts): string =>
  [app.dose.repetitions(plan.reps), isHeld(plan) ? app.dose.hold(plan.hold) : app.dose.slowly].join(', ');
