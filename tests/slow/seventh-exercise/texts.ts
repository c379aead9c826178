import type { ExerciseTexts } from '../../../src/texts/exercise-texts.ts';

/** The English texts of the side raise, with a name that does not follow from its id. */
export const sideRaise: ExerciseTexts = {
  name: 'Wide wings',
  inOneLine: 'Wakes the outer sides of your shoulders.',
  setUp: ['Sit tall on a steady chair, both feet flat.', 'Face the camera.', 'Let your arms hang at your sides.'],
  movement: [
    'Raise both arms sideways to shoulder height, palms down.',
    'Hold there, long from fingertip to fingertip.',
    'Lower your arms slowly, counting to three.',
  ],
  breath: 'Breathe in on the way up, out on the way down.',
  dose: 'Up to where it is easy today.',
  notFor: ['Stop if it pinches at the top of the shoulder.'],
  cannotSee: ['whether your arms drift forward', 'small bends of the elbow'],
  startPosture: 'Let your arms hang',
  prompts: {
    ready: 'Arms out to the sides',
    working: 'Up to shoulder height',
    holding: 'Hold, reach wide',
    returning: 'Lower slowly',
  },
};
