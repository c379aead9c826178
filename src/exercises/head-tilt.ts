import { above, below, defineExercise } from '../engine/coaching/exercise.ts';

/** The head tilted toward one shoulder, held, and back; left and right count apart. */
export const headTilt = defineExercise({
  id: 'head-tilt',
  order: 30,
  view: 'front',
  sides: 'each',
  views: {
    front: {
      start: {},
      requires: { armElevation: below(25, 10) },
      ends: [
        {
          name: 'tilted',
          // MoveNet reads a true 36 as 30 to the left and 27 to the right (figure, two metres): so the wide tolerance.
          target: { measure: 'headSideBend', ...above(30, 8), floor: 12, own: { share: 0.85 } },
          cue: 'ear-to-shoulder',
          held: true,
          back: { ...below(6, 2), cue: 'ease-off' },
        },
      ],
      // A smooth tilt of 1.3 s reads 0.55; correct ones of 2 s read 0.75 or more through MoveNet.
      outgoing: { slowerThan: 550, cue: 'slower' },
      faults: [
        {
          id: 'too-far',
          while: ['working', 'holding'],
          // 50 degrees: MoveNet reads a true 58 as 39 (figure, two metres).
          when: { headSideBend: above(38, 0.5) },
          dwell: 500,
          cue: 'ease-off',
          confidence: 'medium',
          shownBy: { end: { neckSideBend: 58 } },
        },
        {
          id: 'shoulder-rises',
          while: ['working', 'holding'],
          // Seven degrees: MoveNet reads a true 9.5 as 6, and up to 2.8 in a correct tilt.
          when: { shoulderTilt: above(5, 0.5) },
          dwell: 800,
          cue: 'shoulder-drop',
          confidence: 'medium',
          shownBy: { end: { left: { clavicleElevation: 26 }, neckSideBend: 22 } },
        },
        {
          id: 'turns-head',
          while: ['working', 'holding'],
          when: { headTurn: above(0.25, 0.05) },
          dwell: 800,
          cue: 'eyes-on-screen',
          confidence: 'medium',
          shownBy: { end: { neckRotation: 30 } },
        },
        {
          id: 'leans-trunk',
          while: ['working', 'holding'],
          when: { trunkSideLean: above(8, 1) },
          dwell: 800,
          cue: 'only-the-head',
          confidence: 'medium',
          shownBy: { end: { sideLean: 14 } },
          alongWith: ['shoulder-rises', 'fast-out'],
        },
      ],
    },
  },
  breath: { working: 'out', holding: 'free', returning: 'in' },
  prescription: { sets: 1, reps: 2, hold: 15_000, rest: 30_000 },
  motion: {
    ends: [{ neckSideBend: 34 }],
    bothWays: true,
    tempo: { toStart: 0, out: 2000, stay: 1000, back: 2000, pause: 1200 },
  },
});
