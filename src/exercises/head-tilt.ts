import { above, below, defineExercise } from '../engine/exercise/exercise.ts';

/** The head tilted toward one shoulder, held, and back; left and right count apart. */
export const headTilt = defineExercise({
  id: 'head-tilt',
  order: 30,
  view: 'front',
  sides: 'each',
  views: {
    front: {
      atDesk: true,
      start: {},
      requires: { armElevation: below(25, 10) },
      ends: [
        {
          name: 'tilted',
          // A true 34 reads 31 to 40 (figure); halfway there it reads up to 4 less, so the tolerance is wide.
          target: { measure: 'headSideBend', ...above(30, 8), floor: 12, own: { share: 0.85 } },
          cue: 'ear-to-shoulder',
          held: true,
          back: { ...below(6, 2), cue: 'ease-off' },
        },
      ],
      // Tilts of 2 s read 1.1 to 2.8 s through MoveNet, the shortest with a leaning trunk; hurried ones of 0.8 s read
      // 1.0 to 1.1 (figure, 8 films).
      outgoing: { slowerThan: 1090, cue: 'slower' },
      faults: [
        {
          id: 'too-far',
          while: ['working', 'holding'],
          // Intended limit: 50 degrees. The further a head is tilted, the more the reading falls short: a true 58 reads
          // 48 to 56, a true 34 up to 47 (figure).
          when: { headSideBend: above(48, 0.5) },
          dwell: 500,
          cue: 'ease-off',
          confidence: 'medium',
          shownBy: { end: { neckSideBend: 58 } },
        },
        {
          id: 'shoulder-rises',
          while: ['working', 'holding'],
          // Intended limit: seven degrees. MoveNet reads a true 9.5 as 6, and up to 2.8 in a correct tilt.
          when: { shoulderTilt: above(5, 0.5) },
          dwell: 800,
          cue: 'shoulder-drop',
          confidence: 'medium',
          shownBy: { end: { left: { clavicleElevation: 26 }, neckSideBend: 22 } },
        },
        {
          id: 'turns-head',
          while: ['working', 'holding'],
          // Hint only: a head tilted and turned by 30 degrees (true 0.45) reads 0.21-0.30, a head only tilted up to
          // 0.24 in front of a turned camera.
          when: { headTurn: above(0.25, 0.03) },
          dwell: 800,
          cue: 'eyes-on-screen',
          confidence: 'low',
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
