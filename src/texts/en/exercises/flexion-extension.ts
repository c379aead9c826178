import type { ExerciseTexts } from '../../exercise-texts.ts';

/** Upper-back flexion and extension, in English. */
export const flexionExtension: ExerciseTexts = {
  name: 'Flexion and extension',
  inOneLine: 'Rounds and opens your upper back, and stretches your chest.',
  setUp: [
    'Sit on the front edge of a steady chair, both feet flat.',
    'Turn your side to the camera, hips in the picture.',
    'Bend your elbows, palms on the back of your head. The hands only rest there.',
  ],
  movement: [
    'Round your upper back slowly forward until you feel a stretch. Hold.',
    'Come back up, then lift your chest and lean back a little. Hold.',
    'Come back to the middle. That is one.',
  ],
  breath: 'Breathe out as you round, in as you open.',
  dose: 'Forward, then back. Further is not better: stop at the first stretch.',
  notFor: [
    'Ask your clinician first with osteoporosis or a vertebral fracture, or after surgery of the spine or a shoulder.',
    'Leave the hands at your chest if a shoulder is unstable. Stop if you feel dizzy as you lean back.',
  ],
  cannotSee: [
    'whether you round in the upper back, the lower back or the hips',
    'whether your lower back arches',
    'how far your upper back itself bends',
  ],
  ends: { flexion: 'Forward', extension: 'Back' },
  startPosture: 'Hands at the back of your head',
  prompts: {
    ready: 'Round forward, slowly',
    working: 'Until you feel a stretch',
    holding: 'Hold and breathe',
    returning: 'Back to the middle',
  },
};
