import { above, below, defineExercise } from '../engine/exercise/exercise.ts';

/** One arm straight forward to shoulder height, and slowly down. */
export const shoulderFlexion = defineExercise({
  id: 'shoulder-flexion',
  order: 60,
  view: 'side',
  sides: 'near',
  views: {
    side: {
      start: {},
      requires: { elbowFlexion: below(60, 5) },
      ends: [
        {
          name: 'level',
          target: { measure: 'shoulderFlexion', ...above(90, 10), floor: 70, own: { share: 1 } },
          cue: 'shoulder-height',
          held: false,
          back: { ...below(20, 5), cue: 'arms-hang' },
        },
      ],
      // At least two seconds are asked for, in one even movement, which reads 2.4.
      returns: { slowerThan: 2400, peakSpeed: below(70, 17.5), cue: 'lower-slowly' },
      faults: [
        {
          id: 'too-high',
          while: ['working', 'holding'],
          when: { shoulderFlexion: above(105, 5) },
          dwell: 400,
          cue: 'stop-there',
          confidence: 'high',
          shownBy: { end: { shoulderElevation: 125 } },
        },
        {
          id: 'swings-back',
          while: ['working', 'holding'],
          when: { trunkLean: below(-8, 2) },
          dwell: 500,
          cue: 'keep-still',
          confidence: 'medium',
          shownBy: { end: { lean: -15 } },
        },
        {
          id: 'swings-forward',
          while: ['working', 'holding'],
          when: { trunkLean: above(8, 2) },
          dwell: 500,
          cue: 'keep-still',
          confidence: 'medium',
          shownBy: { end: { lean: 15 } },
          alongWith: ['fast-return'],
        },
        {
          id: 'drifts-out',
          while: ['working', 'holding'],
          // Hint only: an arm that is 55 degrees off (true 0.66) reads 0.76-0.94; one straight in front mostly reads
          // 0.94, but 0.80 for a figure that faces left.
          when: { upperArmReach: below(0.85, 0.05), shoulderFlexion: above(60) },
          dwell: 800,
          cue: 'straight-in-front',
          confidence: 'low',
          shownBy: { end: { elevationPlane: 35 } },
          alongWith: ['fast-return'],
        },
        {
          id: 'shrugs-first',
          while: ['ready', 'working'],
          // Above 60 degrees the clavicle rises by itself (Ludewig 2004). On films of the figure a neck shortened to
          // 0.63 reads 0.65-0.86; one that is not shortened reads at least 0.93 while the arm hangs, and as little as
          // 0.78 from 35 degrees on.
          when: { neckLength: below(0.91, 0.03), shoulderFlexion: below(30) },
          dwell: 800,
          cue: 'shoulders-first',
          confidence: 'medium',
          shownBy: { start: { clavicleElevation: 25 }, end: { clavicleElevation: 25 } },
        },
        {
          id: 'bent-elbow',
          while: ['working', 'holding'],
          when: { elbowFlexion: above(35, 15) },
          dwell: 800,
          cue: 'long-arm',
          confidence: 'low',
          shownBy: { end: { elbowFlexion: 58 } },
        },
      ],
    },
  },
  breath: { working: 'out', holding: 'free', returning: 'in' },
  prescription: { sets: 2, reps: 10, rest: 60_000 },
  motion: {
    rest: { elevationPlane: 90 },
    ends: [{ shoulderElevation: 92, elevationPlane: 90, elbowFlexion: 5 }],
    tempo: { toStart: 0, out: 2200, stay: 1000, back: 3500, pause: 700 },
  },
});
