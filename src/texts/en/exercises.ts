import type { ExerciseTexts } from '../exercise-texts.ts';
import { butterfly } from './exercises/butterfly.ts';
import { cheer } from './exercises/cheer.ts';
import { flexionExtension } from './exercises/flexion-extension.ts';
import { headTilt } from './exercises/head-tilt.ts';
import { shoulderFlexion } from './exercises/shoulder-flexion.ts';

/** The English texts of every exercise, by id: one line here for each record beside it. */
export const exercises: Readonly<Record<string, ExerciseTexts>> = {
  butterfly,
  cheer,
  'flexion-extension': flexionExtension,
  'head-tilt': headTilt,
  'shoulder-flexion': shoulderFlexion,
};
