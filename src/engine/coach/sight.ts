import type { Readings } from '../kinematics/reading.ts';
import type { KeypointName } from '../pose/keypoints.ts';
import type { TimedPose } from '../pose/pose.ts';
import type { Millis } from '../units.ts';
import type { Phase } from '../exercise/phase.ts';
import type { TargetMark } from './target-mark.ts';

/** How a judged part of the body stands to what is asked. */
export type Verdict = 'met' | 'not-met' | 'not-judged';

/** A line along the body that a rule judges, and how it stands. */
export interface JudgedSegment {
  readonly keypoints: readonly KeypointName[];
  readonly verdict: Verdict;
}

/** The hold clock as a person may see it. */
export interface HoldClockFace {
  readonly heldMs: Millis;
  readonly ofMs: Millis;
  readonly running: boolean;
}

/** What one frame showed, some thirty times a second: for a canvas, never for a rendered element. */
export interface Sight {
  readonly at: Millis;
  readonly phase: Phase;
  /** The cleaned pose: a keypoint that must not be used has score 0. */
  readonly pose: TimedPose;
  readonly readings: Readings;
  readonly segments: readonly JudgedSegment[];
  /** Where the body should go now or next; none while it should stay or come back. */
  readonly targets: readonly TargetMark[];
  /** How far the current set-up step has come, 0-1 (calm seconds, start posture, countdown). */
  readonly progress: number;
  readonly hold: HoldClockFace | undefined;
}
