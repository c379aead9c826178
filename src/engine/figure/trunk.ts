import type { FullJointAngles } from './full-joint-angles.ts';
import { hipsOf } from './hips.ts';
import type { Proportions } from './proportions.ts';
import {
  add,
  axesAlong,
  directionIn,
  pointIn,
  scale,
  turnAxes,
  worldAxes,
  type Frame,
  type Vector3,
} from './vector.ts';

/** Trunk and head of a body: frames in the world, metres. */
export interface Trunk {
  /** At the middle of the hip joints; leaning turns it about them. */
  readonly pelvis: Frame;
  /** From the pelvis to the line of the shoulders, evenly along the spine; each frame's y points along the spine. */
  readonly spine: readonly Frame[];
  /** At the middle of the line of the shoulders; the last of the spine. */
  readonly chest: Frame;
  /** Where the neck leaves the chest. */
  readonly neckBase: Frame;
  /** Between the ears. */
  readonly head: Frame;
}

/** The number of segments that share the bend of the spine. */
export const spineSegments = 6;

/**
 * The neck leaves the chest behind the middle of the shoulders, and the ears are a little in front of that place:
 * metres per metre of neck.
 */
const neckBaseAt: Vector3 = [0, 0.12, -0.16];
const earsOverNeckBase: Vector3 = [0, 0.88, 0.2];

/** The share of the head's angles that the neck takes; the head takes all of them. */
const neckShare = 0.5;

const spineOf = (pelvis: Frame, jointAngles: FullJointAngles, proportions: Proportions): readonly Frame[] => {
  const share = 1 / spineSegments;
  const length = (proportions.trunk - proportions.pelvis) * share;
  const bend = (axes: Frame, part: number): Frame => ({
    origin: axes.origin,
    ...turnAxes(
      axes,
      jointAngles.spineFlexion * part,
      jointAngles.spineSideBend * part,
      jointAngles.spineRotation * part,
    ),
  });
  const frames = [{ ...pelvis, origin: pointIn(pelvis, [0, proportions.pelvis, 0]) }];
  for (let index = 0; index < spineSegments; index += 1) {
    const below = frames[index] ?? pelvis;
    const middle = bend(below, share / 2);
    frames.push({ ...bend(middle, share / 2), origin: pointIn(middle, [0, length, 0]) });
  }
  return frames;
};

/** Computes trunk and head from joint angles, on hips that sit, stand or rise. */
export const poseTrunk = (jointAngles: FullJointAngles, proportions: Proportions): Trunk => {
  const pelvis = {
    origin: hipsOf(jointAngles, proportions),
    ...turnAxes(worldAxes, jointAngles.lean, jointAngles.sideLean, 0),
  };
  const spine = spineOf(pelvis, jointAngles, proportions);
  const chest = spine.at(-1) ?? pelvis;
  const turnHead = (part: number) =>
    turnAxes(chest, jointAngles.neckFlexion * part, jointAngles.neckSideBend * part, jointAngles.neckRotation * part);
  const leaning = turnHead(neckShare);
  const base = pointIn(chest, scale(neckBaseAt, proportions.neck));
  const ears = add(base, directionIn(leaning, scale(earsOverNeckBase, proportions.neck)));
  return {
    pelvis,
    spine,
    chest,
    neckBase: { origin: base, ...axesAlong(leaning.y, leaning.z) },
    head: { origin: ears, ...turnHead(1) },
  };
};
