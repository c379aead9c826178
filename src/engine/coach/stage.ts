import type { ArmsWatch } from './lone-arm.ts';
import type { StillPeriod } from '../kinematics/still-period.ts';
import type { Orientation } from '../pose/orientation.ts';
import type { Readings } from '../kinematics/reading.ts';
import type { KeypointName, Side } from '../pose/keypoints.ts';
import type { Millis } from '../units.ts';
import type { PacedRep, Stopwatch } from './metronome.ts';
import type { Calibration, Filters } from '../calibration/calibration.ts';
import type { CueId } from '../exercise/cues.ts';
import type { FaultWatch } from '../feedback/fault-watch.ts';
import type { HintId } from '../exercise/hints.ts';
import type { Phase } from '../exercise/phase.ts';
import type { Standing } from '../rules/posture-check.ts';
import type { PracticeSample } from '../calibration/practice-range.ts';
import type { PersonalRange } from '../rules/personal-range.ts';
import type { RangeChoice } from '../rules/targets.ts';
import type { Ready } from '../repetition/ready.ts';
import type { OpenAttempt } from '../repetition/open-attempt.ts';

/** A calibrated user, with the filters of their measures and the last readings. */
export interface Calibrated {
  readonly calibration: Calibration;
  readonly filters: Filters;
  readonly readings: Readings;
  /** Since when a primary measure has not been seen. */
  readonly lostSince: Millis | undefined;
}

/** The user is not yet framed as the view requires. */
export interface CheckingFraming {
  readonly is: 'looking';
  readonly range: RangeChoice;
  /** Whether no one is in view. */
  readonly isEmpty: boolean;
  readonly framedSince: Millis | undefined;
  /** The required keypoints that are not seen, since when, and whether that was reported. */
  readonly missing: readonly KeypointName[];
  readonly blindSince: Millis | undefined;
  readonly isBlindSaid: boolean;
  /** Whether a session that was paused for that resumes once the user is seen. */
  readonly isPaused: boolean;
}

/** The still period is being collected. */
export interface TakingNeutral {
  readonly is: 'neutral';
  readonly range: RangeChoice;
  readonly orientation: Orientation;
  readonly stillPeriod: StillPeriod;
  readonly misframedSince: Millis | undefined;
}

/** Waits for the start posture, then for its hold. */
export interface TakingStart extends Calibrated {
  readonly is: 'start';
  readonly range: RangeChoice;
  readonly thresholdState: Standing;
  readonly since: Millis | undefined;
  readonly leftSince: Millis | undefined;
  /** The readings when the posture was taken, then their running mean while it is held. */
  readonly rest: Readings;
  readonly frames: number;
}

/** One easy repetition shows the user's own range. */
export interface Practising extends Calibrated {
  readonly is: 'practice';
  readonly attempt: Ready | OpenAttempt;
  /** Since when no attempt has opened. */
  readonly waitingSince: Millis;
  /** The frames of the current repetition. */
  readonly samples: readonly PracticeSample[];
  /** The ranges of the sides that are done. */
  readonly shown: readonly PersonalRange[];
  /** The sides of the practice repetitions that were not as asked. */
  readonly failed: readonly (Side | undefined)[];
  /** Why the last repetition must be repeated. */
  readonly problem: HintId | undefined;
  /** Whether one arm moved alone. */
  readonly arms: ArmsWatch;
}

/** The countdown before judging begins, or resumes after a pause. */
export interface Counting extends Calibrated {
  readonly is: 'countdown';
  readonly since: Millis;
  readonly rest: Readings;
  readonly resumes: boolean;
}

/** Repetitions are judged. */
export interface Training extends Calibrated {
  readonly is: 'training';
  readonly attempt: Ready | OpenAttempt;
  readonly faults: FaultWatch;
  /** The cues whose faults were noticed since the last attempt closed. */
  readonly flaws: ReadonlySet<CueId>;
}

/** Repetitions are timed, not judged; faults that are seen still get cues. */
export interface Timing extends Calibrated {
  readonly is: 'timing';
  readonly pacedRep: PacedRep;
  readonly rest: Readings;
  readonly faults: FaultWatch;
}

/** The countdown for a user who need not be seen. */
export interface CountingIn {
  readonly is: 'counting-in';
  readonly watch: Stopwatch;
}

/** Set-up before practice or the countdown. */
export type SettingUp = CheckingFraming | TakingNeutral | TakingStart;

/** Repetitions are timed for a user who need not be seen. */
export interface Pacing {
  readonly is: 'pacing';
  readonly pacedRep: PacedRep;
  /** Set-up goes on meanwhile where the exercise began by time; judging begins once it is done. */
  readonly behind?: SettingUp | undefined;
}

/** The rest between two sets, for a user who is judged, or timed in sight, afterwards. */
export interface Resting extends Calibrated {
  readonly is: 'resting';
  readonly watch: Stopwatch;
  readonly ofMs: Millis;
  readonly rest: Readings;
}

/** The rest between two sets, for a user who need not be seen. */
export interface RestingUnseen {
  readonly is: 'resting-unseen';
  readonly watch: Stopwatch;
  readonly ofMs: Millis;
  /** Set-up goes on after the rest where the exercise began by time. */
  readonly behind?: SettingUp | undefined;
}

/** The body is not seen; judging waits. */
export interface Paused extends Calibrated {
  readonly is: 'paused';
  readonly since: Millis;
  /** Since when the body has been out of sight. */
  readonly unseenSince: Millis;
  readonly rest: Readings;
  readonly seenSince: Millis | undefined;
}

/** The prescribed repetitions are done. */
export interface Ended {
  readonly is: 'ended';
}

/** The stage of a session, with its data. */
export type Stage =
  | CheckingFraming
  | TakingNeutral
  | TakingStart
  | Practising
  | Counting
  | CountingIn
  | Training
  | Timing
  | Pacing
  | Resting
  | RestingUnseen
  | Paused
  | Ended;

/** The phase of a stage, as events and screens name it. */
export const phaseOf = (stage: Stage): Phase => {
  if (stage.is === 'timing' || stage.is === 'pacing') return stage.pacedRep.doing;
  if (stage.is === 'counting-in') return 'countdown';
  if (stage.is === 'resting-unseen') return 'resting';
  if (stage.is !== 'training') return stage.is;
  return stage.attempt.is === 'ready' ? 'ready' : stage.attempt.phase;
};
