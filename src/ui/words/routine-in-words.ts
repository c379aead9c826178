import type { Exercise } from '../../engine/exercise/exercise.ts';
import { minutesOf, plannedSteps, turnsIn, type Routine } from '../../session/planning/routines.ts';
import type { Texts } from '../../texts/texts.ts';

/** What a routine is called: as somebody called it, or as the texts call a built-in one. */
export const nameOfRoutine = ({ id, name }: Pick<Routine, 'id' | 'name'>, { routine }: Texts): string =>
  [name?.trim(), routine.names[id]].find(Boolean) ?? routine.unnamed;

/** What a routine asks for, each in a few words: "6 exercises", "about 12 minutes", "You turn your chair once". */
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
