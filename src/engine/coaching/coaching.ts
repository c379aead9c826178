import type { MeasureName } from '../kinematics/measures.ts';
import type { KeypointName, Side } from '../pose/keypoints.ts';
import type { CueId } from './cues.ts';
import type { Reason } from './events.ts';
import type { HintId } from './hints.ts';
import type { Phase } from './phase.ts';

/** A cue that is being shown. */
export interface ShownCue {
  readonly cue: CueId;
  readonly side: Side | undefined;
}

/** What the screens show of a session; it changes a few times a second at the most. */
export interface Coaching {
  readonly phase: Phase;
  /** The one set-up hint that helps most now. */
  readonly hint: HintId | undefined;
  /** 3, 2, 1 before judging begins. */
  readonly countdown: number | undefined;
  readonly repetitions: number;
  readonly ofRepetitions: number;
  /** Attempts that were no repetition. */
  readonly attempts: number;
  /** Why the last attempt was no repetition; cleared by the next repetition. */
  readonly lastReason: Reason | undefined;
  readonly cue: ShownCue | undefined;
  /** The measures of this exercise that cannot be judged now, since the camera does not show what they need. */
  readonly notJudged: readonly MeasureName[];
  /** While paused: the keypoints that are missing. */
  readonly missing: readonly KeypointName[];
}
