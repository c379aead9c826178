import type { HintId } from '../../src/engine/exercise/hints.ts';
import type { CueId } from '../../src/engine/exercise/cues.ts';
import type { MissReason } from '../../src/engine/exercise/events.ts';
import type { View } from '../../src/engine/pose/view.ts';

/** A film of people in the folder `video` of `LIMBER_CLIPS`, as a user would have it judged. */
export interface RealFilm {
  readonly film: string;
  readonly exercise: string;
  readonly view: View;
  /** What a look at its stills shows. */
  readonly shows: string;
  /** The repetitions of this exercise in it, counted by eye. */
  readonly count: number;
  /** Why it cannot be judged; left out where it can. */
  readonly missing?: HintId;
  /** Why its movements are no repetitions, in order; those of a movement that the film cuts off are left out. */
  readonly attempts?: readonly MissReason['kind'][];
  /** What the user hears. */
  readonly cue?: CueId;
  /** Of more than 500 frames: only `npm run test:films` records it. */
  readonly isLong?: boolean;
}

const wrongView = 'turn-sideways';

/**
 * Every film. What it shows and the count are from a look at its stills, before anything was judged; attempts, cues and what
 * is in the way were written down after a first run, and checked against the stills. Three cues that are not right are not
 * expected here: "Relax your shoulders first" at pose_squats and arm-sideways as a cheer, and "Face the camera" at signing.
 */
export const realFilms: readonly RealFilm[] = [
  {
    film: 'pose_1.mp4',
    exercise: 'cheer',
    view: 'front',
    shows: 'far and dark: both arms from low to overhead in 0.5 s, and within 0.6 s down to the chin',
    count: 1,
    cue: 'lower-slowly',
  },
  {
    film: 'pose_squats.mp4',
    exercise: 'cheer',
    view: 'front',
    shows: 'two squats and most of a third, the hands coming together before the chest',
    count: 0,
    attempts: ['range', 'range'],
  },
  {
    film: 'pose_squats.mp4',
    exercise: 'shoulder-flexion',
    view: 'side',
    shows: 'the same, chest to the camera',
    count: 0,
    missing: wrongView,
  },
  {
    film: 'front-raises.mp4',
    exercise: 'cheer',
    view: 'front',
    shows: 'four raises of both arms with dumbbells to the forehead, one to the sides; none overhead',
    count: 0,
    attempts: ['range', 'range', 'range', 'range', 'range'],
    cue: 'reach-up',
  },
  {
    film: 'front-raises.mp4',
    exercise: 'shoulder-flexion',
    view: 'side',
    shows: 'four raises, seen from the front',
    count: 0,
    missing: wrongView,
  },
  {
    film: 'arm-sideways.mp4',
    exercise: 'shoulder-flexion',
    view: 'side',
    shows: 'the left arm raised sideways twice, seen from the front',
    count: 0,
    missing: wrongView,
  },
  {
    film: 'arm-sideways.mp4',
    exercise: 'cheer',
    view: 'front',
    shows: 'one arm alone, the other hangs',
    count: 0,
  },
  {
    film: 'side-lean.mp4',
    exercise: 'head-tilt',
    view: 'front',
    shows: 'the whole trunk leans to the left by 20 degrees for 1.5 s; the head stays in line with it',
    count: 0,
    cue: 'only-the-head',
  },
  {
    film: 'neck-tilt.mp4',
    exercise: 'head-tilt',
    view: 'front',
    shows: 'one tilt to the left by 33 degrees, held for a second of the 15 that are asked for',
    count: 0,
    attempts: ['hold'],
  },
  {
    film: 'head-and-shoulders.mp4',
    exercise: 'head-tilt',
    view: 'front',
    shows: 'a man who smiles and keeps still, head and shoulders in the picture, as at a desk',
    count: 0,
    attempts: [],
  },
  {
    film: 'head-and-shoulders.mp4',
    exercise: 'cheer',
    view: 'front',
    shows: 'the same: no elbow is in the picture',
    count: 0,
    missing: 'move-back',
  },
  {
    film: 'signing.mp4',
    exercise: 'cheer',
    view: 'front',
    shows: 'five people who sign, hands up to the face; no exercise',
    count: 0,
    attempts: [],
    isLong: true,
  },
  {
    film: 'signing.mp4',
    exercise: 'butterfly',
    view: 'front',
    shows: 'the same: no hand on a shoulder',
    count: 0,
    missing: 'take-start-posture',
    isLong: true,
  },
  {
    film: 'room-from-above.mp4',
    exercise: 'cheer',
    view: 'front',
    shows: 'people at a high table with their backs to the camera, and an empty room between them',
    count: 0,
    missing: 'face-the-camera',
    isLong: true,
  },
];
