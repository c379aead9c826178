import { above, below, defineExercise } from '../engine/coaching/exercise.ts';

/** Hands on the shoulders, elbows together in front, held, and open again. */
export const butterfly = defineExercise({
  id: 'butterfly',
  sides: 'together',
  views: {
    front: {
      start: { elbowGap: above(1.8, 0.2) },
      requires: { handOnShoulder: below(0.55, 0.1) },
      ends: [
        {
          name: 'together',
          // MoveNet reads 0.4-0.9 for elbows that touch and 1.1-1.25 for elbows straight ahead.
          target: { measure: 'elbowGap', ...below(0.85, 0.1) },
          cue: 'elbows-together',
          held: true,
        },
      ],
      back: { ...above(1.8, 0.1), cue: 'open-wide' },
      faults: [
        {
          id: 'elbows-low',
          while: ['working', 'holding'],
          when: { upperArmLevel: below(-20, 3) },
          dwell: 800,
          cue: 'elbows-up',
          confidence: 'medium',
          shownBy: { start: { shoulderElevation: 55 }, end: { shoulderElevation: 55 } },
        },
        {
          id: 'hands-off',
          while: ['ready', 'working', 'holding'],
          when: { handOnShoulder: above(0.55, 0.1), elbowGap: above(1.8) },
          cue: 'hands-on-shoulders',
          confidence: 'medium',
          shownBy: { start: { hand: 'free', elbowFlexion: 20 }, end: { hand: 'free', elbowFlexion: 20 } },
        },
        {
          id: 'left-late',
          while: ['working', 'holding'],
          when: { elbowUnevenness: above(0.5, 0.1) },
          dwell: 800,
          cue: 'both-together',
          confidence: 'medium',
          shownBy: { end: { left: { elevationPlane: 30 } } },
        },
        {
          id: 'right-late',
          while: ['working', 'holding'],
          when: { elbowUnevenness: below(-0.5, 0.1) },
          dwell: 800,
          cue: 'both-together',
          confidence: 'medium',
          shownBy: { end: { right: { elevationPlane: 30 } } },
        },
      ],
    },
  },
  breath: { working: 'out', holding: 'free', returning: 'in' },
  prescription: { sets: 1, reps: 5, hold: 5000, rest: 30_000 },
  motion: {
    start: { shoulderElevation: 90, elevationPlane: 0, hand: 'own-shoulder' },
    ends: [{ shoulderElevation: 90, elevationPlane: 115, protraction: 20, hand: 'own-shoulder' }],
    tempo: { toStart: 1500, out: 1500, stay: 1000, back: 1500, pause: 700 },
  },
});
