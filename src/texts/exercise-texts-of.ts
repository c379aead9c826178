import type { ExerciseTexts } from './exercise-texts.ts';
import type { Texts } from './texts.ts';

const nameFrom = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

/** The texts of an exercise; one without a record of its own (from a file) goes by its id and says nothing more. */
export const exerciseTextsOf = (texts: Texts, id: string): ExerciseTexts =>
  texts.exercises[id] ?? {
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
  };
