import { above, below, defineExercise } from '../engine/exercise/exercise.ts';

/** Common to both views: held from six tenths of the practised squeeze on, back below three tenths. */
const squeezed = { name: 'squeezed', cue: 'squeeze', held: true, back: { ...below(0.3), cue: 'arms-hang' } } as const;
const likePractice = { measure: 'likeness', ...above(0.6) } as const;

const judged: ('ready' | 'working' | 'holding')[] = ['ready', 'working', 'holding'];

/** A shrug does not count as a squeeze. */
const shrugs = {
  id: 'shrugs',
  while: judged,
  cue: 'shoulders-down',
  confidence: 'medium',
  shownBy: { end: { clavicleElevation: 14 } },
} as const;

const armsLift = {
  id: 'arms-lift',
  while: judged,
  dwell: 800,
  cue: 'arms-hang',
  confidence: 'high',
} as const;

/**
 * The shoulders drawn back until the blades come close to each other, held for five seconds, and let go; seated or
 * standing.
 */
export const shoulderBladeSqueeze = defineExercise({
  id: 'shoulder-blade-squeeze',
  order: 20,
  view: 'front',
  sides: 'together',
  views: {
    front: {
      atDesk: true,
      start: {},
      // A shrug alone also narrows the shoulders: one that shortens the neck to 0.75 looks like six tenths of a
      // squeeze, and so does a person who signs on a film, with a neck of 0.80-0.86. In correct squeezes 98 of 100
      // readings are 0.99 and more.
      requires: { armElevation: below(45), neckLength: above(0.86) },
      ends: [
        {
          ...squeezed,
          target: {
            ...likePractice,
            of: [
              { measure: 'shoulderWidth', is: 'below' },
              { measure: 'neckLength', is: 'above' },
            ],
          },
        },
      ],
      faults: [
        // A neck shortened to 0.76 reads 0.75 on the figure and 0.88 on a rigged body; in correct squeezes 98 of 100
        // readings of either are 0.99 and more.
        { ...shrugs, when: { neckLength: below(0.93, 0.03) } },
        {
          ...armsLift,
          when: { armElevation: above(25, 5) },
          shownBy: { end: { shoulderElevation: 36 } },
        },
      ],
    },
    side: {
      start: {},
      requires: { shoulderFlexion: below(45), neckLength: above(0.7) },
      ends: [
        {
          ...squeezed,
          target: {
            ...likePractice,
            of: [
              { measure: 'shoulderSetback', is: 'above' },
              { measure: 'shoulderFlexion', is: 'below' },
            ],
          },
        },
      ],
      faults: [
        // MoveNet Lightning reads a neck that a shrug has shortened to 0.76 as 0.83 (figure). Beside an upper arm that is
        // 28 to 36 degrees off, it reads one that is not shortened as 0.82 to 0.91 (2 films): the shoulder is drawn along.
        { ...shrugs, when: { neckLength: below(0.88, 0.03), shoulderFlexion: below(20) } },
        {
          id: 'leans-back',
          while: ['working', 'holding'],
          // The shoulders that are drawn back lean the line from the hips by 4 to 7 degrees; with a shrug 8.8 are read
          // (MoveNet Lightning). A trunk that leans back by 14 reads 18 to 22 (figure).
          when: { trunkLean: below(-9, 2) },
          dwell: 800,
          cue: 'sit-tall',
          confidence: 'medium',
          shownBy: { end: { lean: -14 } },
        },
        {
          ...armsLift,
          when: { shoulderFlexion: above(25, 5) },
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
