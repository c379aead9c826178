import { keypointNames, keypointsFrom, type KeypointName } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { truthOf, type Film } from '../../scripts/films/film.ts';
import { recordedPoses } from '../films/recordings.ts';
import { mirror } from './mirror.ts';

/*
 * Simulates MoveNet on true poses, from its recordings of films: for each pose the bias and the scores of the most
 * similar recorded poses, plus the recorded noise, which is correlated from frame to frame.
 */

/**
 * One recorded moment: the true posture, the mean offset of MoveNet's keypoints from it over the neighbouring frames,
 * and their deviations from that mean; in trunk lengths.
 */
interface Example {
  readonly shape: readonly number[];
  readonly seen: readonly Seen[];
}

/** One keypoint at one moment: its bias, its score, and the SD of both. */
interface Seen {
  readonly x: number;
  readonly y: number;
  readonly score: number;
  readonly place: number;
  readonly wavering: number;
}

/** The recorded examples of MoveNet. */
export interface Recorded {
  readonly examples: readonly Example[];
}

/** Correlation time of the noise, ms: neighbouring frames of a recording correlate by a quarter. */
const memory = 60;

const shaping: readonly KeypointName[] = keypointNames.filter((name) => /nose|ear|shoulder|elbow|wrist/.test(name));
/** How many examples are blended, and the squared distance at which one has half the weight of an equal one. */
const nearest = 5;
const nearby = 0.002;
/** Examples are means over this many frames on each side. */
const about = 2;

const middleOf = ({ keypoints }: TimedPose, part: 'shoulder' | 'hip') => ({
  x: (keypoints[`left_${part}`].x + keypoints[`right_${part}`].x) / 2,
  y: (keypoints[`left_${part}`].y + keypoints[`right_${part}`].y) / 2,
});

/** The trunk's length in a pose, pixels: the unit of everything here. */
export const trunkOf = (pose: TimedPose): number => {
  const [shoulders, hips] = [middleOf(pose, 'shoulder'), middleOf(pose, 'hip')];
  return Math.hypot(shoulders.x - hips.x, shoulders.y - hips.y);
};

const shapeOf = (pose: TimedPose, trunk: number): readonly number[] => {
  const origin = middleOf(pose, 'hip');
  return shaping.flatMap((name) => [
    (pose.keypoints[name].x - origin.x) / trunk,
    (pose.keypoints[name].y - origin.y) / trunk,
  ]);
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Learns from films and their recordings; every `step`-th frame is an example. */
export const learn = (films: readonly Film[], step: number): Recorded => ({
  examples: films.flatMap((film) => {
    const truth = truthOf(film);
    const recorded = recordedPoses(film);
    const [first] = truth;
    const trunk = first ? trunkOf(first) : 1;
    return truth.flatMap((pose, index) => {
      if (index % step !== 0 || index < about || index >= truth.length - about) return [];
      const around = Array.from({ length: 2 * about + 1 }, (_, k) => index - about + k);
      const seen = keypointNames.map((name): Seen => {
        const [xs, ys, scores]: [number[], number[], number[]] = [[], [], []];
        for (const at of around) {
          const [is, was] = [recorded[at]?.keypoints[name], truth[at]?.keypoints[name]];
          if (!is || !was) continue;
          xs.push((is.x - was.x) / trunk);
          ys.push((is.y - was.y) / trunk);
          scores.push(is.score);
        }
        const place = Math.sqrt((variance(xs) + variance(ys)) / 2);
        return { x: mean(xs), y: mean(ys), score: mean(scores), place, wavering: Math.sqrt(variance(scores)) };
      });
      return [{ shape: shapeOf(pose, trunk), seen }];
    });
  }),
});

/** The variance of a sample. */
const variance = (values: readonly number[]): number => {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length - 1);
};

/** Returns seeded noise of SD one. */
const gaussian = (seed: number): (() => number) => {
  let state = seed >>> 0 || 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
};

/** Simulates MoveNet on consecutive true poses; `facesLeft` where a side view is not the way it was filmed. */
export const seenByMoveNet = (
  { examples }: Recorded,
  poses: readonly TimedPose[],
  seed: number,
  facesLeft: boolean,
): readonly TimedPose[] => {
  const random = gaussian(seed);
  const [first] = poses;
  if (!first) return [];
  const trunk = trunkOf(first);
  let strays = keypointNames.map(() => ({ x: random(), y: random(), score: random() }));
  let last = first.at;
  return poses.map((truth) => {
    const pose = facesLeft ? mirror(truth) : truth;
    const near = mostAlike(examples, shapeOf(pose, trunk));
    const keep = Math.exp(-(truth.at - last) / memory);
    const fresh = Math.sqrt(1 - keep * keep);
    last = truth.at;
    strays = strays.map(({ x, y, score }) => ({
      x: keep * x + fresh * random(),
      y: keep * y + fresh * random(),
      score: keep * score + fresh * random(),
    }));
    const keypoints = keypointsFrom((name, which) => {
      const blended = (part: keyof Seen): number =>
        near.reduce((sum, { seen, weight }) => sum + weight * (seen[which]?.[part] ?? 0), 0);
      const stray = strays[which] ?? { x: 0, y: 0, score: 0 };
      const { x, y, score } = pose.keypoints[name];
      if (score === 0) return { x, y, score };
      return {
        x: x + trunk * (blended('x') + blended('place') * stray.x),
        y: y + trunk * (blended('y') + blended('place') * stray.y),
        score: Math.min(1, Math.max(0, blended('score') + blended('wavering') * stray.score)),
      };
    });
    const seen = { ...pose, keypoints };
    return facesLeft ? mirror(seen) : seen;
  });
};

/** The examples most similar to a shape, weighted by their similarity. */
const mostAlike = (examples: readonly Example[], shape: readonly number[]) => {
  const near: { seen: readonly Seen[]; far: number }[] = [];
  for (const { shape: other, seen } of examples) {
    const far = distance(shape, other);
    if (near.length === nearest && far >= (near.at(-1)?.far ?? 0)) continue;
    const place = near.findIndex((one) => far < one.far);
    near.splice(place === -1 ? near.length : place, 0, { seen, far });
    near.length = Math.min(near.length, nearest);
  }
  const whole = near.reduce((sum, { far }) => sum + 1 / (far + nearby), 0);
  return near.map(({ seen, far }) => ({ seen, weight: 1 / (far + nearby) / whole }));
};

const distance = (a: readonly number[], b: readonly number[]): number => {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += ((a[index] ?? 0) - (b[index] ?? 0)) ** 2;
  return sum;
};
