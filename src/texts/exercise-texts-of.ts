import type { Side } from '../engine/pose/keypoints.ts';
import type { ExerciseTexts } from './exercise-texts.ts';
import { wordsAt } from './words-at.ts';
import type { Texts } from './texts.ts';

const nameFrom = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

/**
 * The texts of an exercise, with those for one arm where `arm` trains alone; an exercise without a record of its own
 * (from a file) goes by its id and says nothing more.
 */
export const exerciseTextsOf = (texts: Texts, id: string, arm?: Side): ExerciseTexts => {
  const words = wordsAt(texts.exercises, id) ?? unwritten(texts, id);
  return arm ? { ...words, cannotSee: words.cannotSeeFrom?.front ?? words.cannotSee, ...words.oneArm } : words;
};

const unwritten = (texts: Texts, id: string): ExerciseTexts => ({
  name: nameFrom(id),
  inOneLine: '',
  setUp: [],
  movement: [],
  breath: texts.app.briefing.breathe,
  dose: '',
  notFor: [],
  cannotSee: [],
  startPosture: texts.hints['take-start-posture'],
  prompts: texts.phases,
});
