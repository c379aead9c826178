/**
 * The crop of the picture that MoveNet reads. pose-detection's own crop trusts hips that score above 0.2; but MoveNet
 * gives hips behind a desk 0.5-0.8, and that crop jumps. Mean distance from the ground truth (SD) in pixels of 480x360,
 * figure at rest, first with their crop and then with this one: shoulders behind a desk at two metres 7.3 (4.0) and 5.1
 * (0.5); elbows from the side at 1.15 m, hips below the picture, 114 (14) and 10 (5). With the hips in sight, mean of
 * ears, shoulders, elbows and wrists at rest and raised: 7.3 and 6.5; the hips themselves, from the front, 4.2 and 6.5.
 */
import { keypointOn, sides } from '../../../engine/pose/keypoints.ts';
import type { Keypoint, KeypointName, Keypoints, PairedPart } from '../../../engine/pose/keypoints.ts';
import type { FrameSize } from '../../../engine/pose/pose.ts';

/** A square part of the picture: its left and upper edge and its side, pixels; it may extend beyond the picture. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

type Point = Pick<Keypoint, 'x' | 'y'>;

/** The score threshold of pose-detection's `MIN_CROP_KEYPOINT_SCORE`. */
const seenFrom = 0.2;
/**
 * Half the side over the trunk. pose-detection uses 1.9, at which a figure behind a desk still jumps; at 1.7 the error
 * of its hips, in sight, is two pixels larger.
 */
const halfOverTrunk = 1.8;
/**
 * Half the side over the distance of the furthest keypoint: pose-detection's value, and enough to follow raised arms at
 * ten frames per second.
 */
const halfOverReach = 1.2;
/** Shoulder width 0.36 m over trunk 0.50 m; MoveNet reads 0.69 on the figure and 0.70 on a person. */
const widthOverTrunk = 0.72;
/**
 * The height of nose and ears above the shoulders over the trunk, as MoveNet reads them: 0.33 from the front and 0.29
 * from the side; 0.36 on a person.
 */
const headOverTrunk = 0.33;
/**
 * The weight of the new crop in each frame. pose-detection uses 0.9, at which this crop swings by 18 pixels from frame
 * to frame, since MoveNet reads the hips a little towards the crop's middle; at 0.5 the noise of shoulders at rest is
 * half.
 */
const freshness = 0.5;
/**
 * The limits of the crop's change: its size over the previous size, and the shift of its middle over the previous side.
 */
const limits = { smaller: 0.8, larger: 1.25, move: 0.25 } as const;
/**
 * How far the crop may extend beyond the picture, over the difference between its size and the largest size, which
 * always contains the whole picture.
 */
const overhang = 3;

const head: readonly KeypointName[] = ['nose', 'left_ear', 'right_ear'];
const upperBody: readonly KeypointName[] = [
  ...head,
  ...sides.flatMap((side) => (['shoulder', 'elbow', 'wrist'] as const).map((part) => keypointOn(side, part))),
];

/** The whole picture, padded to a square: the crop while no person is known. */
export const wholeOf = ({ width, height }: FrameSize): Crop => {
  const size = Math.max(width, height);
  return { x: (width - size) / 2, y: (height - size) / 2, size };
};

/** The crop for the next frame, from this frame's keypoints and its crop `before`; `undefined`: the whole picture. */
export const cropAfter = (keypoints: Keypoints, frame: FrameSize, before: Crop | undefined): Crop | undefined => {
  const seen = (names: readonly KeypointName[]): readonly Keypoint[] =>
    names.map((name) => keypoints[name]).filter(({ score }) => score > seenFrom);
  const both = (part: PairedPart): readonly KeypointName[] => sides.map((side) => keypointOn(side, part));
  const [shoulders, face] = [seen(both('shoulder')), middleOf(seen(head))];
  const shoulder = middleOf(shoulders);
  const trunk = trunkOf(shoulders, face, before);
  if (trunk === 0) return undefined;
  const neck = shoulder ?? (face && { x: face.x, y: face.y + trunk * headOverTrunk });
  if (neck === undefined) return undefined;
  const found = shoulder && middleOf(seen(both('hip')));
  const hips = found ?? { x: neck.x, y: neck.y + trunk };
  const reach = Math.max(0, ...seen(upperBody).map(({ x, y }) => Math.max(Math.abs(x - hips.x), Math.abs(y - hips.y))));
  const half = Math.max(halfOverTrunk * Math.max(trunk, distance(neck, hips)), halfOverReach * reach);
  return fitted(before === undefined ? around(hips, half) : approached(before, around(hips, half)), frame);
};

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

const middleOf = (points: readonly Point[]): Point | undefined =>
  points.length === 0
    ? undefined
    : {
        x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
        y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
      };

/**
 * The trunk's length by the shoulders' width or the head's height, whichever the view shows better; otherwise as
 * before; 0 if unknown.
 */
const trunkOf = (shoulders: readonly Point[], face: Point | undefined, before: Crop | undefined): number => {
  const [one, other] = shoulders;
  const shoulder = middleOf(shoulders);
  const byWidth = one && other ? distance(one, other) / widthOverTrunk : 0;
  const byHead = shoulder && face ? distance(shoulder, face) / headOverTrunk : 0;
  return Math.max(byWidth, byHead) || (before?.size ?? 0) / 2 / halfOverTrunk;
};

const around = ({ x, y }: Point, half: number): Crop => ({ x: x - half, y: y - half, size: 2 * half });

const clamped = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Half of the way from one crop to the next, limited so that one wrong keypoint does not lose the person. */
const approached = (before: Crop, next: Crop): Crop => {
  const step = (from: number, to: number): number =>
    from + clamped(freshness * (to - from), -limits.move * before.size, limits.move * before.size);
  const size = clamped(
    before.size + freshness * (next.size - before.size),
    limits.smaller * before.size,
    limits.larger * before.size,
  );
  const middle = {
    x: step(before.x + before.size / 2, next.x + next.size / 2),
    y: step(before.y + before.size / 2, next.y + next.size / 2),
  };
  return around(middle, size / 2);
};

/** Limits the crop to the picture's longer side; the larger it is, the less it may extend beyond the picture. */
const fitted = (crop: Crop, { width, height }: FrameSize): Crop => {
  const longer = Math.max(width, height);
  const size = Math.min(crop.size, longer);
  const beyond = (overhang * (longer - size)) / 2;
  const start = (middle: number, extent: number): number =>
    clamped(middle - size / 2, Math.min(0, extent - size) - beyond, Math.max(0, extent - size) + beyond);
  return {
    x: start(crop.x + crop.size / 2, width),
    y: start(crop.y + crop.size / 2, height),
    size,
  };
};
