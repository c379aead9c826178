import type { Orientation } from './orientation.ts';
import type { KeypointName, Keypoints } from './keypoints.ts';
import type { LastSeen } from './last-seen.ts';
import { millis, type Millis } from '../units.ts';

/*
 * The model finds one person, and sometimes the wrong one: a passer-by, or a person who sits down alongside. A pose is
 * rejected if its shoulders are where no exercise takes them, or if its longest bone is far too short or too long. Only
 * rigid lengths are compared, since turning can shorten but never lengthen them; the neck bends too much (0.54 of
 * neutral).
 */

/** Lengths that are constant, seen without foreshortening. */
const spans = [
  ['left_shoulder', 'right_shoulder'],
  ['left_shoulder', 'left_hip'],
  ['right_shoulder', 'right_hip'],
  ['left_shoulder', 'left_elbow'],
  ['right_shoulder', 'right_elbow'],
] as const satisfies readonly (readonly [KeypointName, KeypointName])[];

/** Where the user sits: the middle of the shoulders at neutral, and the shoulder width or its estimate, pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The lengths of shoulders, trunk and upper arms at neutral, pixels; `undefined` where not seen. */
  readonly lengths: readonly (number | undefined)[];
}

/**
 * How far the shoulders may be from neutral, in shoulder widths: the furthest that any exercise or its faults move
 * them, on figures of 1.5-1.9 m, plus half a width. In side view the furthest is 1.62 forward (the trunk bent by 60
 * degrees and rounded); otherwise 0.68, leaning back by 26 degrees, and 0.34 to the side. A person who sits 1 m beside
 * the user is 2.7 away.
 */
const farthestForward = 2.1;
const farthest = 1.2;

/**
 * Bounds on the longest span as a share of its neutral length. On the figure it is 0.98-1.17 in every exercise; a
 * shoulder width alone falls to 0.70 overhead on photographs. A person 1.5 m further away has 0.47-0.67, and one close
 * to the lens 1.6.
 */
const smallest = 0.65;
const largest = 1.5;

/**
 * The user's place from the keypoints at neutral; `size` is the shoulder width or its estimate, pixels. `undefined`
 * where no shoulder is seen.
 */
export const placeOf = (keypoints: Keypoints, orientation: Orientation, size: number): Place | undefined => {
  const shoulders = shouldersOf(keypoints, orientation, size);
  return shoulders && { ...shoulders, size, lengths: lengthsOf(keypoints, orientation) };
};

/**
 * A user who squats stays the same person: shoulders within half a width of where they were this long ago or less, ms,
 * have moved there. They are followed downward only, as far as a squat takes them, shoulder widths: a user who walks
 * away is not trained on the way.
 */
const followedFor = 300;
const farthestStep = 0.5;
const deepestSquat = 2;

/**
 * Whether a cleaned pose can be the user's, by where the shoulders were at neutral, or where they were last used; true
 * where no shoulder is seen.
 */
export const isSamePerson = (
  keypoints: Keypoints,
  place: Place,
  orientation: Orientation,
  last: ReadonlyMap<KeypointName, LastSeen> = new Map(),
  at: Millis = millis(0),
): boolean => {
  const shoulders = shouldersOf(keypoints, orientation, place.size);
  if (!shoulders) return true;
  const isSquatting = isBelowPlace(shoulders, place) && hasMovedThere(keypoints, place, last, at);
  if (!isInPlace(shoulders, place, orientation) && !isSquatting) return false;
  const shares = lengthsOf(keypoints, orientation).flatMap((length, index) => {
    const neutral = place.lengths[index];
    return length !== undefined && neutral ? [length / neutral] : [];
  });
  const longest = Math.max(...shares);
  return shares.length === 0 || (longest >= smallest && longest <= largest);
};

const isInPlace = ({ x, y }: Pick<Place, 'x' | 'y'>, place: Place, orientation: Orientation): boolean => {
  const [right, down] = [x - place.x, y - place.y];
  const isForward = orientation.view === 'side' && right * orientation.forward > 0;
  return Math.hypot(right, down) <= (isForward ? farthestForward : farthest) * place.size;
};

const isBelowPlace = ({ x, y }: Pick<Place, 'x' | 'y'>, place: Place): boolean =>
  Math.abs(x - place.x) <= farthest * place.size && y >= place.y && y - place.y <= deepestSquat * place.size;

/** Whether every shoulder that is seen is near where it was last used. */
const hasMovedThere = (
  keypoints: Keypoints,
  { size }: Place,
  last: ReadonlyMap<KeypointName, LastSeen>,
  at: Millis,
): boolean =>
  (['left_shoulder', 'right_shoulder'] as const)
    .filter((name) => keypoints[name].score > 0)
    .every((name) => {
      const before = last.get(name);
      if (!before || at - before.at > followedFor) return false;
      return Math.hypot(keypoints[name].x - before.x, keypoints[name].y - before.y) <= farthestStep * size;
    });

/** The middle of the shoulders; where only one is seen, estimated from it (in front view half a width inward). */
const shouldersOf = (
  { left_shoulder: left, right_shoulder: right }: Keypoints,
  { view }: Orientation,
  size: number,
): Pick<Place, 'x' | 'y'> | undefined => {
  const half = view === 'front' ? size / 2 : 0;
  if (left.score > 0 && right.score > 0) return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  if (left.score > 0) return { x: left.x - half, y: left.y };
  return right.score > 0 ? { x: right.x + half, y: right.y } : undefined;
};

/** The lengths of the spans, pixels; in side view only those of the near side, since the far side is further away. */
const lengthsOf = (keypoints: Keypoints, { view, near }: Orientation): Place['lengths'] =>
  spans.map(([from, to]) => {
    const [a, b] = [keypoints[from], keypoints[to]];
    if (a.score === 0 || b.score === 0) return undefined;
    if (view === 'side' && !(from.startsWith(near) && to.startsWith(near))) return undefined;
    return Math.hypot(a.x - b.x, a.y - b.y);
  });
