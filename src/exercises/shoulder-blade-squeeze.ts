import { above, below, defineExercise } from '../engine/coaching/exercise.ts';

/** The shoulders drawn back until the blades near each other, held for five seconds, and let go; seated or standing. */
export const shoulderBladeSqueeze = defineExercise({
  id: 'shoulder-blade-squeeze',
  order: 20,
  view: 'front',
  sides: 'together',
  views: {
    front: {
      start: {},
      requires: { armElevation: below(45), neckLength: above(0.7) },
      ends: [
        {
          name: 'squeezed',
          target: {
            measure: 'likeness',
            ...above(0.6),
            of: [
              { measure: 'shoulderWidth', is: 'below' },
              { measure: 'neckLength', is: 'above' },
            ],
          },
          cue: 'squeeze',
          held: true,
          back: { ...below(0.3), cue: 'arms-hang' },
        },
      ],
      faults: [
        {
          id: 'shrugs',
          while: ['ready', 'working', 'holding'],
          // MoveNet reads a neck that a shrug has shortened to 0.76 as 0.83 from the side (figure).
          when: { neckLength: below(0.88, 0.03) },
          cue: 'shoulders-down',
          confidence: 'medium',
          shownBy: { end: { clavicleElevation: 14 } },
        },
        {
          id: 'arms-lift',
          while: ['ready', 'working', 'holding'],
          when: { armElevation: above(25, 5) },
          dwell: 800,
          cue: 'arms-hang',
          confidence: 'high',
          shownBy: { end: { shoulderElevation: 36 } },
        },
      ],
    },
    side: {
      start: {},
      requires: { shoulderFlexion: below(45), neckLength: above(0.7) },
      ends: [
        {
          name: 'squeezed',
          target: {
            measure: 'likeness',
            ...above(0.6),
            of: [
              { measure: 'shoulderSetback', is: 'above' },
              { measure: 'shoulderFlexion', is: 'below' },
            ],
          },
          cue: 'squeeze',
          held: true,
          back: { ...below(0.3), cue: 'arms-hang' },
        },
      ],
      faults: [
        {
          id: 'shrugs',
          while: ['ready', 'working', 'holding'],
          // MoveNet reads a neck that a shrug has shortened to 0.76 as 0.83 from the side (figure).
          when: { neckLength: below(0.88, 0.03) },
          cue: 'shoulders-down',
          confidence: 'medium',
          shownBy: { end: { clavicleElevation: 14 } },
        },
        {
          id: 'leans-back',
          while: ['working', 'holding'],
          when: { trunkLean: below(-6, 2) },
          dwell: 800,
          cue: 'sit-tall',
          confidence: 'medium',
          shownBy: { end: { lean: -14 } },
        },
        {
          id: 'arms-lift',
          while: ['ready', 'working', 'holding'],
          when: { shoulderFlexion: above(25, 5) },
          dwell: 800,
          cue: 'arms-hang',
          confidence: 'high',
          shownBy: { end: { shoulderElevation: 46, elevationPlane: 90 } },
        },
      ],
    },
  },
  breath: { working: 'in', holding: 'free', returning: 'out' },
  prescription: { sets: 1, reps: 8, hold: 5000, rest: 30_000 },
  motion: {
    ends: [{ protraction: -20, clavicleElevation: -3 }],
    tempo: { toStart: 0, out: 1500, stay: 1000, back: 2000, pause: 3000 },
  },
});
