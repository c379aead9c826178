import type { ExerciseTexts } from '../exercise-texts.ts';

/** The one record that each file beside this one exports. */
const files = import.meta.glob<Readonly<Record<string, ExerciseTexts>>>('./exercises/*.ts', { eager: true });

const idOf = (path: string): string => path.replace(/^.*\/|\.ts$/g, '');

/** The English texts of every exercise, by id: the name of its file. */
export const exercises: Readonly<Record<string, ExerciseTexts>> = Object.fromEntries(
  Object.entries(files).flatMap(([path, file]) => Object.values(file).map((texts) => [idOf(path), texts])),
);
