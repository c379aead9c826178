import type { ExerciseTexts } from '../../exercise-texts.ts';

/** The shoulder flexion, in English. */
export const shoulderFlexion: ExerciseTexts = {
  name: 'Shoulder flexion',
  inOneLine: 'Strengthens the front of the shoulder that lifts your arm.',
  setUp: [
    'Sit tall on a steady chair, both feet flat.',
    'Turn the side of the working arm to the camera.',
    'Let your arms hang at your sides.',
  ],
  movement: [
    'Raise the arm that is next to the camera straight forward.',
    'Stop at shoulder height, and wait there for a moment.',
    'Lower it slowly, counting to three.',
  ],
  breath: 'Breathe out on the way up, in on the way down.',
  dose: 'Without a weight at first. Turn around for the other arm.',
  notFor: [
    'Ask your clinician first after a shoulder dislocation, or after surgery or a fracture of the shoulder.',
    'Stop if it pinches at the top of the shoulder, or if your arm tingles.',
  ],
  cannotSee: [
    'whether your arm drifts a little to the side',
    'the arm on the far side',
    'small bends of the elbow',
    'how heavy your weight is',
  ],
  startPosture: 'Let your arms hang',
  prompts: {
    ready: 'Arm straight forward',
    working: 'Up to shoulder height',
    holding: 'Stay for a moment',
    returning: 'Lower slowly',
  },
};
