import { millis, seconds, type Millis } from '../units.ts';
import { stanceBetween } from './between.ts';
import { completeStance, mirrored, forSides, type FullStance } from './full-stance.ts';
import type { Motion, Tempo, Variation } from './motion.ts';
import { scriptOf, type Keyframe, type Performance } from './performance.ts';
import type { Stance } from './stance.ts';

/** How a motion is to be performed. */
export interface PerformanceOptions {
  readonly repetitions: number;
  /** Calm seconds at rest before the first movement; ten where nothing is said. */
  readonly calm?: Millis;
  /** How long each end is shown; the tempo's `stay` where nothing is said. */
  readonly hold?: Millis | undefined;
  /** How long the start posture is held before the first repetition; 5.5 s where nothing is said. */
  readonly settle?: Millis;
  /** What replaces the correct angles and tempo. */
  readonly variation?: Variation | undefined;
  /** How much of the way from the start posture to an end is done, 0-1; all of it where nothing is said. */
  readonly amplitude?: number;
}

/** How a person sits who does nothing: arms beside the body, not pressed to it, degrees. */
export const easyRest: Stance = { shoulderElevation: 6, elevationPlane: 20, elbowFlexion: 10 };

/** How long the rest posture is shown at the end. */
const afterwards = seconds(1.5);

/** How long the way to a start posture takes where the tempo has none. */
const shortestStart = 1000;

const said = (tempo: NonNullable<Variation['tempo']>): Partial<Tempo> =>
  Object.fromEntries(Object.entries(tempo).filter(([, value]) => value !== undefined));

/** The motion's tempo with what the variation replaces, and the prescribed hold in place of its stay. */
const tempoOf = ({ tempo }: Motion, { variation, hold }: PerformanceOptions): Tempo => {
  const varied = { ...tempo, ...said(variation?.tempo ?? {}) };
  return { ...varied, stay: hold ?? varied.stay };
};

/** A stance whose hands are at another one's goals. */
const withHandsOf = ({ arms: goals }: FullStance, stance: FullStance): FullStance => ({
  ...stance,
  arms: forSides((side) => ({ ...stance.arms[side], hand: goals[side].hand })),
});

/** The keyframes of an exercise performed: calm at rest, into the start posture, the repetitions, and back to rest. */
export const keyframesOf = (motion: Motion, options: PerformanceOptions): readonly Keyframe[] => {
  const { variation, calm = seconds(10), settle = seconds(5.5), amplitude = 1, repetitions } = options;
  const tempo = tempoOf(motion, options);
  const rest = completeStance(motion.rest ?? easyRest);
  const start = completeStance(variation?.start ?? {}, completeStance(motion.start ?? {}, rest));
  const isRestStart = motion.start === undefined && variation?.start === undefined;
  const toStart = millis(isRestStart ? 0 : tempo.toStart || shortestStart);
  const endOf = (end: Stance, index: number): FullStance => {
    const varied = completeStance(variation?.end ?? {}, completeStance(end, rest));
    const whole = completeStance(variation?.ends?.[index] ?? {}, varied);
    return withHandsOf(whole, stanceBetween(start, whole, amplitude));
  };
  const ends = motion.ends.map(endOf);
  const repetition = (motion.bothWays ? [...ends, ...ends.map(mirrored)] : ends).flatMap(
    (stance): readonly Keyframe[] => [
      { stance, takes: millis(tempo.out), stays: millis(tempo.stay) },
      { stance: start, takes: millis(tempo.back), stays: millis(tempo.pause) },
    ],
  );
  return [
    { stance: rest, takes: millis(0), stays: calm },
    { stance: start, takes: toStart, stays: motion.start === undefined ? millis(0) : settle },
    ...Array.from({ length: repetitions }, () => repetition).flat(),
    { stance: rest, takes: toStart, stays: afterwards },
  ];
};

/** An exercise's motion performed so many times, after calm seconds at rest. */
export const performanceOf = (motion: Motion, options: PerformanceOptions): Performance =>
  scriptOf(keyframesOf(motion, options));

/** The stance of one repetition at a moment from its beginning, correct or varied: what a briefing shows in a loop. */
export const perform = (motion: Motion, variation: Variation | undefined, at: Millis): FullStance =>
  performanceOf(motion, { repetitions: 1, calm: millis(0), settle: millis(0), variation }).stanceAt(at);
