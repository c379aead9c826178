import type { Readings } from '../kinematics/reading.ts';
import type { KeypointName } from '../pose/keypoints.ts';
import type { TimedPose } from '../pose/pose.ts';
import type { Millis } from '../units.ts';
import type { Phase } from '../exercise/phase.ts';
import type { TargetMark } from './target-mark.ts';

/** The state of a judged part of the body against its threshold. */
export type Verdict = 'met' | 'not-met' | 'not-judged';

/** A line along the body that a rule judges, and its state. */
export interface JudgedSegment {
  readonly keypoints: readonly KeypointName[];
  readonly verdict: Verdict;
}

/** The hold clock as the user sees it. */
export interface HoldClockFace {
  readonly heldMs: Millis;
  readonly ofMs: Millis;
  readonly running: boolean;
}

/** The picture of one frame, about thirty times a second: for a canvas, never for a rendered element. */
export interface Sight {
  readonly at: Millis;
  readonly phase: Phase;
  /** The cleaned pose: a keypoint that must not be used has score 0. */
  readonly pose: TimedPose;
  readonly readings: Readings;
  readonly segments: readonly JudgedSegment[];
  /** Where the body should move now or next; empty while it should stay or return. */
  readonly targets: readonly TargetMark[];
  /** The progress of the current set-up step, 0-1 (still period, start posture, countdown). */
  readonly progress: number;
  readonly hold: HoldClockFace | undefined;
}
