import type { Coaching } from '../../../engine/coach/coaching.ts';
import { judgedPhases, type JudgedPhase, type Phase } from '../../../engine/exercise/phase.ts';
import type { ExerciseTexts } from '../../../texts/exercise-texts.ts';
import type { Texts } from '../../../texts/texts.ts';

const isJudged = (phase: Phase): phase is JudgedPhase => (judgedPhases as readonly Phase[]).includes(phase);

/**
 * What to do in the current phase: the exercise's own words while judging and in practice, else the name of the phase.
 */
export const promptIn = ({ phase, practising }: Coaching, exercise: ExerciseTexts, texts: Texts): string => {
  if (phase === 'practice') return exercise.prompts[practising ?? 'ready'];
  return isJudged(phase) ? exercise.prompts[phase] : texts.phases[phase];
};
