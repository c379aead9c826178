import type { MeasureName } from '../kinematics/measures.ts';
import type { MeasureKey } from '../kinematics/reading.ts';
import type { CueId } from '../exercise/cues.ts';
import type { SidedThreshold } from './posture-check.ts';

/** One end of a repetition with its thresholds. */
export interface JudgedEnd {
  readonly name: string;
  readonly measure: MeasureName;
  /** The keys of the leading measure: one, or one a side. */
  readonly keys: readonly MeasureKey[];
  /** Towards which side of rest the goal lies. */
  readonly direction: 1 | -1;
  /** What is asked for, before tolerance. */
  readonly goal: number;
  /** How much before the goal it is met, in the measure's unit. */
  readonly tolerance: number;
  /** Six times the noise of the leading measure, in its unit: what its smoothness is judged by. */
  readonly noiseFloor: number;
  readonly target: readonly SidedThreshold[];
  readonly back: readonly SidedThreshold[];
  readonly isHeld: boolean;
  readonly cue: CueId;
  readonly backCue: CueId;
}
