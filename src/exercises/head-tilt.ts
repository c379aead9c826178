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
          // 48 to 56, a true 34 up to 47 (figure). Against the vertical, too: a shoulder that rises toward the ear adds to
          // the bend between head and shoulders, up to 51 read for a true 34, and bends no neck (38 to 42 read).
          when: { headSideBend: above(48, 0.5), headLean: above(44, 0.5) },
          dwell: 500,
          cue: 'ease-off',
          confidence: 'medium',
          shownBy: { end: { neckSideBend: 58 } },
        },
        {
          id: 'leans-trunk',
          while: ['working', 'holding'],
          when: { trunkSideLean: above(8, 1) },
          dwell: 800,
          cue: 'only-the-head',
          confidence: 'medium',
          shownBy: { end: { sideLean: 14 } },
          alongWith: ['other-shoulder-rises', 'fast-out'],
        },
        {
          id: 'shoulder-rises',
          while: ['working', 'holding'],
          // Toward the ear. Correct tilts read up to 3.6 on 97 stills of people (Thunder), 3.4 on eight rigged bodies,
          // 4.8 with the head turned by 15; raised shoulders from 7.6 on 27 stills, from 4.9 (Thunder) and 3.0
          // (Lightning, 4 of 16 below 5) on the bodies. A dropped chin bends the neck, too, and has a word of its own.
          // Nor does a shoulder rise toward the ear of a head that does not lean to it: a trunk that leans the other way,
          // its head kept more upright, reads a rise of 23 and a bend of 10 (figure).
          when: {
            shoulderRise: above(4.6, 0.4),
            headSideBend: above(6, 2),
            headLean: above(0, 2),
            headPitch: below(0.06),
          },
          dwell: 800,
          cue: 'shoulder-drop',
          confidence: 'medium',
          shownBy: { end: { left: { clavicleElevation: 26 }, neckSideBend: 22 } },
        },
        {
          id: 'other-shoulder-rises',
          while: ['working', 'holding'],
          // A correct tilt lifts this shoulder by up to 3.0 on the same stills, but by 5.2 (Thunder) and 7.3 (Lightning)
          // on a film of a person; a true 12 reads 13 to 17 (figure).
          when: { shoulderRise: above(7.5, 0.5), headSideBend: below(-6, 2) },
          dwell: 1500,
          cue: 'shoulder-drop',
          confidence: 'medium',
          shownBy: { end: { right: { clavicleElevation: 34 }, neckSideBend: 42 } },
        },
        {
          id: 'chin-drops',
          while: ['working', 'holding'],
          // Correct tilts and raised shoulders read up to 0.057 on 198 stills of people (Thunder), 30 of 32 heads pushed
          // forward 0.08 and more. On eight rigged bodies correct tilts read up to 0.05, a chin that drops by 8 degrees up
          // to 0.08, by 30 from 0.09 on in 31 of 32 (both models); a turned and tilted camera adds 0.03 (figure).
          when: { headPitch: above(0.075, 0.005) },
          dwell: 1500,
          cue: 'chin-up',
          confidence: 'medium',
          shownBy: { end: { neckFlexion: 30 } },
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
          id: 'leans-instead',
          while: ['ready'],
          // A trunk that leans by 16 degrees reads 12 to 21 in the shoulders and 9 to 20 in the head (eight rigged
          // bodies), a person's by 20 reads 21 and 31 (a film); people shift on their seat by up to 9. Arms that do not
          // hang mean something else: 16 people who lean with raised arms get no word.
          when: { shoulderTilt: above(10, 1), headLean: above(6, 2), armElevation: below(35) },
          dwell: 1200,
          cue: 'only-the-head',
          confidence: 'medium',
          shownBy: { end: { sideLean: 16, neckSideBend: 0 } },
        },
        {
          id: 'arm-raised',
          while: ['ready', 'working', 'holding'],
          // From where the required posture is left. The head is read against the horizontal, too: an arm raised by 110
          // lifts its shoulder, which reads as a head bent by up to 11 (eight rigged bodies).
          when: { armElevation: above(42, 5), headSideBend: above(7, 2), headLean: above(15, 3) },
          dwell: 1000,
          cue: 'arms-hang',
          confidence: 'medium',
          shownBy: { end: { left: { shoulderElevation: 80 } } },
        },
        {
          id: 'other-arm-raised',
          while: ['ready', 'working', 'holding'],
          when: { armElevation: above(42, 5), headSideBend: below(-7, 2), headLean: below(-15, 3) },
          dwell: 1000,
          cue: 'arms-hang',
          confidence: 'medium',
          shownBy: { end: { right: { shoulderElevation: 80 } } },
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
