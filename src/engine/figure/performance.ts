import { millis, type Millis } from '../units.ts';
import { easeMinimumJerk, stanceBetween } from './between.ts';
import { completeStance, isComplete, straight, type FullStance } from './full-stance.ts';
import type { Stance } from './stance.ts';

/** A stance to be shown: how long the way to it takes and how long it then stays, milliseconds. */
export interface Keyframe {
  readonly stance: Stance | FullStance;
  readonly takes: Millis;
  readonly stays: Millis;
}

/** A figure's movement over time: its length, and the stance at any moment from its beginning (before it the first, after it the last). */
export interface Performance {
  readonly duration: Millis;
  readonly stanceAt: (at: Millis) => FullStance;
}

const breathPeriod = 5000;
const breathFlexion = 0.4;
const breathLean = 0.3;

/** A stance with the small sway of calm breathing: the spine by 0.4 degrees and the lean by 0.3, every five seconds. */
export const breathing = (stance: FullStance, at: Millis): FullStance => {
  const turn = (2 * Math.PI * at) / breathPeriod;
  return {
    ...stance,
    spineFlexion: stance.spineFlexion - breathFlexion * Math.sin(turn),
    lean: stance.lean + breathLean * Math.sin(turn + 1),
  };
};

interface Stretch {
  readonly from: FullStance;
  readonly to: FullStance;
  readonly begins: number;
  readonly takes: number;
  readonly ends: number;
}

const stretchesOf = (keyframes: readonly Keyframe[]): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  for (const { stance, takes, stays } of keyframes) {
    const before = stretches.at(-1);
    const to = isComplete(stance) ? stance : completeStance(stance);
    const begins = before?.ends ?? 0;
    stretches.push({ from: before?.to ?? to, to, begins, takes, ends: begins + takes + stays });
  }
  return stretches;
};

/** The movement through any keyframes, one after the other, with minimum-jerk ways between; nobody breathes yet. */
export const movementThrough = (keyframes: readonly Keyframe[]): Performance => {
  const stretches = stretchesOf(keyframes);
  const stanceAt = (at: Millis): FullStance => {
    const stretch = stretches.find(({ ends }) => at < ends) ?? stretches.at(-1);
    if (stretch === undefined) return straight;
    const { from, to, begins, takes } = stretch;
    const share = takes === 0 ? 1 : Math.min(1, Math.max(0, (at - begins) / takes));
    return stanceBetween(from, to, easeMinimumJerk(share));
  };
  return { duration: millis(stretches.at(-1)?.ends ?? 0), stanceAt };
};

/** The performance of any keyframes, one after the other, with minimum-jerk ways between and calm breathing throughout. */
export const scriptOf = (keyframes: readonly Keyframe[]): Performance => {
  const { duration, stanceAt } = movementThrough(keyframes);
  return { duration, stanceAt: (at) => breathing(stanceAt(at), at) };
};

/** One performance after the other; they join without a jump where one ends in the stance in which the next begins. */
export const concat = (...performances: readonly Performance[]): Performance => {
  const stanceAt = (at: Millis): FullStance => {
    let begins = 0;
    for (const [index, { duration, stanceAt: within }] of performances.entries()) {
      if (at < begins + duration || index === performances.length - 1) return within(millis(at - begins));
      begins += duration;
    }
    return straight;
  };
  return { duration: millis(performances.reduce((sum, { duration }) => sum + duration, 0)), stanceAt };
};
