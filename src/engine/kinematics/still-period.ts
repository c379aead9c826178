import { keypointNames, keypointsFrom, type KeypointName, type Keypoints } from '../pose/keypoints.ts';
import { millis, type Millis } from '../units.ts';
import { formulas, scaleOf } from './formulas.ts';
import { sidesOf } from './measure.ts';
import { isOfBody, measureNames, measureRow, type MeasureName } from './measures.ts';
import type { Neutral } from './neutral.ts';
import type { Orientation } from '../pose/orientation.ts';
import { measureKey, type MeasureKey } from './reading.ts';
import { lengthsOfBody, sightedBody, type SightedBody } from './sighted-body.ts';

/*
 * Calm seconds: the running mean of every keypoint while the person keeps still. Neutral is
 * measured on the means, so that three seconds of frames are one quiet pose.
 */

/** How long calm must last, ms. */
export const stillFor = millis(3000);
/** How far a keypoint may stray from its mean, as a share of the shoulder width; MoveNet at rest strays 0.02-0.05. */
const mostStray = 0.15;
/** A keypoint counts for neutral when it was seen in this share of the frames. */
const seenShare = 0.8;
/** For so long a keypoint may be elsewhere: MoveNet's elbows jump for a frame or two in dim light, ms. */
const strayFor = 250;
/** What must keep still; wrists and legs may fidget, and hips behind a desk are invented anew from frame to frame. */
const stillPoints = /nose|shoulder|elbow/;

interface Mean {
  readonly n: number;
  readonly x: number;
  readonly y: number;
}

/** One frame of the calm. */
export interface StillFrame {
  readonly at: Millis;
  readonly keypoints: Keypoints;
}

/** The calm so far; its frames tell how still each measure is. */
export interface StillPeriod {
  readonly since: Millis;
  readonly frames: readonly StillFrame[];
  readonly means: ReadonlyMap<KeypointName, Mean>;
  /** Since when something that must keep still is elsewhere. */
  readonly strayingSince: Millis | undefined;
}

/** Calm that begins with this frame. */
export const stillPeriodFrom = (keypoints: Keypoints, at: Millis): StillPeriod =>
  added({ since: at, frames: [], means: new Map(), strayingSince: undefined }, keypoints, at);

/** Adds a frame; starts anew where the person moved more than `scale` (shoulder width, pixels) allows, and leaves out what only flickers. */
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
  [...stillPeriod.means].some(([name, { x, y, n }]) => {
    const keypoint = keypoints[name];
    if (keypoint.score === 0 || n < 3 || !stillPoints.test(name)) return false;
    return Math.hypot(keypoint.x - x, keypoint.y - y) > mostStray * scale;
  });

const added = (stillPeriod: StillPeriod, keypoints: Keypoints, at: Millis): StillPeriod => {
  const means = new Map(stillPeriod.means);
  for (const name of keypointNames) {
    const { x, y, score } = keypoints[name];
    if (score === 0) continue;
    const before = means.get(name) ?? { n: 0, x: 0, y: 0 };
    const n = before.n + 1;
    means.set(name, { n, x: before.x + (x - before.x) / n, y: before.y + (y - before.y) / n });
  }
  return {
    since: stillPeriod.since,
    frames: [...stillPeriod.frames, { at, keypoints }],
    means,
    strayingSince: undefined,
  };
};

/** The mean pose of the calm; what was hardly seen has score 0. */
export const meanKeypoints = ({ means, frames }: StillPeriod): Keypoints =>
  keypointsFrom((name) => {
    const mean = means.get(name);
    if (!mean || mean.n < seenShare * frames.length) return { x: 0, y: 0, score: 0 };
    return { x: mean.x, y: mean.y, score: 1 };
  });

/** The neutral that calm seconds show to somebody turned so. */
export const neutralOf = (stillPeriod: StillPeriod, orientation: Orientation): Neutral => {
  const body = sightedBody(meanKeypoints(stillPeriod), orientation);
  const lengths = lengthsOfBody(body);
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

/** A zero without what may be MoveNet's own bias. */
const beyondBias = (measure: MeasureName, zero: number): number => {
  const { restBias = 0 } = measureRow(measure);
  return Math.sign(zero) * Math.max(0, Math.abs(zero) - restBias);
};

/** The person's shoulder width in the picture, or what it would be, pixels; `undefined` where too little is seen. */
export const sizeOf = (body: SightedBody): number | undefined => {
  const size = scaleOf(body, lengthsOfBody(body));
  return size !== undefined && size > 0 ? size : undefined;
};
