import type { MeasureName } from '../kinematics/measures.ts';
import type { KeypointName, Side } from '../pose/keypoints.ts';
import type { CueId } from '../exercise/cues.ts';
import type { Reason } from '../exercise/events.ts';
import type { HintId } from '../calibration/hints.ts';
import type { JudgedPhase, Phase } from '../exercise/phase.ts';
import type { ShownCue } from '../feedback/cue-selection.ts';

/** How far the person goes at one end, beside the norm; all in the measure's unit. */
export interface ShownRange {
  readonly end: string;
  readonly side: Side | undefined;
  readonly measure: MeasureName;
  /** What practice showed. */
  readonly value: number;
  /** The standard error of `value`. */
  readonly error: number;
  /** What is asked for, before tolerance. */
  readonly target: number;
  /** What is usual; `undefined` where nothing is. */
  readonly norm: number | undefined;
}

/** What the screens show of a session; it changes a few times a second at the most. */
export interface Coaching {
  readonly phase: Phase;
  /** What the practice repetition has come to, while the phase is `practice`. */
  readonly practising: JudgedPhase | undefined;
  /** The one hint that helps most now, while setting up and in practice. */
  readonly hint: HintId | undefined;
  /** 3, 2, 1 before judging begins. */
  readonly countdown: number | undefined;
  /** What the targets are: usual ones, the person's own, or none: then only the time is kept and nothing is judged. */
  readonly targets: 'norm' | 'personal' | 'timed';
  /** While only the time is kept: the end that it leads to or back from, and on which side, where they are counted apart. */
  readonly towards?: { readonly end: string; readonly side: Side | undefined } | undefined;
  /** The person's own ranges, once practice has shown them. */
  readonly ranges: readonly ShownRange[];
  /** How often the targets are eased by a tenth: for pain, and after three attempts in a row that fell short. */
  readonly easeLevel: number;
  /** The set under way, or about to begin after its rest, from 1. */
  readonly set: number;
  readonly ofSets: number;
  /** Seconds that are left of the rest between two sets. */
  readonly restSeconds: number | undefined;
  /** Repetitions of this set. */
  readonly repetitions: number;
  readonly ofRepetitions: number;
  /** Attempts that were no repetition. */
  readonly attempts: number;
  /** Why the last attempt was no repetition; cleared by the next repetition. */
  readonly lastReason: Reason | undefined;
  readonly cue: ShownCue | undefined;
  /** What a rule of low confidence suspects: shown, never spoken. */
  readonly faultHint: CueId | undefined;
  /** The measures of this exercise that cannot be judged now, since the camera does not show what they need. */
  readonly notJudged: readonly MeasureName[];
  /** While paused, or while set-up waits for it: the keypoints that are missing. */
  readonly missing: readonly KeypointName[];
}
