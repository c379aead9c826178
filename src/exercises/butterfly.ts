import { above, below, defineExercise } from '../engine/exercise/exercise.ts';

/** Hands on the shoulders, elbows together in front, held, and open again. */
export const butterfly = defineExercise({
  id: 'butterfly',
  order: 10,
  view: 'front',
  sides: 'together',
  views: {
    front: {
      start: { elbowGap: above(1.8, 0.2) },
      requires: { handOnShoulder: below(0.55, 0.1) },
      ends: [
        {
          name: 'together',
          // MoveNet reads 0.5-1.07 for elbows that touch (1.16 in one of 11 films) and 1.13-1.24 for elbows straight
          // ahead (9 films). Of 12 bodies Lightning reads three as straight ahead: 1.11 and 1.36, where straight ahead
          // reads 1.26 and 1.34. Then practice leaves only the time.
          target: { measure: 'elbowGap', ...below(0.95, 0.1), floor: 1.09, own: { share: 0.95, limit: 0.98 } },
          cue: 'elbows-together',
          held: true,
          back: { ...above(1.8), cue: 'open-wide' },
        },
      ],
      faults: [
        {
          id: 'elbows-low',
          while: ['working', 'holding'],
          // MoveNet reads level elbows 5 degrees low when wide and 18 low when together (its shoulder is too high).
          when: { upperArmLevel: below(-27, 3) },
          dwell: 800,
          cue: 'elbows-up',
          confidence: 'medium',
          shownBy: { start: { shoulderElevation: 55 }, end: { shoulderElevation: 55 } },
        },
        {
          id: 'hands-off',
          while: ['ready', 'working', 'holding'],
          // Arms raised without the hands on the shoulders; arms coming down after the last repetition pass this range
          // within a second.
          when: { handOnShoulder: above(0.55, 0.1), upperArmLevel: above(-20) },
          dwell: 2500,
          cue: 'hands-on-shoulders',
          confidence: 'medium',
          shownBy: { end: { hand: 'free', elbowFlexion: 90 } },
        },
        {
          id: 'elbow-late',
          while: ['ready', 'working', 'holding'],
          // On the figure: at most 0.53 in correct movement turned by 15 degrees; 1.04 for one elbow left halfway, read
          // as 0.77.
          when: { elbowLag: above(0.6, 0.1) },
          dwell: 800,
          cue: 'both-together',
          confidence: 'medium',
          shownBy: { end: { left: { elevationPlane: 45 } } },
          alongWith: ['range'],
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
