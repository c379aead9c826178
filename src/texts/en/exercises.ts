import type { ExerciseTexts } from '../exercise-texts.ts';
import { butterfly } from './exercises/butterfly.ts';
import { cheer } from './exercises/cheer.ts';

/** The English texts of every exercise, by id: one line here for each record beside it. */
export const exercises: Readonly<Record<string, ExerciseTexts>> = {
  butterfly,
  cheer,
};
