import type { Exercise } from '../engine/exercise/exercise.ts';

/** One exercise per file: a new file is found automatically. */
const files = import.meta.glob<Readonly<Record<string, Exercise>>>(['./*.ts', '!./registry.ts'], { eager: true });

/** Every exercise, in the order of the home screen: front views first, so that the user turns only once. */
export const exercises: readonly Exercise[] = Object.values(files)
  .flatMap((file) => Object.values(file))
  .toSorted((one, other) => one.order - other.order);

/** The exercise with an id; `undefined` if there is none. */
export const exerciseById = (id: string): Exercise | undefined => exercises.find((exercise) => exercise.id === id);
