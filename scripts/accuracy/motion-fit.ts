import { signOf, upperArmDirection } from '../../src/engine/figure/arm.ts';
import { forSides, straight, type FullArm, type FullJointAngles } from '../../src/engine/figure/full-joint-angles.ts';
import { adult } from '../../src/engine/figure/proportions.ts';
import {
  across,
  add,
  angleBetween,
  cross,
  dot,
  lengthOf,
  normalize,
  scale,
  seenFrom,
  subtract,
  turnAbout,
  turnAxes,
  worldAxes,
  type Axes,
  type Vector3,
} from '../../src/engine/figure/vector.ts';
import type { Side } from '../../src/engine/pose/keypoints.ts';
import { degreesOf } from '../../src/engine/units.ts';
import { kinectJoints, sideJoint, type KinectFrame, type KinectMotion } from './kinect-joints.ts';

/*
 * The figure's joint angles that put arms, shoulders, trunk and head where a sensor saw a person's. The trunk is
 * straight: the sensor's spine is three points on one line. Legs stand still.
 */

/** The weights of the frame before, a frame and the frame after it: bone lengths stray by 2 cm. */
const smoothing = [1, 2, 1] as const;

/** The number of first frames that are the posture at rest. */
const restFrames = 3;

/** How far a clavicle turns, degrees: 6 to 30 up with a raised arm (Ludewig 2009); the rest is the sensor's error. */
const clavicleRange = { protraction: [-20, 20], elevation: [-10, 35] } as const;

/** How far the head bends from its place at rest, degrees; the sensor has one point for it. */
const headRange = [-25, 25] as const;

/**
 * How far behind the plane of the trunk an upper arm goes, degrees: 10 where it is level or raised, 60 where it hangs
 * (shoulders flex to 180 and extend to 60, AAOS 1965). The sensor sees arms overhead up to 35 degrees behind.
 */
const furthestBehind = { raised: 10, hanging: 50 } as const;

/** A shoulder moves on the clavicle, which is shorter than the half width of the shoulders by this factor. */
const perClavicle = adult.shoulderHalfWidth / (adult.shoulderHalfWidth - adult.clavicleHalfGap);

const clamp = (value: number, [low, high]: readonly [number, number]): number => Math.min(high, Math.max(low, value));

const arcSine = (share: number): number => degreesOf(Math.asin(clamp(share, [-1, 1])));

/** The angle between two directions about a unit axis, degrees, by the right hand. */
const turnFrom = (from: Vector3, to: Vector3, axis: Vector3): number =>
  degreesOf(Math.atan2(dot(cross(from, to), axis), dot(from, to) - dot(from, axis) * dot(to, axis)));

const meanOf = (vectors: readonly Vector3[], weights: readonly number[]): Vector3 => {
  const whole = vectors.reduce((sum, _, index) => sum + (weights[index] ?? 1), 0);
  return vectors.reduce<Vector3>((sum, at, index) => add(sum, scale(at, (weights[index] ?? 1) / whole)), [0, 0, 0]);
};

/** Each value's neighbours in time for that many weights; the first and the last one continue. */
const neighbours = <T>(values: readonly T[], index: number, count: number): readonly T[] =>
  Array.from({ length: count }, (_, tap) => {
    const place = clamp(index + tap - (count - 1) / 2, [0, values.length - 1]);
    const value = values[place];
    if (value === undefined) throw new Error('A motion has no frames.');
    return value;
  });

const mapJoints = (valueOf: (name: keyof KinectFrame) => Vector3): KinectFrame =>
  Object.fromEntries(kinectJoints.map((name) => [name, valueOf(name)])) as unknown as KinectFrame;

const meanFrame = (frames: readonly KinectFrame[], weights: readonly number[] = []): KinectFrame =>
  mapJoints((name) =>
    meanOf(
      frames.map((frame) => frame[name]),
      weights,
    ),
  );

const trunkOf = ({ SpineBase, SpineShoulder }: KinectFrame): Vector3 => normalize(subtract(SpineShoulder, SpineBase));

/**
 * The frames turned so that the person faces forward and, in side view, stands upright at rest: a tilt of the sensor
 * and the person's own stoop cannot be told apart.
 */
export const facingForward = (frames: readonly KinectFrame[]): readonly KinectFrame[] => {
  const rest = meanFrame(frames.slice(0, restFrames));
  const [, up, ahead] = trunkOf(rest);
  const upright = (at: Vector3): Vector3 => turnAbout(at, [1, 0, 0], degreesOf(Math.atan2(-ahead, up)));
  const toLeft = (joint: 'Shoulder' | 'Hip'): Vector3 =>
    normalize(subtract(rest[`${joint}Left`], rest[`${joint}Right`]));
  const [left, , off] = upright(add(toLeft('Shoulder'), toLeft('Hip')));
  const turn = degreesOf(Math.atan2(off, left));
  return frames.map((frame) => mapJoints((name) => turnAbout(upright(frame[name]), [0, 1, 0], turn)));
};

const smoothed = (frames: readonly KinectFrame[]): readonly KinectFrame[] =>
  frames.map((_, index) => meanFrame(neighbours(frames, index, smoothing.length), smoothing));

/** The frames at another rate, on straight ways between them. */
const resampled = (frames: readonly KinectFrame[], from: number, to: number): readonly KinectFrame[] =>
  Array.from({ length: Math.floor(((frames.length - 1) * to) / from) + 1 }, (_, index) => {
    const place = (index * from) / to;
    const [before, after] = neighbours(frames, Math.floor(place) + 0.5, 2);
    const share = place - Math.floor(place);
    return before && after ? meanFrame([before, after], [1 - share, share]) : meanFrame([]);
  });

/** A trunk's angles, and the axes of its chest. */
const fitTrunk = (frame: KinectFrame) => {
  const up = trunkOf(frame);
  const lean = arcSine(up[2]);
  const sideLean = degreesOf(Math.atan2(up[0], up[1]));
  const pelvis = turnAxes(worldAxes, lean, sideLean, 0);
  const spineRotation = turnFrom(pelvis.x, subtract(frame.ShoulderLeft, frame.ShoulderRight), up);
  return { angles: { lean, sideLean, spineRotation }, chest: turnAxes(pelvis, 0, 0, spineRotation) };
};

/** A shoulder's place from the middle of the shoulders in the chest's axes, as shares of half their width. */
const shoulderIn = (frame: KinectFrame, chest: Axes, side: Side): Vector3 => {
  const half = lengthOf(subtract(frame.ShoulderLeft, frame.ShoulderRight)) / 2;
  return scale(seenFrom(chest, subtract(frame[sideJoint(side, 'Shoulder')], frame.SpineShoulder)), 1 / half);
};

/** How far an upper arm was seen behind the trunk beyond what a shoulder allows, degrees. */
const tooFarBehind = ([, up, ahead]: Vector3): number =>
  Math.max(0, arcSine(-ahead) - furthestBehind.raised - furthestBehind.hanging * Math.max(0, -up));

/** The unit directions of an arm's two bones in the chest's axes. */
const bonesIn = (frame: KinectFrame, chest: Axes, side: Side) => {
  const between = (from: 'Shoulder' | 'Elbow', to: 'Elbow' | 'Wrist'): Vector3 =>
    normalize(seenFrom(chest, subtract(frame[sideJoint(side, to)], frame[sideJoint(side, from)])));
  const [upper, fore] = [between('Shoulder', 'Elbow'), between('Elbow', 'Wrist')];
  const forward = normalize(cross(upper, [0, 0, 1]));
  const back = (bone: Vector3): Vector3 => turnAbout(bone, forward, tooFarBehind(upper));
  return { upper: back(upper), fore: back(fore) };
};

/** An arm's angles except those of the clavicle; the forearm bends towards `bend`, a direction in the chest's axes. */
const fitArm = (side: Side, { upper, fore }: ReturnType<typeof bonesIn>, bend: Vector3) => {
  const sign = signOf(side);
  const shoulderElevation = degreesOf(Math.atan2(Math.hypot(upper[0], upper[2]), -upper[1]));
  const elevationPlane = degreesOf(Math.atan2(upper[2], sign * upper[0]));
  const swing = cross([0, -1, 0], upperArmDirection(side, 90, elevationPlane));
  const unturned = turnAbout([0, 0, 1], swing, shoulderElevation);
  return {
    shoulderElevation,
    elevationPlane,
    shoulderRotation: sign * turnFrom(unturned, bend, upper),
    elbowFlexion: degreesOf(angleBetween(upper, fore)),
  };
};

/**
 * The joint angles of a standing body that moves as a person did, at this many frames a second, degrees; lean,
 * clavicles and head are counted from the first frames. Nothing is left of the sensor's tilt and of the place where the
 * person stood.
 */
export const fitMotion = (motion: KinectMotion, framesPerSecond: number): readonly FullJointAngles[] => {
  const smooth = resampled(smoothed(facingForward(motion.frames)), motion.framesPerSecond, framesPerSecond);
  const trunks = smooth.map(fitTrunk);
  const posed = smooth.map((frame, index) => ({ frame, ...(trunks[index] ?? fitTrunk(frame)) }));
  const headIn = ({ frame, chest }: (typeof posed)[number]): Vector3 =>
    normalize(seenFrom(chest, subtract(frame.Head, frame.SpineShoulder)));
  const atRest = (read: (one: (typeof posed)[number]) => Vector3): Vector3 =>
    meanOf(posed.slice(0, restFrames).map(read), []);
  const headRest = atRest(headIn);
  const placeRest = atRest(({ frame }) => frame.SpineBase);
  const arms = forSides((side) => {
    const shoulder = ({ frame, chest }: (typeof posed)[number]): Vector3 => shoulderIn(frame, chest, side);
    const rest = atRest(shoulder);
    const bones = posed.map(({ frame, chest }) => bonesIn(frame, chest, side));
    const bends = bones.map(({ upper, fore }) => across(fore, upper));
    return posed.map((one, index): FullArm => {
      const [, up, ahead] = subtract(shoulder(one), rest);
      const own = bones[index] ?? bonesIn(one.frame, one.chest, side);
      return {
        ...fitArm(side, own, meanOf(neighbours(bends, index, smoothing.length), smoothing)),
        clavicleElevation: clamp(arcSine(up * perClavicle), clavicleRange.elevation),
        protraction: clamp(arcSine(ahead * perClavicle), clavicleRange.protraction),
        hand: straight.arms[side].hand,
      };
    });
  });
  return posed.map((one, index) => {
    const head = headIn(one);
    const [aside, , ahead] = subtract(one.frame.SpineBase, placeRest);
    const armAt = (side: Side): FullArm => arms[side][index] ?? straight.arms[side];
    return {
      ...straight,
      ...one.angles,
      neckFlexion: clamp(arcSine(head[2]) - arcSine(headRest[2]), headRange),
      neckSideBend: clamp(arcSine(head[0]) - arcSine(headRest[0]), headRange),
      rise: 1,
      aside,
      ahead,
      arms: forSides(armAt),
    };
  });
};
