import type { Phase } from '../../engine/exercise/phase.ts';

/** Each phase as one says it; an exercise's own prompts stand in for the judged ones. */
export const phases: Readonly<Record<Phase, string>> = {
  looking: 'Finding you',
  neutral: 'Sit calmly',
  start: 'Start position',
  practice: 'Practice',
  countdown: 'Get ready',
  ready: 'Ready',
  working: 'Go',
  holding: 'Hold',
  returning: 'Slowly back',
  resting: 'Rest',
  paused: 'Paused',
  ended: 'Done',
};
