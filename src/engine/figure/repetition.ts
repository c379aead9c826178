import { millis } from '../units.ts';
import { jointAnglesBetween } from './between.ts';
import { completeJointAngles, forSides, mirrored, type FullJointAngles } from './full-joint-angles.ts';
import type { Motion, Tempo, Variation } from './motion.ts';
import type { Keyframe } from './performance.ts';
import type { JointAngles } from './joint-angles.ts';

/** The joint angles of a repetition: the start posture and each endpoint. */
export interface RepetitionAngles {
  readonly start: FullJointAngles;
  /** The endpoints in order: those to the side that the motion names and, if it goes both ways, those to the other. */
  readonly sides: readonly (readonly FullJointAngles[])[];
}

/** How long each of a variation's stops lasts: a visible standstill that is not a hold. */
const stopStays = millis(300);

/** Joint angles with the hand goals of another posture. */
const withHandsOf = ({ arms: goals }: FullJointAngles, jointAngles: FullJointAngles): FullJointAngles => ({
  ...jointAngles,
  arms: forSides((side) => ({ ...jointAngles.arms[side], hand: goals[side].hand })),
});

/**
 * The joint angles of a motion's repetition, varied or correct, with endpoints a `share` (0-1) of the way from the
 * start posture.
 */
export const repetitionAngles = (
  motion: Motion,
  rest: FullJointAngles,
  variation: Variation | undefined,
  share: number,
): RepetitionAngles => {
  const start = completeJointAngles(variation?.start ?? {}, completeJointAngles(motion.start ?? {}, rest));
  const endOf = (end: JointAngles, index: number): FullJointAngles => {
    const varied = completeJointAngles(variation?.end ?? {}, completeJointAngles(end, rest));
    const whole = completeJointAngles(variation?.ends?.[index] ?? {}, varied);
    return withHandsOf(whole, jointAnglesBetween(start, whole, share));
  };
  const ends = motion.ends.map(endOf);
  return { start, sides: motion.bothWays ? [ends, ends.map(mirrored)] : [ends] };
};

/** The way to a keyframe in equal parts with stops between them; the parts together take the keyframe's time. */
const brokenWay = (
  from: FullJointAngles,
  { jointAngles, takes, stays }: Keyframe & { readonly jointAngles: FullJointAngles },
  stops: number,
): readonly Keyframe[] => {
  const part = millis(takes / (stops + 1));
  const stopAt = (_: unknown, index: number): Keyframe => ({
    jointAngles: jointAnglesBetween(from, jointAngles, (index + 1) / (stops + 1)),
    takes: part,
    stays: stopStays,
  });
  return [...Array.from({ length: stops }, stopAt), { jointAngles, takes: part, stays }];
};

/** The keyframes from the start posture to each endpoint in turn and back, with `stops` stops on each way. */
export const repetitionOf = (
  start: FullJointAngles,
  ends: readonly FullJointAngles[],
  tempo: Tempo,
  stops = 0,
): readonly Keyframe[] =>
  ends.flatMap((end) => [
    ...brokenWay(start, { jointAngles: end, takes: millis(tempo.out), stays: millis(tempo.stay) }, stops),
    ...brokenWay(end, { jointAngles: start, takes: millis(tempo.back), stays: millis(tempo.pause) }, stops),
  ]);
