import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import type { Vector3 } from '../../src/engine/figure/vector.ts';
import type { Side } from '../../src/engine/pose/keypoints.ts';

/** The joints of the sensor that a body is driven by, by the sensor's own names. */
export const kinectJoints = [
  'SpineBase',
  'SpineShoulder',
  'Head',
  'HipLeft',
  'HipRight',
  'ShoulderLeft',
  'ShoulderRight',
  'ElbowLeft',
  'ElbowRight',
  'WristLeft',
  'WristRight',
] as const;

type KinectJoint = (typeof kinectJoints)[number];

/** The sensor's name of a joint of one side. */
export const sideJoint = <Joint extends 'Hip' | 'Shoulder' | 'Elbow' | 'Wrist'>(
  side: Side,
  joint: Joint,
): `${Joint}${'Left' | 'Right'}` => `${joint}${side === 'left' ? 'Left' : 'Right'}`;

/** One frame of a person's joints, metres, in the figure's axes: x to the person's left, y up, z forward. */
export type KinectFrame = Readonly<Record<KinectJoint, Vector3>>;

/** The joints of a person, frame by frame. */
export interface KinectMotion {
  readonly framesPerSecond: number;
  /** When the first frame was taken, in the time of the truth file, ms. */
  readonly from: number;
  readonly frames: readonly KinectFrame[];
}

const place = v.tuple([v.number(), v.number(), v.number()]);

/** The schema of a file of joints: places in the sensor's space, metres (y up, z away from the sensor). */
const fileSchema = v.object({
  unit: v.literal('m'),
  framesPerSecond: v.number(),
  from: v.number(),
  joints: v.array(v.string()),
  frames: v.array(v.array(v.nullable(place))),
});

/** Where the sensor lost a joint, it stays where it was last. */
const frameFrom = (
  places: readonly (readonly [number, number, number] | null)[],
  joints: readonly string[],
  before: KinectFrame | undefined,
): KinectFrame =>
  Object.fromEntries(
    kinectJoints.map((name) => {
      const seen = places[joints.indexOf(name)];
      const at: Vector3 | undefined = seen ? [seen[0], seen[1], -seen[2]] : before?.[name];
      if (!at) throw new Error(`The first frame has no ${name}.`);
      return [name, at];
    }),
  ) as unknown as KinectFrame;

/** The motion in the content of a file of joints; throws where it is not one. */
export const kinectMotionOf = (content: unknown): KinectMotion => {
  const { framesPerSecond, from, joints, frames } = v.parse(fileSchema, content);
  const read: KinectFrame[] = [];
  for (const places of frames) read.push(frameFrom(places, joints, read.at(-1)));
  return { framesPerSecond, from, frames: read };
};

/** Reads a gzipped file of joints. */
export const readKinectMotion = (file: string): KinectMotion =>
  kinectMotionOf(JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')));
