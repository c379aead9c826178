import {
  keypointNames,
  keypointsFrom,
  otherSide,
  type KeypointName,
  type Side,
} from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { truthOf, type Film } from '../films/film.ts';
import { recordedPoses } from '../films/recordings.ts';

/*
 * True poses as MoveNet would see them, by what it was recorded to see on films: for each pose the bias and the scores of
 * the recorded poses most like it, and upon that the recorded noise, which is correlated from frame to frame.
 */

/** What was recorded at one moment: how a body stood, and how far MoveNet's keypoints were from it, in trunk lengths. */
interface Example {
  readonly shape: readonly number[];
  readonly bias: readonly (readonly [number, number])[];
  readonly scores: readonly number[];
}

/** What MoveNet was recorded to see: examples, and the noise about their means. */
export interface Recorded {
  readonly examples: readonly Example[];
  /** SD of each keypoint in trunk lengths, and of its score. */
  readonly noise: readonly { readonly place: number; readonly score: number }[];
  /** How long the noise remembers, ms. */
  readonly memory: number;
}

const shaping: readonly KeypointName[] = keypointNames.filter((name) => /nose|ear|shoulder|elbow|wrist/.test(name));
const nearest = 5;
/** Examples are means over so many frames to each side. */
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
export const learn = (films: readonly Film[], step: number): Recorded => {
  const examples: Example[] = [];
  const strays: { place: number[]; score: number[]; next: number[] }[] = keypointNames.map(() => ({
    place: [],
    score: [],
    next: [],
  }));
  for (const film of films) {
    const truth = truthOf(film);
    const seen = recordedPoses(film);
    const trunk = trunkOf(truth[0] ?? seen[0]!);
    const off = (index: number, name: KeypointName): readonly [number, number] => {
      const [a, b] = [seen[index]?.keypoints[name], truth[index]?.keypoints[name]];
      return a && b ? [(a.x - b.x) / trunk, (a.y - b.y) / trunk] : [0, 0];
    };
    for (let index = about; index < truth.length - about; index += 1) {
      const around = Array.from({ length: 2 * about + 1 }, (_, k) => index - about + k);
      const bias = keypointNames.map((name) => {
        const offs = around.map((at) => off(at, name));
        return [mean(offs.map(([x]) => x)), mean(offs.map(([, y]) => y))] as const;
      });
      const scores = keypointNames.map((name) => mean(around.map((at) => seen[at]?.keypoints[name].score ?? 0)));
      for (const [which, name] of keypointNames.entries()) {
        const stray = strays[which];
        stray?.place.push(off(index, name)[0] - (bias[which]?.[0] ?? 0));
        stray?.score.push((seen[index]?.keypoints[name].score ?? 0) - (scores[which] ?? 0));
      }
      const pose = truth[index];
      if (pose && index % step === 0) examples.push({ shape: shapeOf(pose, trunk), bias, scores });
    }
  }
  const spread = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => value ** 2)));
  return {
    examples,
    noise: strays.map(({ place, score }) => ({ place: spread(place), score: spread(score) })),
    memory: 60,
  };
};

/** Seeded noise of SD one. */
const gaussian = (seed: number): (() => number) => {
  let state = seed >>> 0 || 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
};

const mirroredName = (name: KeypointName): KeypointName => {
  const [side, part] = name.split('_') as [Side, string | undefined];
  return part ? (`${otherSide(side)}_${part}` as KeypointName) : name;
};

const mirrored = (pose: TimedPose): TimedPose => ({
  ...pose,
  keypoints: keypointsFrom((name) => {
    const { x, y, score } = pose.keypoints[mirroredName(name)];
    return { x: pose.frame.width - x, y, score };
  }),
});

/** Sees true poses as MoveNet would, one after the other; `facesLeft` where a side view is not the way it was filmed. */
export const seenByMoveNet = (
  { examples, noise, memory }: Recorded,
  poses: readonly TimedPose[],
  seed: number,
  facesLeft: boolean,
): readonly TimedPose[] => {
  const random = gaussian(seed);
  const first = poses[0];
  if (!first) return [];
  const trunk = trunkOf(first);
  let strays = keypointNames.map(() => ({ x: random(), y: random(), score: random() }));
  let last = first.at;
  return poses.map((truth) => {
    const pose = facesLeft ? mirrored(truth) : truth;
    const shape = shapeOf(pose, trunk);
    const near = examples
      .map((example) => ({ example, far: distance(shape, example.shape) }))
      .toSorted((a, b) => a.far - b.far)
      .slice(0, nearest)
      .map(({ example, far }) => ({ example, weight: 1 / (far + 0.002) }));
    const whole = near.reduce((sum, { weight }) => sum + weight, 0);
    const blended = (of: (example: Example) => number): number =>
      near.reduce((sum, { example, weight }) => sum + weight * of(example), 0) / whole;
    const keep = Math.exp(-(truth.at - last) / memory);
    const fresh = Math.sqrt(1 - keep * keep);
    last = truth.at;
    strays = strays.map(({ x, y, score }) => ({
      x: keep * x + fresh * random(),
      y: keep * y + fresh * random(),
      score: keep * score + fresh * random(),
    }));
    const keypoints = keypointsFrom((name, which) => {
      const [stray, sd] = [strays[which], noise[which]];
      const { x, y, score } = pose.keypoints[name];
      if (!stray || !sd || score === 0) return { x, y, score: 0 };
      return {
        x: x + trunk * (blended(({ bias }) => bias[which]?.[0] ?? 0) + sd.place * stray.x),
        y: y + trunk * (blended(({ bias }) => bias[which]?.[1] ?? 0) + sd.place * stray.y),
        score: Math.min(1, Math.max(0, blended(({ scores }) => scores[which] ?? 0) + sd.score * stray.score)),
      };
    });
    const seen = { ...pose, keypoints };
    return facesLeft ? mirrored(seen) : seen;
  });
};

const distance = (a: readonly number[], b: readonly number[]): number => {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += ((a[index] ?? 0) - (b[index] ?? 0)) ** 2;
  return sum;
};
