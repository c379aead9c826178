import type { Exercise } from '../../engine/exercise/exercise.ts';
import { minutesOf, plannedSteps, turnsIn, type Routine } from '../../session/planning/routines.ts';
import type { Texts } from '../../texts/texts.ts';
import { wordsAt } from '../../texts/words-at.ts';

/** The name of a routine: the user's, or that of a built-in one from the texts. */
export const nameOfRoutine = ({ id, name }: Pick<Routine, 'id' | 'name'>, { routine }: Texts): string =>
  [name?.trim(), wordsAt(routine.names, id)].find(Boolean) ?? routine.unnamed;

/** The facts of a routine in a few words each: "6 exercises", "about 12 minutes", "You turn your chair once". */
export const routineFacts = (
  routine: Pick<Routine, 'steps' | 'restSeconds'>,
  exercises: readonly Exercise[],
  { routine: words }: Texts,
): readonly string[] => {
  const steps = plannedSteps(routine, exercises);
  if (steps.length === 0) return [];
  const minutes = minutesOf(routine, exercises);
  return [words.exercises(steps.length), words.about(minutes), words.turns(turnsIn(steps))];
};
