import { keypointsAboveLegs, type KeypointName, type Keypoints } from '../../engine/pose/keypoints.ts';
import type { SourceTime } from '../../engine/units.ts';

/*
 * Whether a body moves, from the detector's own keypoints, smoothed. Each is compared with its place when the body last
 * moved, not with the frame before: from one frame to the next, a slow movement is less than the noise.
 */

/** A keypoint with a lower score may be anywhere. */
const leastScore = 0.3;

/** Time constant of the smoothing, ms: at rest it takes a third of the noise, and a quick movement still shows at once. */
const memory = 150;

/**
 * A keypoint this far from its place has moved, in shoulder widths; it takes two, since one alone strays further. At rest,
 * without smoothing, the second furthest of these keypoints is 0.057 from its place at p95 and 0.068 at p99 (MoveNet on
 * films of the figure, n = 416 frames), 0.070 and 0.092 (17 people's joints with MoveNet's noise added, n = 1717).
 */
const farFrom = 0.05;
const fewestMoved = 2;

/** A place is the mean of so many frames. */
const placedBy = 4;

/**
 * A body that has kept its place for this long is still, ms: a head that tilts by 30 degrees in two seconds moves further
 * than `farFrom` again and again. With 600 ms, twice the distance and no smoothing, 30 of the figure's 48 tilts
 * had a stroke at the lower rate.
 */
const stillAfter = 1000;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A keypoint's smoothed position and its time, and its place: the mean of the first frames since the last movement. */
interface Followed {
  readonly here: Point;
  readonly at: number;
  readonly place: Point;
  readonly frames: number;
}

/**
 * Makes a function that returns, for each pose of a stream in order, whether the body moves or moved a moment ago. An empty
 * picture is still; a body that comes into it moves.
 */
export const watchMotion = (): ((keypoints: Keypoints, at: SourceTime) => boolean) => {
  const followed = new Map<KeypointName, Followed>();
  let movedAt = -Infinity;
  return (keypoints, at) => {
    const far = farFrom * sizeOf(keypoints);
    const seen = keypointsAboveLegs.filter((name) => keypoints[name].score >= leastScore);
    const isNew = followed.size === 0 && seen.length >= fewestMoved;
    for (const name of seen) followed.set(name, following(followed.get(name), keypoints[name], at));
    const moved = seen.flatMap((name) => followed.get(name) ?? []).filter((one) => distance(one.here, one.place) > far);
    if (isNew || moved.length >= fewestMoved) {
      movedAt = at;
      for (const [name, one] of followed) followed.set(name, { ...one, place: one.here, frames: 1 });
    }
    return at - movedAt < stillAfter;
  };
};

/** A keypoint after another frame in which it is seen. */
const following = (before: Followed | undefined, seen: Point, at: number): Followed => {
  if (!before) return { here: seen, at, place: seen, frames: 1 };
  const here = between(before.here, seen, 1 - Math.exp((before.at - at) / memory));
  const frames = before.frames + 1;
  return frames > placedBy
    ? { ...before, here, at }
    : { here, at, place: between(before.place, here, 1 / frames), frames };
};

const between = (one: Point, other: Point, share: number): Point => ({
  x: one.x + share * (other.x - one.x),
  y: one.y + share * (other.y - one.y),
});

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

/** The shoulder width, pixels; from the side two thirds of the trunk, which are as long. 0 if neither is seen. */
const sizeOf = (keypoints: Keypoints): number => {
  const apart = (one: KeypointName, other: KeypointName): number =>
    Math.min(keypoints[one].score, keypoints[other].score) < leastScore
      ? 0
      : distance(keypoints[one], keypoints[other]);
  const trunk = Math.max(apart('left_shoulder', 'left_hip'), apart('right_shoulder', 'right_hip'));
  return Math.max(apart('left_shoulder', 'right_shoulder'), (2 / 3) * trunk);
};
