import { keypointOn, type KeypointName, type Keypoints, type PairedPart, type Side } from '../pose/keypoints.ts';
import type { Orientation } from '../pose/orientation.ts';
import { between, distance, middle, unit, up, type Point } from './plane.ts';
import type { BodyLengths } from './neutral.ts';

/** The usable keypoints of one frame, in the form that the formulas of the measures need. */
export interface SightedBody {
  readonly keypoints: Keypoints;
  readonly orientation: Orientation;
  at(side: Side, part: PairedPart): Point | undefined;
  nose(): Point | undefined;
  /** The middle of a pair in front view; the near one in side view. */
  centre(part: PairedPart): Point | undefined;
  /** The distance between the two of a pair, pixels. */
  width(part: PairedPart): number | undefined;
  /**
   * The direction from the hips to the shoulders, length one; the picture's upward direction where the hips are not
   * seen.
   */
  trunkUp(): Point;
}

/** Whether a cleaned keypoint may be used. */
export const isUsable = (keypoints: Keypoints, name: KeypointName): boolean => keypoints[name].score > 0;

/** Builds the body from a cleaned pose, in which unusable keypoints have score 0. */
export const sightedBody = (keypoints: Keypoints, orientation: Orientation): SightedBody => {
  const read = (name: KeypointName): Point | undefined => (isUsable(keypoints, name) ? keypoints[name] : undefined);
  const at = (side: Side, part: PairedPart): Point | undefined => read(keypointOn(side, part));
  const centre = (part: PairedPart): Point | undefined => {
    if (orientation.view === 'side') return at(orientation.near, part);
    const left = at('left', part);
    const right = at('right', part);
    return left && right && middle(left, right);
  };
  return {
    keypoints,
    orientation,
    at,
    nose: () => read('nose'),
    centre,
    width: (part) => {
      const left = at('left', part);
      const right = at('right', part);
      return left && right && distance(left, right);
    },
    trunkUp: () => {
      const hips = centre('hip');
      const shoulders = centre('shoulder');
      return hips && shoulders ? unit(between(hips, shoulders)) : up;
    },
  };
};

const lengthBetween = (a: Point | undefined, b: Point | undefined): number | undefined => a && b && distance(a, b);

/** The lengths of a body at rest, pixels; `undefined` where a keypoint is not usable. */
export const lengthsOfBody = (body: SightedBody): BodyLengths => {
  const limb = (from: PairedPart, to: PairedPart): Record<Side, number | undefined> => ({
    left: lengthBetween(body.at('left', from), body.at('left', to)),
    right: lengthBetween(body.at('right', from), body.at('right', to)),
  });
  return {
    shoulderWidth: body.width('shoulder'),
    hipWidth: body.width('hip'),
    earWidth: body.width('ear'),
    trunk: lengthBetween(body.centre('hip'), body.centre('shoulder')),
    upperArm: limb('shoulder', 'elbow'),
    forearm: limb('elbow', 'wrist'),
  };
};
