import { gzipSync } from 'node:zlib';
import { poseBody, type Body } from '../../../src/engine/figure/body.ts';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { add, turnAbout, type Vector3 } from '../../../src/engine/figure/vector.ts';

/* The figure as a sensor sees it: from two and a half metres, looking a little down, a little from one side. */

const tilt = 12;
const turn = 8;

const jointsOf = ({ pelvis, chest, head, arms, legs }: Body): Readonly<Record<string, Vector3>> => ({
  SpineBase: pelvis.origin,
  SpineShoulder: chest.origin,
  Head: head.origin,
  HipLeft: legs.left.hip,
  HipRight: legs.right.hip,
  ShoulderLeft: arms.left.shoulder,
  ShoulderRight: arms.right.shoulder,
  ElbowLeft: arms.left.elbow,
  ElbowRight: arms.right.elbow,
  WristLeft: arms.left.wrist,
  WristRight: arms.right.wrist,
});

/** In the sensor's space: y up, z away from it. */
const inSensor = (at: Vector3): Vector3 => {
  const turned = turnAbout(turnAbout(at, [0, 1, 0], turn), [1, 0, 0], tilt);
  const [x, y, z] = add(turned, [0.1, -0.9, -2.5]);
  return [x, y, -z];
};

/** The content of a file of joints: postures of a standing adult, one a frame. */
export const kinectFile = (postures: readonly JointAngles[], framesPerSecond = 15, from = 8467) => {
  const frames = postures.map((posture) => jointsOf(poseBody({ ...posture, rise: 1 }, adult)));
  const joints = Object.keys(frames[0] ?? {});
  return {
    version: 1,
    unit: 'm',
    framesPerSecond,
    from,
    joints,
    frames: frames.map((frame) => joints.map((name) => inSensor(frame[name] ?? [0, 0, 0]))),
  };
};

/** The same as it is stored. */
export const gzipped = (content: unknown): Buffer => gzipSync(JSON.stringify(content));

/** Both arms from hanging to overhead and back, out to the sides by half, in so many frames. */
export const raises = (frames: number, height = 150): readonly JointAngles[] =>
  Array.from({ length: frames }, (_, index) => {
    const share = (1 - Math.cos((2 * Math.PI * index) / (frames - 1))) / 2;
    return { shoulderElevation: 12 + (height - 12) * share, elevationPlane: 45, elbowFlexion: 20 };
  });
