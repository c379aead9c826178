import { progressIn, type RoutineProgress } from '../session/guide/progress.ts';
import type { Routine } from '../session/planning/routines.ts';
import { isKept } from '../session/guide/session-setting.ts';
import type { Texts } from '../texts/texts.ts';
import { wordsAt } from '../texts/words-at.ts';
import type { Offer } from './elements/routine/resume-offer.ts';
import { nameOfRoutine } from './words/routine-in-words.ts';
import { routeOf } from './routes.ts';

/** The resumable progress of a routine; `undefined` if there is none, or if its link trains no user. */
export const continuable = (routine: Routine, progress: RoutineProgress | undefined): RoutineProgress | undefined => {
  if (!progress) return undefined;
  const route = routeOf(progress.link);
  const isTraining = route.screen === 'training' || route.screen === 'routine-training';
  // Earlier versions saved demos as well.
  return isTraining && isKept(route.options) ? progressIn(routine, progress) : undefined;
};

/** The words of the offer to resume a routine, or an exercise alone. */
export const offerOf = (routine: Routine, { steps }: Pick<RoutineProgress, 'steps'>, texts: Texts): Offer => ({
  name: wordsAt(texts.exercises, routine.id)?.name ?? nameOfRoutine(routine, texts),
  done: steps.length,
  of: routine.steps.length,
});
