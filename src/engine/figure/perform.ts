import { millis, seconds, type Millis } from '../units.ts';
import { completeJointAngles, type FullJointAngles } from './full-joint-angles.ts';
import type { Motion, Tempo, Variation } from './motion.ts';
import { scriptOf, type Keyframe, type Performance } from './performance.ts';
import { practiceOf } from './practice.ts';
import { repetitionOf, repetitionAngles } from './repetition.ts';
import type { JointAngles } from './joint-angles.ts';

/** The options of a performance of a motion. */
export interface PerformanceOptions {
  readonly repetitions: number;
  /** The still time at rest before the first movement; 10 s by default. */
  readonly calm?: Millis;
  /** How long each endpoint is shown; by default the tempo's `stay`. */
  readonly hold?: Millis | undefined;
  /** How long the start posture is held before the first repetition, and after a practice; 5.5 s by default. */
  readonly settle?: Millis;
  /** The variation that replaces the correct angles and tempo. */
  readonly variation?: Variation | undefined;
  /** The share (0-1) of the way from the start posture to an endpoint; 1 by default. */
  readonly amplitude?: number;
  /**
   * Whether an easy repetition comes first, to show the figure's own range: correct, in the motion's own tempo, with 2
   * s at each endpoint. The start posture then lasts for `settle`, even where it is rest, to leave time for a
   * countdown.
   */
  readonly practice?: boolean;
  /** The range of the practice as a share (0-1) of that of the repetitions; 1 by default. */
  readonly practiceShare?: number;
}

/** The relaxed sitting posture: arms beside the body, not pressed to it, degrees. */
export const easyRest: JointAngles = { shoulderElevation: 6, elevationPlane: 20, elbowFlexion: 10 };

/** How long the rest posture is shown at the end. */
const afterwards = seconds(1.5);

/** The default of `settle`. */
const usualSettle = seconds(5.5);

/** How long the way to a start posture takes if the tempo gives no time, milliseconds. */
const shortestStart = 1000;

const said = (tempo: NonNullable<Variation['tempo']>): Partial<Tempo> =>
  Object.fromEntries(Object.entries(tempo).filter(([, value]) => value !== undefined));

/** The motion's tempo with the variation's changes, and with the prescribed hold in place of its stay. */
export const tempoOf = (
  { tempo }: Pick<Motion, 'tempo'>,
  { variation, hold }: Pick<PerformanceOptions, 'variation' | 'hold'>,
): Tempo => {
  const varied = { ...tempo, ...said(variation?.tempo ?? {}) };
  return { ...varied, stay: hold ?? varied.stay };
};

/**
 * The keyframes into the correct start posture and of an easy repetition, after which the start posture lasts as long
 * as before the first repetition.
 */
const practised = (motion: Motion, rest: FullJointAngles, options: PerformanceOptions): readonly Keyframe[] => {
  const { variation, settle = usualSettle, amplitude = 1, practiceShare = 1 } = options;
  const { start, tempo } = motion;
  const angles = repetitionAngles(motion, rest, undefined, amplitude * practiceShare);
  const first =
    start === undefined
      ? { takes: millis(0), stays: millis(0) }
      : { takes: millis(tempo.toStart || shortestStart), stays: settle };
  const after = variation?.start === undefined ? settle : millis(tempo.pause);
  return [{ jointAngles: angles.start, ...first }, ...practiceOf(angles, tempo, after)];
};

/** The keyframes of a performance: still at rest, into the start posture, the repetitions, and back to rest. */
export const keyframesOf = (motion: Motion, options: PerformanceOptions): readonly Keyframe[] => {
  const { variation, practice = false, calm = seconds(10), settle = usualSettle, amplitude = 1, repetitions } = options;
  const tempo = tempoOf(motion, options);
  const rest = completeJointAngles(motion.rest ?? easyRest);
  const { start, sides } = repetitionAngles(motion, rest, variation, amplitude);
  const hasOwnStart = variation?.start !== undefined;
  const toStart = millis(motion.start === undefined && !hasOwnStart ? 0 : tempo.toStart || shortestStart);
  const stays = motion.start === undefined && !practice ? millis(0) : settle;
  const repetition = repetitionOf(start, sides.flat(), tempo, variation?.stops);
  return [
    { jointAngles: rest, takes: millis(0), stays: calm },
    ...(practice ? practised(motion, rest, options) : []),
    ...(practice && !hasOwnStart ? [] : [{ jointAngles: start, takes: toStart, stays }]),
    ...Array.from({ length: repetitions }, () => repetition).flat(),
    { jointAngles: rest, takes: toStart, stays: afterwards },
  ];
};

/** The performance of an exercise's motion: some repetitions after a still time at rest. */
export const performanceOf = (motion: Motion, options: PerformanceOptions): Performance =>
  scriptOf(keyframesOf(motion, options));

/**
 * The joint angles of one repetition at a time from its beginning, correct or varied; a briefing shows it in a loop.
 */
export const perform = (motion: Motion, variation: Variation | undefined, at: Millis): FullJointAngles =>
  performanceOf(motion, { repetitions: 1, calm: millis(0), settle: millis(0), variation }).jointAnglesAt(at);
