import type { ExerciseTexts } from '../../exercise-texts.ts';

/** The shoulder-blade squeeze, in English. */
export const shoulderBladeSqueeze: ExerciseTexts = {
  name: 'Shoulder blade squeeze',
  inOneLine: 'Strengthens the muscles that draw your shoulders back.',
  setUp: [
    'Sit tall on a steady chair, both feet flat. Standing works too.',
    'Face the camera. At your desk is fine.',
    'Let your arms hang at your sides.',
  ],
  movement: [
    'Draw your shoulders back, as if to pinch a pencil between your shoulder blades.',
    'Hold gently. Shoulders stay low, ribs down, chin level.',
    'Let go slowly, and rest for a moment.',
  ],
  breath: 'Breathe on calmly while you hold.',
  dose: 'A gentle squeeze is enough: a little over half of what you could do.',
  notFor: [
    'Ask your clinician first after surgery of a shoulder or the chest.',
    'Stop at sharp pain, or if an arm tingles.',
  ],
  cannotSee: [
    'your shoulder blades themselves, and whether they touch',
    'how hard you squeeze',
    'the whole of the movement: it is small, so your own practice is the measure',
    'at your desk: your arms, and whether you turn away',
  ],
  cannotSeeFrom: {
    side: ['the shoulder on the far side', 'whether both shoulders move alike', 'how hard you squeeze'],
  },
  startPosture: 'Sit tall, arms hanging',
  prompts: {
    ready: 'Squeeze, gently',
    working: 'Pinch a pencil',
    holding: 'Hold, breathe on',
    returning: 'Let go slowly',
  },
};
