import type { Plan } from '../../engine/rules/plan.ts';
import { isHeld } from '../../session/planning/plan-for.ts';
import type { Texts } from '../../texts/texts.ts';

/** A plan's dose: "5 repetitions, hold 5 seconds", "2 sets of 10 repetitions, slowly". */
export const doseInWords = (plan: Plan, { app }: Texts): string =>
  [app.dose.sets(plan.sets, plan.reps), isHeld(plan) ? app.dose.hold(plan.hold) : app.dose.slowly].join(', ');
