import { keypointNames, keypointsFrom, type Keypoint, type KeypointName, type Keypoints } from '../pose/keypoints.ts';
import { millis, type Millis } from '../units.ts';
import { formulas, scaleOf, shoulderWidthOverUpperArm } from './formulas.ts';
import { sidesOf } from './measure.ts';
import { isOfBody, measureNames, measureRow, type MeasureName } from './measures.ts';
import type { BodyLengths, Neutral } from './neutral.ts';
import type { Orientation } from '../pose/orientation.ts';
import { measureKey, type MeasureKey } from './reading.ts';
import { lengthsOfBody, sightedBody, type SightedBody } from './sighted-body.ts';

/*
 * The still period: the running mean of every keypoint while the user keeps still. Neutral is measured on the means, so
 * that three seconds of frames become one quiet pose.
 */

/** How long the still period must last, ms. */
export const stillFor = millis(3000);
/** How far a keypoint may be from its mean, as a share of the shoulder width; at rest MoveNet deviates by 0.02-0.05. */
const mostStray = 0.15;
/** A keypoint is used for neutral if it was seen in at least this share of the frames. */
const seenShare = 0.8;
/** How long a keypoint may be elsewhere, ms: MoveNet's elbows jump for a frame or two in dim light. */
const strayFor = 250;
/**
 * The keypoints that must keep still. Wrists and legs may fidget, and hips behind a desk are guessed afresh in each
 * frame.
 */
const stillPoints: readonly KeypointName[] = keypointNames.filter((name) => /nose|shoulder|elbow/.test(name));

interface Mean {
  readonly n: number;
  readonly x: number;
  readonly y: number;
}

/** One frame of the still period. */
export interface StillFrame {
  readonly at: Millis;
  readonly keypoints: Keypoints;
}

/** The still period so far; its frames give the jitter of each measure. */
export interface StillPeriod {
  readonly since: Millis;
  readonly frames: readonly StillFrame[];
  readonly means: ReadonlyMap<KeypointName, Mean>;
  /** The time since which a keypoint that must keep still is elsewhere. */
  readonly strayingSince: Millis | undefined;
}

/** A still period that begins with this frame. */
export const stillPeriodFrom = (keypoints: Keypoints, at: Millis): StillPeriod =>
  added({ since: at, frames: [], means: new Map(), strayingSince: undefined }, keypoints, at);

/**
 * Adds a frame; restarts where the user moved more than `scale` (shoulder width, pixels) allows, and ignores brief
 * outliers.
 */
export const extendStillPeriod = (
  stillPeriod: StillPeriod,
  keypoints: Keypoints,
  scale: number,
  at: Millis,
): StillPeriod => {
  if (!hasMoved(stillPeriod, keypoints, scale)) return added(stillPeriod, keypoints, at);
  const strayingSince = stillPeriod.strayingSince ?? at;
  return at - strayingSince > strayFor ? stillPeriodFrom(keypoints, at) : { ...stillPeriod, strayingSince };
};

const hasMoved = (stillPeriod: StillPeriod, keypoints: Keypoints, scale: number): boolean =>
  stillPoints.some((name) => {
    const mean = stillPeriod.means.get(name);
    if (!mean || mean.n < 3 || keypoints[name].score === 0) return false;
    return Math.hypot(keypoints[name].x - mean.x, keypoints[name].y - mean.y) > mostStray * scale;
  });

/** The mean of a keypoint with this frame; unchanged where it is not seen. */
const meanWith = (mean: Mean | undefined, { x, y, score }: Keypoint): Mean | undefined => {
  if (score === 0) return mean;
  if (!mean) return { n: 1, x, y };
  const n = mean.n + 1;
  return { n, x: mean.x + (x - mean.x) / n, y: mean.y + (y - mean.y) / n };
};

/** The means of the keypoints that are seen, each made by a function of its name. */
const meansFrom = (meanAt: (name: KeypointName) => Mean | undefined): StillPeriod['means'] => {
  const means = new Map<KeypointName, Mean>();
  for (const name of keypointNames) {
    const mean = meanAt(name);
    if (mean) means.set(name, mean);
  }
  return means;
};

const added = ({ since, frames, means }: StillPeriod, keypoints: Keypoints, at: Millis): StillPeriod => ({
  since,
  frames: [...frames, { at, keypoints }],
  means: meansFrom((name) => meanWith(means.get(name), keypoints[name])),
  strayingSince: undefined,
});

/** The still period of these frames, which need not be still. */
export const stillPeriodOf = (frames: readonly StillFrame[]): StillPeriod => {
  const [first] = frames;
  if (!first) throw new Error('A still period has at least one frame.');
  return {
    since: first.at,
    frames,
    means: meansOf(frames),
    strayingSince: undefined,
  };
};

/** The means over these frames. */
const meansOf = (frames: readonly StillFrame[]): StillPeriod['means'] =>
  meansFrom((name) => {
    let [n, x, y] = [0, 0, 0];
    for (const { keypoints } of frames) {
      const seen = keypoints[name];
      if (seen.score === 0) continue;
      n += 1;
      x += seen.x;
      y += seen.y;
    }
    return n === 0 ? undefined : { n, x: x / n, y: y / n };
  });

/** How far a keypoint that must keep still is from its mean at most in a still period, shoulder widths. */
export const strayIn = (stillPeriod: StillPeriod, orientation: Orientation): number => {
  const { means, frames } = stillPeriod;
  const size = sizeOf(sightedBody(meanKeypoints(stillPeriod), orientation)) ?? Infinity;
  let furthest = 0;
  for (const name of stillPoints) {
    const mean = means.get(name);
    if (!mean) continue;
    for (const frame of frames) {
      const { x, y, score } = frame.keypoints[name];
      if (score > 0) furthest = Math.max(furthest, (x - mean.x) ** 2 + (y - mean.y) ** 2);
    }
  }
  return Math.sqrt(furthest) / size;
};

/** The mean pose of the still period; rarely seen keypoints have score 0, the others 1. */
export const meanKeypoints = ({ means, frames }: Pick<StillPeriod, 'means' | 'frames'>): Keypoints =>
  keypointsFrom((name) => {
    const mean = means.get(name);
    if (!mean || mean.n < seenShare * frames.length) return { x: 0, y: 0, score: 0 };
    return { x: mean.x, y: mean.y, score: 1 };
  });

/** The user's neutral from a still period, for an orientation. */
export const neutralOf = (stillPeriod: StillPeriod, orientation: Orientation): Neutral => {
  const body = sightedBody(meanKeypoints(stillPeriod), orientation);
  const lengths = withFloor(lengthsOfBody(body));
  const zeros = new Map<MeasureKey, number>();
  for (const measure of measureNames) {
    if (!isOfBody(measure) || measureRow(measure).fromNeutral === 'no') continue;
    for (const side of sidesOf(measure, orientation)) {
      const zero = formulas[measure](body, lengths, side ?? orientation.near);
      if (zero !== undefined && Number.isFinite(zero)) zeros.set(measureKey(measure, side), beyondBias(measure, zero));
    }
  }
  return { lengths, zeros };
};

/**
 * The lengths with a floor for upper arm and forearm: hands on the thighs, folded or on the hips point at the lens and
 * foreshorten them. A seated woman's raised upper arm reads 1.2-1.5 times its length at rest.
 */
const withFloor = (lengths: BodyLengths): BodyLengths => {
  const { shoulderWidth, upperArm, forearm } = lengths;
  if (shoulderWidth === undefined) return lengths;
  const least = shoulderWidth / shoulderWidthOverUpperArm;
  const floored = (length: number | undefined): number | undefined => length && Math.max(length, least);
  const both = (limb: BodyLengths['upperArm']) => ({ left: floored(limb.left), right: floored(limb.right) });
  return { ...lengths, upperArm: both(upperArm), forearm: both(forearm) };
};

/** A neutral offset without the part that may be model bias. */
const beyondBias = (measure: MeasureName, zero: number): number => {
  const { restBias = 0 } = measureRow(measure);
  return Math.sign(zero) * Math.max(0, Math.abs(zero) - restBias);
};

/** The user's shoulder width in the picture or its estimate, pixels; `undefined` where too little is seen. */
export const sizeOf = (body: SightedBody): number | undefined => {
  const size = scaleOf(body, lengthsOfBody(body));
  return size !== undefined && size > 0 ? size : undefined;
};
