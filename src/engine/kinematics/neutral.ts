import type { Side } from '../pose/keypoints.ts';
import type { MeasureKey } from './reading.ts';

/** The user's own lengths at rest, pixels; `undefined` where a needed keypoint was not seen. */
export interface BodyLengths {
  readonly shoulderWidth: number | undefined;
  readonly hipWidth: number | undefined;
  readonly earWidth: number | undefined;
  readonly trunk: number | undefined;
  readonly upperArm: Readonly<Record<Side, number | undefined>>;
  readonly forearm: Readonly<Record<Side, number | undefined>>;
}

/** The user's rest posture: the unit of every length and the zero of every relative measure. */
export interface Neutral {
  readonly lengths: BodyLengths;
  readonly zeros: ReadonlyMap<MeasureKey, number>;
}
