import type { MeasureName } from '../kinematics/measures.ts';
import type { KeypointName, Side } from '../pose/keypoints.ts';
import type { CueId } from '../exercise/cues.ts';
import type { Reason } from '../exercise/events.ts';
import type { HintId } from '../exercise/hints.ts';
import { judgedPhases, type JudgedPhase, type Phase } from '../exercise/phase.ts';
import type { OwnCount } from '../feedback/counts.ts';
import type { ShownCue } from '../feedback/cue-selection.ts';

/** The user's range at one endpoint, beside the norm; all in the measure's unit. */
export interface ShownRange {
  readonly end: string;
  readonly side: Side | undefined;
  readonly measure: MeasureName;
  /** The value that practice showed. */
  readonly value: number;
  /** The standard error of `value`. */
  readonly error: number;
  /** The goal, before tolerance. */
  readonly target: number;
  /** The usual value; `undefined` if there is none. */
  readonly norm: number | undefined;
}

/** What the screens show of a session; it changes at most a few times a second. */
export interface Coaching {
  readonly phase: Phase;
  /** The phase of the practice repetition, while the phase is `practice`. */
  readonly practising: JudgedPhase | undefined;
  /** The arm that moved alone in practice of an exercise of both arms; it may train alone. */
  readonly loneArm?: Side | undefined;
  /** Whether this arm has moved alone twice in a row, which accepts the offer. */
  readonly isLoneArmRepeated?: boolean;
  /** In side view, once set-up has found it: whether the user faces the picture's right (1) or its left (-1). */
  readonly faces?: 1 | -1 | undefined;
  /** The most useful hint, during set-up and practice; in a pause only what the camera needs. */
  readonly hint: HintId | undefined;
  /** 3, 2, 1 before judging begins. */
  readonly countdown: number | undefined;
  /**
   * The kind of targets: usual ones, the user's own, or none: then repetitions are only timed and nothing is judged.
   */
  readonly targets: 'norm' | 'personal' | 'timed';
  /**
   * While repetitions are only timed: the endpoint that this one leads to or back from, and the side, if the sides are
   * counted separately.
   */
  readonly towards?: { readonly end: string; readonly side: Side | undefined } | undefined;
  /** The user's own ranges, once practice has shown them. */
  readonly ranges: readonly ShownRange[];
  /** How many times the targets are eased by a tenth: for pain, and after three attempts in a row that fell short. */
  readonly easeLevel: number;
  /** The current set, or the one about to begin after its rest, from 1. */
  readonly set: number;
  readonly ofSets: number;
  /** Seconds left of the rest between two sets. */
  readonly restSeconds: number | undefined;
  /** Repetitions done in this set. */
  readonly repetitions: number;
  readonly ofRepetitions: number;
  /** How the user corrected the count; `undefined` while nothing is corrected. */
  readonly ownCount?: OwnCount | undefined;
  /** Attempts that were no repetition. */
  readonly attempts: number;
  /** Why the last attempt was no repetition; cleared by the next repetition. */
  readonly lastReason: Reason | undefined;
  readonly cue: ShownCue | undefined;
  /** The cue of a low-confidence fault that is noticed: shown, never spoken. */
  readonly faultHint: CueId | undefined;
  /** The measures of this exercise that cannot be judged now, because the keypoints that they need are not seen. */
  readonly notJudged: readonly MeasureName[];
  /** The missing keypoints, while paused or while set-up waits for them. */
  readonly missing: readonly KeypointName[];
  /** Whether no detector reads the pictures any more, so that only the time is kept; left out if one does. */
  readonly isUnread?: boolean | undefined;
}

const correctable: ReadonlySet<Phase> = new Set<Phase>([...judgedPhases, 'paused', 'resting']);

/** Whether the count can be corrected: while repetitions are judged, also in a pause and in the rest between two sets. */
export const isCorrectable = ({ phase, targets }: Pick<Coaching, 'phase' | 'targets'>): boolean =>
  targets !== 'timed' && correctable.has(phase);
