import { above, below, defineExercise } from '../engine/exercise/exercise.ts';

/** Both arms forward and up to the ceiling, then slowly down. */
export const cheer = defineExercise({
  id: 'cheer',
  order: 50,
  view: 'side',
  sides: 'near',
  views: {
    side: {
      start: {},
      requires: { elbowFlexion: below(60, 5) },
      ends: [
        {
          name: 'up',
          target: { measure: 'shoulderFlexion', ...above(160, 10), floor: 120 },
          cue: 'reach-up',
          held: false,
          back: { ...below(20, 5), cue: 'arms-hang' },
        },
      ],
      // About four seconds are asked for; a smooth lowering of 3 s reads 3.0, and so does a steady one of 2.5 s.
      returns: { slowerThan: 3000, peakSpeed: below(110, 22), cue: 'lower-slowly' },
      faults: [
        {
          id: 'leans-back',
          while: ['working', 'holding'],
          // Raising both arms by itself leans the trunk back by 12.8 degrees (SD 7.6) (Edmondston 2012).
          when: { trunkLean: below(-18, 4) },
          cue: 'sit-tall',
          confidence: 'medium',
          shownBy: { end: { lean: -26 } },
        },
        {
          id: 'bent-elbow',
          while: ['working', 'holding'],
          when: { elbowFlexion: above(35, 15) },
          dwell: 800,
          cue: 'long-arm',
          confidence: 'low',
          shownBy: { end: { elbowFlexion: 60 } },
        },
        {
          id: 'shrugs-first',
          while: ['ready', 'working'],
          // Above 60 degrees the clavicle rises by itself (Ludewig 2004). On films of the figure a neck shortened to
          // 0.63 reads 0.65-0.86; one that is not shortened reads at least 0.93 while the arm hangs, and as little as
          // 0.78 from 35 degrees on. A hint: people's lifts on rigged bodies were corrected 2 times in 6.7 minutes (12 sets of
          // correct movement, MoveNet Lightning).
          when: { neckLength: below(0.91, 0.03), shoulderFlexion: below(30) },
          dwell: 800,
          cue: 'shoulders-first',
          confidence: 'low',
          shownBy: { start: { clavicleElevation: 25 }, end: { clavicleElevation: 25 } },
        },
      ],
    },
    // In front view the arm points at the lens halfway; its straightness cannot be read (MoveNet reads straight elbows
    // as 10 to 150 degrees).
    front: {
      start: {},
      requires: {},
      ends: [
        {
          name: 'up',
          // Arms that are fully up read 143-175 (ten photographs); real lifts of both arms turn at 140-170 (78 people). At
          // a floor of 120 a plain counter gets 73 of their 78 sets, 70 with noise, and 3 of 745 other motions. MoveNet
          // Lightning reads the top lower: by 5.8 to 10.1 (p10 to p90 of 84 lifts by 16 people, as MoveNet would see them). At
          // 115, which allows for that, a trunk that turned with level arms counted once, at 117.
          target: { measure: 'armElevation', ...above(145, 15), floor: 120 },
          cue: 'reach-up',
          held: false,
          back: { ...below(28, 5), cue: 'arms-hang' },
        },
      ],
      // An arm that is lowered straight ahead in 4.5 s reads 1.4 to 2.1 s with MoveNet Lightning (14 lowerings of the figure in
      // seven settings), so one of 3.4 s reads at least 1.06. One of 1.6 s reads 0.86, one of 0.8 s 0.56 (figure, without error).
      returns: { slowerThan: 1000, cue: 'lower-slowly' },
      faults: [
        {
          id: 'uneven',
          while: ['working', 'holding'],
          // Real lifts of both arms differ by 31 at most at the top (78 people); correct films read at most 9 with MoveNet
          // Lightning and 20 with Thunder, which sees one shoulder higher, uneven ones 38-49 (figure).
          when: { armLag: above(31, 5) },
          cue: 'both-together',
          confidence: 'medium',
          shownBy: { end: { left: { shoulderElevation: 110 } } },
          alongWith: ['range'],
        },
        {
          id: 'shrugs-first',
          while: ['ready', 'working'],
          // A hint: it was noticed 2 times in 13.8 minutes of correct lifts (40 people, as MoveNet would see them), and 102
          // times in 49 minutes of other exercises (UI-PRMD).
          when: { neckLength: below(0.88, 0.03), upperArmLevel: below(-30) },
          dwell: 500,
          cue: 'shoulders-first',
          confidence: 'low',
          shownBy: { start: { clavicleElevation: 25 }, end: { clavicleElevation: 25 } },
        },
      ],
    },
  },
  breath: { working: 'in', holding: 'free', returning: 'out' },
  prescription: { sets: 1, reps: 8, rest: 30_000 },
  motion: {
    rest: { elevationPlane: 90 },
    ends: [{ shoulderElevation: 165, elevationPlane: 90, elbowFlexion: 12 }],
    tempo: { toStart: 0, out: 1500, stay: 700, back: 4500, pause: 600 },
  },
});
