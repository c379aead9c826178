import type { ExerciseTexts } from '../../exercise-texts.ts';

/** The cheer, in English. */
export const cheer: ExerciseTexts = {
  name: 'Cheer',
  inOneLine: 'Stretches your back and shoulders overhead.',
  setUp: [
    'Sit on the front edge of a steady chair, both feet flat.',
    'Turn your side to the camera, whichever side you like. Facing it works too.',
    'Let your arms hang at your sides.',
  ],
  movement: [
    'Swing both arms forward and up toward the ceiling.',
    'Reach long, and stay tall: no leaning back.',
    'Lower your arms slowly, counting to four.',
  ],
  breath: 'Breathe in on the way up, out on the way down.',
  dose: 'Up to where it is easy today. The slow way down is half of the exercise.',
  notFor: [
    'Ask your clinician first after a shoulder dislocation, or after surgery or a fracture of the shoulder, ribs or spine.',
    'Stop if it pinches at the top of the shoulder, or if you feel dizzy.',
  ],
  cannotSee: [
    'the arm on the far side',
    'whether your lower back arches while you stay upright',
    'small bends of the elbow',
  ],
  cannotSeeFrom: {
    front: [
      'the last 30 degrees: nearly up and straight up look alike from the front',
      'whether you lean back',
      'small bends of the elbow',
    ],
  },
  startPosture: 'Let your arms hang',
  prompts: {
    ready: 'Arms up',
    working: 'Reach up',
    holding: 'Reach long',
    returning: 'Lower slowly',
  },
  oneArm: {
    setUp: [
      'Sit on the front edge of a steady chair, both feet flat.',
      'Face the camera.',
      'Let your arm hang. The other one may rest as it likes.',
    ],
    movement: [
      'Swing your arm forward and up toward the ceiling.',
      'Reach long, and stay tall: no leaning.',
      'Lower your arm slowly, counting to four.',
    ],
    startPosture: 'Let your arm hang',
    prompts: { ready: 'Arm up', working: 'Reach up', holding: 'Reach long', returning: 'Lower slowly' },
  },
};
