import { keypointsFrom, type Keypoint, type KeypointName } from '../pose/keypoints.ts';
import type { FrameSize, TimedPose } from '../pose/pose.ts';
import { radiansOf } from '../units.ts';
import type { Body } from './body.ts';
import { adult, shoulderHeightOf } from './proportions.ts';
import { add, cross, dot, scale, subtract, turnAbout, type Vector3 } from './vector.ts';
import type { View } from '../pose/view.ts';

/** The side of the picture that a person in side view faces. */
export type Facing = 'left' | 'right';

/** A pinhole camera with square pixels that films a sitting person. */
export interface Camera {
  /** The distance from the person's upright axis, metres. */
  readonly distance: number;
  /** The height of the lens above the floor, metres. */
  readonly height: number;
  /** How far the person is turned off the ideal view to their own left, degrees. */
  readonly yaw: number;
  /** The tilt of the lens, up +, degrees. */
  readonly pitch: number;
  /** The vertical angle of view, degrees. */
  readonly fieldOfView: number;
  readonly frame: FrameSize;
  readonly view: View;
  /** Side view only; `right` by default. */
  readonly facing?: Facing;
  /** How far the person sits to the right of the picture's middle, metres. */
  readonly offset?: number;
}

/** A camera's position, metres, and its unit axes in the world. */
export interface Lens {
  readonly at: Vector3;
  readonly right: Vector3;
  readonly up: Vector3;
  readonly forward: Vector3;
}

/**
 * A point in the picture, pixels, x right and y down; `depth` in front of the lens, metres, is 0 or less for a point
 * behind it.
 */
export interface Projected {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

/** The camera's bearing around the person, from straight ahead of them towards their left, degrees. */
const bearingOf = ({ view, facing, yaw }: Camera): number =>
  (view === 'front' ? 0 : facing === 'left' ? 90 : -90) - yaw;

/** Computes a camera's position and axes. */
export const lensOf = (camera: Camera): Lens => {
  const away = turnAbout([0, 0, 1], [0, 1, 0], bearingOf(camera));
  const level = scale(away, -1);
  const right = cross(level, [0, 1, 0]);
  const forward = turnAbout(level, right, camera.pitch);
  const before = add(scale(away, camera.distance), [0, camera.height, 0]);
  return { at: subtract(before, scale(right, camera.offset ?? 0)), right, up: cross(right, forward), forward };
};

/** The focal length: pixels per metre at a depth of one metre. */
export const focalLengthOf = ({ frame, fieldOfView }: Camera): number =>
  frame.height / 2 / Math.tan(radiansOf(fieldOfView / 2));

/** Projects a point of the world into the camera's picture. */
export const project = (camera: Camera, point: Vector3): Projected => {
  const { at, right, up, forward } = lensOf(camera);
  const way = subtract(point, at);
  const depth = dot(way, forward);
  const zoom = focalLengthOf(camera) / depth;
  return {
    x: camera.frame.width / 2 + dot(way, right) * zoom,
    y: camera.frame.height / 2 - dot(way, up) * zoom,
    depth,
  };
};

/** The true places of the keypoints on a body, metres. */
export const keypointPlaces = ({ face, arms, legs }: Body): Readonly<Record<KeypointName, Vector3>> => ({
  nose: face.nose,
  left_eye: face.eyes.left,
  right_eye: face.eyes.right,
  left_ear: face.ears.left,
  right_ear: face.ears.right,
  left_shoulder: arms.left.shoulder,
  right_shoulder: arms.right.shoulder,
  left_elbow: arms.left.elbow,
  right_elbow: arms.right.elbow,
  left_wrist: arms.left.wrist,
  right_wrist: arms.right.wrist,
  left_hip: legs.left.hip,
  right_hip: legs.right.hip,
  left_knee: legs.left.knee,
  right_knee: legs.right.knee,
  left_ankle: legs.left.ankle,
  right_ankle: legs.right.ankle,
});

const isInside = ({ width, height }: FrameSize, { x, y, depth }: Projected): boolean =>
  depth > 0 && x >= 0 && x < width && y >= 0 && y < height;

/** The true pose of a body at one time: score 1 everywhere; with `clip`, 0 for keypoints outside the picture. */
export const posesThrough = <At extends number>(
  body: Body,
  camera: Camera,
  at: At,
  { clip = false } = {},
): TimedPose<At> => {
  const places = keypointPlaces(body);
  const keypointAt = (name: KeypointName): Keypoint => {
    const projected = project(camera, places[name]);
    return { x: projected.x, y: projected.y, score: clip && !isInside(camera.frame, projected) ? 0 : 1 };
  };
  return { at, frame: camera.frame, keypoints: keypointsFrom(keypointAt) };
};

/**
 * How much higher than the shoulders the lens is, metres. Elbows that touch in front of the chest point at the lens;
 * MoveNet reads their gap (true 0.43 shoulder widths, figure at two metres) as 0.86 from 0.15 m below, 0.77 from
 * shoulder height and 0.57 from 0.15 m above.
 */
const lensAboveShoulders: Readonly<Record<View, number>> = { front: 0.1, side: 0 };

/**
 * The camera that the briefing recommends: two metres away, at the shoulder height of a sitting adult or slightly
 * above.
 */
export const briefingCamera = (view: View): Camera => ({
  distance: 2,
  height: shoulderHeightOf(adult) + lensAboveShoulders[view],
  yaw: 0,
  pitch: 0,
  fieldOfView: 50,
  frame: { width: 480, height: 360 },
  view,
});
