import { millis, type Millis } from '../units.ts';
import { easeMinimumJerk, jointAnglesBetween } from './between.ts';
import { completeJointAngles, isComplete, straight, type FullJointAngles } from './full-joint-angles.ts';
import type { JointAngles } from './joint-angles.ts';

/** Joint angles to be shown: how long the way to them takes and how long they then stay, milliseconds. */
export interface Keyframe {
  readonly jointAngles: JointAngles | FullJointAngles;
  readonly takes: Millis;
  readonly stays: Millis;
}

/**
 * A figure's movement over time: its duration, and the joint angles at any time from its beginning (before it the
 * first, after it the last).
 */
export interface Performance {
  readonly duration: Millis;
  readonly jointAnglesAt: (at: Millis) => FullJointAngles;
}

const breathPeriod = 5000;
const breathFlexion = 0.4;
const breathLean = 0.3;

/** Adds the small sway of calm breathing: the spine by 0.4 degrees and the lean by 0.3, every five seconds. */
export const breathing = (jointAngles: FullJointAngles, at: Millis): FullJointAngles => {
  const turn = (2 * Math.PI * at) / breathPeriod;
  return {
    ...jointAngles,
    spineFlexion: jointAngles.spineFlexion - breathFlexion * Math.sin(turn),
    lean: jointAngles.lean + breathLean * Math.sin(turn + 1),
  };
};

interface Stretch {
  readonly from: FullJointAngles;
  readonly to: FullJointAngles;
  readonly begins: number;
  readonly takes: number;
  readonly ends: number;
}

const stretchesOf = (keyframes: readonly Keyframe[]): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  for (const { jointAngles, takes, stays } of keyframes) {
    const before = stretches.at(-1);
    const to = isComplete(jointAngles) ? jointAngles : completeJointAngles(jointAngles);
    const begins = before?.ends ?? 0;
    stretches.push({ from: before?.to ?? to, to, begins, takes, ends: begins + takes + stays });
  }
  return stretches;
};

/** The movement through keyframes in order, with minimum-jerk ways between them and without breathing. */
export const movementThrough = (keyframes: readonly Keyframe[]): Performance => {
  const stretches = stretchesOf(keyframes);
  const jointAnglesAt = (at: Millis): FullJointAngles => {
    const stretch = stretches.find(({ ends }) => at < ends) ?? stretches.at(-1);
    if (stretch === undefined) return straight;
    const { from, to, begins, takes } = stretch;
    const share = takes === 0 ? 1 : Math.min(1, Math.max(0, (at - begins) / takes));
    return jointAnglesBetween(from, to, easeMinimumJerk(share));
  };
  return { duration: millis(stretches.at(-1)?.ends ?? 0), jointAnglesAt };
};

/** The performance of keyframes in order, with minimum-jerk ways between them and calm breathing throughout. */
export const scriptOf = (keyframes: readonly Keyframe[]): Performance => {
  const { duration, jointAnglesAt } = movementThrough(keyframes);
  return { duration, jointAnglesAt: (at) => breathing(jointAnglesAt(at), at) };
};

/** Joins performances in order; there is no jump where one ends with the joint angles with which the next begins. */
export const concat = (...performances: readonly Performance[]): Performance => {
  const jointAnglesAt = (at: Millis): FullJointAngles => {
    let begins = 0;
    for (const [index, { duration, jointAnglesAt: within }] of performances.entries()) {
      if (at < begins + duration || index === performances.length - 1) return within(millis(at - begins));
      begins += duration;
    }
    return straight;
  };
  return { duration: millis(performances.reduce((sum, { duration }) => sum + duration, 0)), jointAnglesAt };
};
