import { above, below, defineExercise } from '../engine/exercise/exercise.ts';

/** Hands at the back of the head: round forward and hold, then lean back with a lifted chest and hold. */
export const flexionExtension = defineExercise({
  id: 'flexion-extension',
  order: 40,
  view: 'side',
  sides: 'near',
  views: {
    side: {
      start: { handAtHead: below(0.6, 0.15) },
      requires: { handAtHead: below(0.7, 0.2) },
      ends: [
        {
          name: 'flexion',
          target: { measure: 'headOverHips', ...above(30, 8), floor: 20, fromStart: true },
          cue: 'round-forward',
          held: true,
          back: { ...below(10), cue: 'come-back-up' },
        },
        {
          name: 'extension',
          target: { measure: 'headOverHips', ...below(-10, 3), floor: -6, fromStart: true },
          cue: 'lift-your-chest',
          held: true,
          back: { ...above(-3), cue: 'come-back-up' },
        },
      ],
      faults: [
        {
          id: 'too-far-forward',
          while: ['working', 'holding'],
          // Judged by the trunk: a head that goes down in front of the chest is no longer seen. Correct movement reads
          // at most 36, a lean of 60 reads 64 and more, with either model.
          when: { trunkLean: above(50, 2) },
          dwell: 400,
          cue: 'come-back-up',
          confidence: 'medium',
          shownBy: { ends: [{ lean: 60 }] },
        },
        {
          id: 'too-far-back',
          while: ['working', 'holding'],
          when: { headOverHips: below(-25, 1) },
          dwell: 300,
          cue: 'not-so-far-back',
          confidence: 'medium',
          shownBy: { ends: [{}, { lean: -24 }] },
        },
        {
          id: 'chin-first',
          while: ['holding'],
          when: { headOverHips: below(-6), chinLift: above(30, 2) },
          dwell: 800,
          cue: 'lift-your-chest',
          confidence: 'low',
          shownBy: { ends: [{}, { neckFlexion: -65 }] },
        },
        {
          id: 'elbows-stay',
          while: ['holding'],
          when: { headOverHips: below(-6), elbowPitch: below(65, 5) },
          dwell: 800,
          cue: 'lift-your-chest',
          confidence: 'low',
          shownBy: { ends: [{}, { shoulderElevation: 20, elevationPlane: 80 }] },
        },
      ],
    },
  },
  breath: { working: 'free', holding: 'free', returning: 'free' },
  prescription: { sets: 1, reps: 5, hold: 3000, rest: 30_000 },
  motion: {
    start: { shoulderElevation: 95, elevationPlane: 60, hand: 'back-of-head' },
    ends: [
      { lean: 22, spineFlexion: 26, neckFlexion: 15, shoulderElevation: 80, elevationPlane: 75, hand: 'back-of-head' },
      { lean: -9, spineFlexion: -12, shoulderElevation: 115, elevationPlane: 50, hand: 'back-of-head' },
    ],
    tempo: { toStart: 2000, out: 3000, stay: 1000, back: 2000, pause: 700 },
  },
});
