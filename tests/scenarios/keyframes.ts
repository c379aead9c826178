import { keyframesOf } from '../../src/engine/figure/perform.ts';
import { scriptOf, type Keyframe } from '../../src/engine/figure/performance.ts';
import type { JointAngles } from '../../src/engine/figure/joint-angles.ts';
import { millis, seconds } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { coach, filmed, type Play, type Played } from './play.ts';

/** The start of an exercise, then these keyframes. */
export const after = (exercise: typeof cheer, keyframes: readonly Keyframe[]) =>
  scriptOf([...keyframesOf(exercise.motion, { repetitions: 0 }).slice(0, -1), ...keyframes]);

/** An arm raised straight forward. */
export const arm = (shoulderElevation: number): JointAngles => ({ shoulderElevation, elevationPlane: 90 });
/** Hands on the shoulders, the elbows this far from wide to together. */
export const elbows = (elevationPlane: number, more: JointAngles = {}): JointAngles => ({
  shoulderElevation: 90,
  elevationPlane,
  hand: 'own-shoulder',
  ...more,
});
/** A way to a stance, and a stay in it, ms. */
export const to = (jointAngles: JointAngles, takes: number, stays: number): Keyframe => ({
  jointAngles,
  takes: millis(takes),
  stays: millis(stays),
});

/** The cheer through these keyframes, coached. */
export const cheered = (keyframes: readonly Keyframe[], play?: Play): Played =>
  coach(cheer, filmed(cheer, after(cheer, keyframes), play), play);
/** The butterfly through these keyframes, coached with a hold of two seconds. */
export const fluttered = (keyframes: readonly Keyframe[], play?: Play): Played =>
  coach(butterfly, filmed(butterfly, after(butterfly, keyframes), play), { hold: seconds(2), ...play });
