import type { ExerciseTexts } from '../../exercise-texts.ts';

/** The head tilt, in English. */
export const headTilt: ExerciseTexts = {
  name: 'Head tilt',
  inOneLine: 'Lets the side of your neck go, left and right.',
  setUp: [
    'Sit tall on a steady chair, both feet flat.',
    'Face the camera. At your desk is fine.',
    'Let your arms hang, shoulders low.',
  ],
  movement: [
    'Let one ear sink toward its shoulder. Left or right, as you like.',
    'Hold there, and let the other shoulder grow heavy.',
    'Come back to the middle slowly, then tilt to the other side.',
  ],
  breath: 'Breathe out into the tilt, then breathe on calmly.',
  dose: 'Each side for itself. Never pull with your hand; the weight of your head is enough.',
  notFor: [
    'Ask your clinician first after a neck injury, neck surgery, or trouble with the arteries of the neck.',
    'Stop if you feel dizzy or sick, see double, or if an arm hurts or tingles.',
  ],
  cannotSee: [
    'whether your head turns a little as it tilts',
    'whether your head slides forward while your chin stays level',
    'which part of your neck bends',
    'at your desk: your arms, and whether your body leans',
  ],
  startPosture: 'Sit tall, arms hanging',
  prompts: {
    ready: 'Ear toward a shoulder',
    working: 'A little further, gently',
    holding: 'Hold, let it hang',
    returning: 'Slowly back',
  },
};
