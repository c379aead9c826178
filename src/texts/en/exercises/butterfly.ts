import type { ExerciseTexts } from '../../exercise-texts.ts';

/** The upper-back butterfly, in English. */
export const butterfly: ExerciseTexts = {
  name: 'Butterfly',
  inOneLine: 'Opens the space between your shoulder blades.',
  setUp: [
    'Sit on the front edge of a steady chair, both feet flat.',
    'Rest your fingertips on top of your shoulders.',
    'Raise your elbows to shoulder height, out to the sides.',
  ],
  movement: [
    'Bring your elbows toward each other in front of you.',
    'Hold there, and feel your shoulder blades spread.',
    'Open wide again, slowly.',
  ],
  breath: 'Breathe out as your elbows come together, in as you open.',
  dose: 'Your elbows need not touch. Go only as far as feels easy.',
  notFor: [
    'Ask your clinician first after a shoulder dislocation, or after surgery or a fracture of the shoulder, collarbone, ribs or spine.',
    'Stop if it pinches at the top of the shoulder, or if your arm tingles.',
  ],
  cannotSee: [
    'how far your shoulder blades move apart',
    'whether your elbows really touch',
    'the true height of your elbows, if the camera stands high or low',
  ],
  startPosture: 'Hands on your shoulders, elbows wide',
  prompts: {
    ready: 'Elbows together',
    working: 'Elbows together',
    holding: 'Hold, breathe on',
    returning: 'Open wide',
  },
};
