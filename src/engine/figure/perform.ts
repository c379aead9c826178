import { millis, seconds, type Millis } from '../units.ts';
import { completeJointAngles, type FullJointAngles } from './full-joint-angles.ts';
import type { Motion, Tempo, Variation } from './motion.ts';
import { scriptOf, type Keyframe, type Performance } from './performance.ts';
import { practiceOf } from './practice.ts';
import { repetitionOf, repetitionAngles } from './repetition.ts';
import type { JointAngles } from './joint-angles.ts';

/** How a motion is to be performed. */
export interface PerformanceOptions {
  readonly repetitions: number;
  /** Calm seconds at rest before the first movement; ten where nothing is said. */
  readonly calm?: Millis;
  /** How long each end is shown; the tempo's `stay` where nothing is said. */
  readonly hold?: Millis | undefined;
  /** How long the start posture is held before the first repetition, and after a practice; 5.5 s where nothing is said. */
  readonly settle?: Millis;
  /** What replaces the correct angles and tempo. */
  readonly variation?: Variation | undefined;
  /** How much of the way from the start posture to an end is done, 0-1; all of it where nothing is said. */
  readonly amplitude?: number;
  /**
   * Whether an easy repetition comes first, to show one's own range: correct and in the motion's own tempo, each end for
   * 2 s. The start posture then stays for `settle`, also where it is rest, so that a countdown passes.
   */
  readonly practice?: boolean;
  /** How much of the way that the repetitions go the practice goes, 0-1; all of it where nothing is said. */
  readonly practiceShare?: number;
}

/** How a person sits who does nothing: arms beside the body, not pressed to it, degrees. */
export const easyRest: JointAngles = { shoulderElevation: 6, elevationPlane: 20, elbowFlexion: 10 };

/** How long the rest posture is shown at the end. */
const afterwards = seconds(1.5);

/** How long a start posture is held where nothing is said. */
const usualSettle = seconds(5.5);

/** How long the way to a start posture takes where the tempo has none. */
const shortestStart = 1000;

const said = (tempo: NonNullable<Variation['tempo']>): Partial<Tempo> =>
  Object.fromEntries(Object.entries(tempo).filter(([, value]) => value !== undefined));

/** The motion's tempo with what the variation replaces, and the prescribed hold in place of its stay. */
export const tempoOf = (
  { tempo }: Pick<Motion, 'tempo'>,
  { variation, hold }: Pick<PerformanceOptions, 'variation' | 'hold'>,
): Tempo => {
  const varied = { ...tempo, ...said(variation?.tempo ?? {}) };
  return { ...varied, stay: hold ?? varied.stay };
};

/** Into the correct start posture and an easy repetition, after which the start posture stays as it does before the first. */
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

/** The keyframes of an exercise performed: calm at rest, into the start posture, the repetitions, and back to rest. */
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

/** An exercise's motion performed so many times, after calm seconds at rest. */
export const performanceOf = (motion: Motion, options: PerformanceOptions): Performance =>
  scriptOf(keyframesOf(motion, options));

/** The stance of one repetition at a moment from its beginning, correct or varied: what a briefing shows in a loop. */
export const perform = (motion: Motion, variation: Variation | undefined, at: Millis): FullJointAngles =>
  performanceOf(motion, { repetitions: 1, calm: millis(0), settle: millis(0), variation }).jointAnglesAt(at);
