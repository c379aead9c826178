import { above, below, defineExercise } from '../../../src/engine/exercise/exercise.ts';

/** Both arms sideways to shoulder height, held, and slowly down. */
export const sideRaise = defineExercise({
  id: 'side-raise',
  order: 70,
  view: 'front',
  sides: 'together',
  views: {
    front: {
      start: {},
      requires: { elbowFlexion: below(60, 5) },
      ends: [
        {
          name: 'wide',
          target: { measure: 'armElevation', ...above(80, 10), floor: 50 },
          cue: 'shoulder-height',
          held: true,
          back: { ...below(25, 5), cue: 'arms-hang' },
        },
      ],
      returns: { slowerThan: 1500, cue: 'lower-slowly' },
      faults: [
        {
          id: 'uneven',
          while: ['working', 'holding'],
          when: { armLag: above(15, 5) },
          cue: 'both-together',
          confidence: 'medium',
          shownBy: { end: { left: { shoulderElevation: 55 } } },
          alongWith: ['range'],
        },
        {
          id: 'shrugs-first',
          while: ['ready', 'working'],
          // Above 60 degrees the clavicle rises by itself (Ludewig 2004).
          when: { neckLength: below(0.85, 0.03), armElevation: below(60) },
          dwell: 500,
          cue: 'shoulders-first',
          confidence: 'medium',
          shownBy: { start: { clavicleElevation: 25 }, end: { clavicleElevation: 25 } },
        },
      ],
    },
  },
  breath: { working: 'in', holding: 'free', returning: 'out' },
  prescription: { sets: 1, reps: 6, hold: 3000, rest: 30_000 },
  motion: {
    ends: [{ shoulderElevation: 88, elevationPlane: 0 }],
    tempo: { toStart: 0, out: 2000, stay: 1000, back: 3000, pause: 800 },
  },
});
