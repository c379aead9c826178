import type { MeasureName } from '../kinematics/measures.ts';
import type { MeasureKey } from '../kinematics/reading.ts';
import type { CueId } from '../exercise/cues.ts';
import type { OwnSide } from './own-sides.ts';
import type { SidedThreshold } from './posture-check.ts';

/** One endpoint of a repetition with its thresholds. */
export interface JudgedEnd {
  readonly name: string;
  readonly measure: MeasureName;
  /** The keys of the primary measure: one, or one per side. */
  readonly keys: readonly MeasureKey[];
  /** The sides as practice showed them, in the order of the keys, where they differ by nature. */
  readonly ownSides?: readonly OwnSide[] | undefined;
  /** The direction of the goal from rest: 1 towards larger values, -1 towards smaller ones. */
  readonly direction: 1 | -1;
  /** The required value, before tolerance, in the measure's unit. */
  readonly goal: number;
  /** The goal is met from this far before it, in the measure's unit. */
  readonly tolerance: number;
  /**
   * Noise floor for stop detection, in the measure's unit: the measure's `noiseFloor`, else its hysteresis; 1 for a
   * similarity in practice.
   */
  readonly noiseFloor: number;
  /** The least value that counts where nothing is held, in the measure's unit; `undefined` where a hold is required. */
  readonly floor: number | undefined;
  /** An attempt opens beyond this progress from rest, in the measure's unit. */
  readonly opening: number;
  readonly target: readonly SidedThreshold[];
  readonly back: readonly SidedThreshold[];
  readonly isHeld: boolean;
  readonly cue: CueId;
  readonly backCue: CueId;
}
