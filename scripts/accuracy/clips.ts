import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { measureKey } from '../../src/engine/kinematics/reading.ts';
import { keypointsFrom, sides, type Keypoint } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import type { View } from '../../src/engine/pose/view.ts';
import { sessionTime } from '../../src/engine/units.ts';
import { exerciseById, exercises } from '../../src/exercises/registry.ts';
import { coach, eventsOf } from '../films/coach.ts';
import { truthOf } from '../films/film.ts';
import { armingFilm } from './everyday.ts';

/** What was expected of a film of real people, and the result. */
export interface ClipResult {
  readonly film: string;
  readonly asked: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** The films of real people that are judged, by their names in the clip folder. */
export const clipNames = ['signing.mp4', 'room-from-above.mp4', 'front-raises.mp4', 'neck-tilt.mp4'] as const;

/** The exercise that a film shows, and from where; the others show what no exercise is, or refuse a view. */
export const clipShows: Readonly<
  Partial<Record<(typeof clipNames)[number], { readonly exercise: string; readonly view: View }>>
> = { 'neck-tilt.mp4': { exercise: 'head-tilt', view: 'front' } };

/** The output of the app's detector on each of them. */
export type Seen = Readonly<Record<(typeof clipNames)[number], readonly TimedPose[]>>;

const exercise = (id: string): Exercise => {
  const found = exerciseById(id);
  if (!found) throw new Error(`There is no exercise ${id}.`);
  return found;
};

/** Poses moved to a later time. */
const later = (poses: readonly TimedPose[], by: number): readonly TimedPose[] =>
  poses.map((pose) => ({ ...pose, at: sessionTime(pose.at + by) }));

/** Poses played forwards and backwards repeatedly until this time is full, ms. */
const toAndFro = (poses: readonly TimedPose[], lasts: number): readonly TimedPose[] => {
  const length = poses.at(-1)?.at ?? 0;
  const there = poses.slice(0, -1);
  const back = poses.slice(1).toReversed();
  const round = [...there, ...back.map((pose) => ({ ...pose, at: sessionTime(2 * length - pose.at) }))];
  if (length === 0) return poses;
  return Array.from({ length: Math.ceil(lasts / (2 * length)) }, (_, nth) => later(round, nth * 2 * length))
    .flat()
    .filter(({ at }) => at <= lasts);
};

const middleOf = (poses: readonly TimedPose[]) => {
  const points = poses.flatMap(({ keypoints }) => {
    const [left, right] = [keypoints.left_shoulder, keypoints.right_shoulder];
    return left.score > 0.3 && right.score > 0.3
      ? [
          {
            x: (left.x + right.x) / 2,
            y: (left.y + right.y) / 2,
            width: Math.hypot(left.x - right.x, left.y - right.y),
          },
        ]
      : [];
  });
  const mean = (key: 'x' | 'y' | 'width'): number => points.reduce((sum, point) => sum + point[key], 0) / points.length;
  return { x: mean('x'), y: mean('y'), width: mean('width') };
};

/**
 * A synthetic person who arms an exercise where a film's own person sits: the figure's true keypoints, of the same size
 * and in the same place.
 */
const armedLike = (one: Exercise, like: readonly TimedPose[]): readonly TimedPose[] => {
  const truth = truthOf(armingFilm(one, one.view));
  const [target, frame] = [middleOf(like), like[0]?.frame ?? { width: 1, height: 1 }];
  const front = middleOf(truthOf(armingFilm(one, 'front' in one.views ? 'front' : one.view)).slice(0, 1));
  const own = middleOf(truth.slice(0, 1));
  const scale = one.view === 'front' ? target.width / front.width : target.width / seatedWidth;
  const placed = ({ x, y, score }: Keypoint): Keypoint => ({
    x: target.x + (x - own.x) * scale,
    y: target.y + (y - own.y) * scale,
    score,
  });
  return truth.map((pose) => ({ ...pose, frame, keypoints: keypointsFrom((name) => placed(pose.keypoints[name])) }));
};

/**
 * The figure's shoulder width two metres before the lens, pixels: the scale for a side view, which does not show it.
 */
const seatedWidth = 69.5;

const minute = 60_000;

const signing = (poses: readonly TimedPose[]): ClipResult => {
  const counted = exercises.map((one) => {
    const armed = armedLike(one, poses.slice(0, 30));
    const from = (armed.at(-1)?.at ?? 0) + 100;
    const { events } = coach(one, [...armed, ...later(toAndFro(poses, minute), from)], { range: { is: 'practice' } });
    const isArmed = eventsOf(events, 'armed').some(({ at }) => at < from);
    return {
      id: one.id,
      isArmed,
      repetitions: eventsOf(events, 'rep-completed').filter(({ at }) => at >= from).length,
    };
  });
  const unarmed = counted.filter(({ isArmed }) => !isArmed).map(({ id }) => id);
  return {
    film: 'signing.mp4',
    asked: 'armed by a synthetic neutral, a minute forwards and backwards: nothing counted in any exercise',
    measured: `${counted.map(({ id, repetitions }) => `${id} ${repetitions}`).join(', ')}${unarmed.length > 0 ? `; not armed: ${unarmed.join(', ')}` : ''}`,
    isMet: unarmed.length === 0 && counted.every(({ repetitions }) => repetitions === 0),
  };
};

/** When the room is empty, s. */
const empty = [
  [0, 4],
  [20, 21],
  [45, 49],
  [70, 73],
  [87, 91],
  [120, 123],
  [136, 139],
] as const;

/**
 * A person who is not seen for two seconds is searched for again, and a hint must be steady for 0.7 s before it is
 * shown, s.
 */
const slack = 2.8;

const room = (poses: readonly TimedPose[]): ClipResult => {
  let said = 0;
  let frames = 0;
  const hints: { at: number; hint: string | undefined }[] = [];
  const played = coach(exercise('butterfly'), poses, {
    before: (state, at) => {
      hints.push({ at: at / 1000, hint: state.coaching.hint });
      return state;
    },
  });
  for (const { at, hint } of hints) {
    if (!empty.some(([from, to]) => at >= from + slack && at <= to)) continue;
    frames += 1;
    if (hint === 'step-into-view') said += 1;
  }
  const isArmed = eventsOf(played.events, 'armed').length > 0;
  return {
    film: 'room-from-above.mp4',
    asked: `reports an empty view from ${slack} s after the room is empty, and never arms`,
    measured: `reported in ${said} of ${frames} frames of the empty room; ${isArmed ? 'armed' : 'not armed'}`,
    isMet: frames > 0 && said === frames && !isArmed,
  };
};

const frontRaises = (poses: readonly TimedPose[]): ClipResult => {
  const { hints, repetitions } = coach(exercise('shoulder-flexion'), poses);
  const asksToTurn = hints.includes('turn-sideways');
  return {
    film: 'front-raises.mp4',
    asked: 'recognised as a front view: asks to turn, counts nothing for the shoulder flexion',
    measured: `${asksToTurn ? 'asked to turn sideways' : `asked ${hints.join(', ') || 'nothing'}`}; counted ${repetitions}`,
    isMet: asksToTurn && repetitions === 0,
  };
};

/** The first picture is repeated for this long, so that neutral can be taken from it, ms. */
const standstill = 5000;
/** The most that the film itself draws, of the head against the vertical, degrees. */
const drawn = 33;

const neckTilt = (poses: readonly TimedPose[]): ClipResult => {
  const [first] = poses;
  const still = first
    ? Array.from({ length: standstill / 50 }, (_, nth): TimedPose => ({ ...first, at: sessionTime(nth * 50) }))
    : [];
  const { sights } = coach(exercise('head-tilt'), [...still, ...later(poses, standstill)], { range: { is: 'norm' } });
  const read = sights.flatMap(({ readings }) =>
    sides.flatMap((side) => {
      const reading = readings.get(measureKey('headLean', side));
      return reading?.seen ? [reading.value] : [];
    }),
  );
  const most = Math.max(...read);
  return {
    film: 'neck-tilt.mp4',
    asked: `reads the ${drawn} degrees that are drawn against the vertical within 6`,
    measured: `${most.toFixed(1)} degrees`,
    isMet: Math.abs(most - drawn) <= 6,
  };
};

/** Judges the films of real people. */
export const clipResults = (seen: Seen): readonly ClipResult[] => [
  signing(seen['signing.mp4']),
  room(seen['room-from-above.mp4']),
  frontRaises(seen['front-raises.mp4']),
  neckTilt(seen['neck-tilt.mp4']),
];
