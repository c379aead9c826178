import { millis } from '../units.ts';
import { stanceBetween } from './between.ts';
import { completeStance, forSides, mirrored, type FullStance } from './full-stance.ts';
import type { Motion, Tempo, Variation } from './motion.ts';
import type { Keyframe } from './performance.ts';
import type { Stance } from './stance.ts';

/** Where a repetition leads: from the start posture to each end and back. */
export interface RepetitionStances {
  readonly start: FullStance;
  /** The ends in order: those to the side that the motion names and, where it goes both ways, those to the other. */
  readonly sides: readonly (readonly FullStance[])[];
}

/** How long each of a variation's stops on the way lasts: a standstill that is seen and is no hold. */
const stopStays = millis(300);

/** A stance whose hands are at another one's goals. */
const withHandsOf = ({ arms: goals }: FullStance, stance: FullStance): FullStance => ({
  ...stance,
  arms: forSides((side) => ({ ...stance.arms[side], hand: goals[side].hand })),
});

/** The stances of a motion's repetition, varied or correct, whose ends lie a `share` (0-1) of the way from the start posture. */
export const repetitionStances = (
  motion: Motion,
  rest: FullStance,
  variation: Variation | undefined,
  share: number,
): RepetitionStances => {
  const start = completeStance(variation?.start ?? {}, completeStance(motion.start ?? {}, rest));
  const endOf = (end: Stance, index: number): FullStance => {
    const varied = completeStance(variation?.end ?? {}, completeStance(end, rest));
    const whole = completeStance(variation?.ends?.[index] ?? {}, varied);
    return withHandsOf(whole, stanceBetween(start, whole, share));
  };
  const ends = motion.ends.map(endOf);
  return { start, sides: motion.bothWays ? [ends, ends.map(mirrored)] : [ends] };
};

/** The way to a keyframe in equal parts with so many stops between them; together they take as long as it says. */
const brokenWay = (
  from: FullStance,
  { stance, takes, stays }: Keyframe & { readonly stance: FullStance },
  stops: number,
): readonly Keyframe[] => {
  const part = millis(takes / (stops + 1));
  const stopAt = (_: unknown, index: number): Keyframe => ({
    stance: stanceBetween(from, stance, (index + 1) / (stops + 1)),
    takes: part,
    stays: stopStays,
  });
  return [...Array.from({ length: stops }, stopAt), { stance, takes: part, stays }];
};

/** The keyframes of the way from the start posture to each end in turn and back, each way broken by so many stops. */
export const repetitionOf = (
  start: FullStance,
  ends: readonly FullStance[],
  tempo: Tempo,
  stops = 0,
): readonly Keyframe[] =>
  ends.flatMap((end) => [
    ...brokenWay(start, { stance: end, takes: millis(tempo.out), stays: millis(tempo.stay) }, stops),
    ...brokenWay(end, { stance: start, takes: millis(tempo.back), stays: millis(tempo.pause) }, stops),
  ]);
