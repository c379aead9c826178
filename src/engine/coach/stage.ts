import type { StillPeriod } from '../kinematics/still-period.ts';
import type { Orientation } from '../pose/orientation.ts';
import type { Readings } from '../kinematics/reading.ts';
import type { KeypointName } from '../pose/keypoints.ts';
import type { Millis } from '../units.ts';
import type { PacedRep, Stopwatch } from './metronome.ts';
import type { Calibration, Filters } from '../calibration/calibration.ts';
import type { CueId } from '../exercise/cues.ts';
import type { FaultWatch } from '../feedback/fault-watch.ts';
import type { HintId } from '../calibration/hints.ts';
import type { Phase } from '../exercise/phase.ts';
import type { Standing } from '../rules/posture-check.ts';
import type { PracticeSample } from '../calibration/practice-range.ts';
import type { PersonalRange } from '../rules/personal-range.ts';
import type { RangeChoice } from '../rules/targets.ts';
import type { Ready } from '../repetition/ready.ts';
import type { OpenAttempt } from '../repetition/open-attempt.ts';

/** Somebody whose bearings are known, with the filters of their measures and what they read last. */
export interface Calibrated {
  readonly calibration: Calibration;
  readonly filters: Filters;
  readonly readings: Readings;
  /** Since when the leading measure has not been seen. */
  readonly lostSince: Millis | undefined;
}

/** The person is not yet framed as the view asks. */
export interface CheckingFraming {
  readonly is: 'looking';
  readonly range: RangeChoice;
  readonly framedSince: Millis | undefined;
  /** What must be seen and is not, since when, and whether it was said. */
  readonly missing: readonly KeypointName[];
  readonly blindSince: Millis | undefined;
  readonly isBlindSaid: boolean;
  /** Whether a session that was paused for that goes on once the person is seen. */
  readonly isPaused: boolean;
}

/** Calm seconds at rest. */
export interface TakingNeutral {
  readonly is: 'neutral';
  readonly range: RangeChoice;
  readonly orientation: Orientation;
  readonly stillPeriod: StillPeriod;
  readonly amissSince: Millis | undefined;
}

/** The start posture is awaited, then held. */
export interface TakingStart extends Calibrated {
  readonly is: 'start';
  readonly range: RangeChoice;
  readonly thresholdState: Standing;
  readonly since: Millis | undefined;
  readonly leftSince: Millis | undefined;
  /** What was read when the posture was taken, then the running mean while it is held. */
  readonly rest: Readings;
  readonly frames: number;
}

/** One easy repetition shows the person's own range. */
export interface Practising extends Calibrated {
  readonly is: 'practice';
  readonly attempt: Ready | OpenAttempt;
  /** Since when nothing has begun. */
  readonly waitingSince: Millis;
  /** The frames of the repetition under way. */
  readonly samples: readonly PracticeSample[];
  /** The ranges of the sides that were shown already. */
  readonly shown: readonly PersonalRange[];
  /** How often practice fell short in a row. */
  readonly failedInARow: number;
  /** Why the last one has to be repeated. */
  readonly problem: HintId | undefined;
}

/** 3-2-1 before judging begins, or goes on after a pause. */
export interface Counting extends Calibrated {
  readonly is: 'countdown';
  readonly since: Millis;
  readonly rest: Readings;
  readonly resumes: boolean;
}

/** Judging. */
export interface Training extends Calibrated {
  readonly is: 'training';
  readonly attempt: Ready | OpenAttempt;
  readonly faults: FaultWatch;
  /** The cues whose faults were noticed since the last attempt closed. */
  readonly flaws: ReadonlySet<CueId>;
}

/** Nothing is judged; the time of each repetition is kept, and faults that are seen are told. */
export interface Timing extends Calibrated {
  readonly is: 'timing';
  readonly pacedRep: PacedRep;
  readonly rest: Readings;
  readonly faults: FaultWatch;
}

/** 3-2-1 for somebody who need not be seen. */
export interface CountingIn {
  readonly is: 'counting-in';
  readonly watch: Stopwatch;
}

/** The time of each repetition is kept for somebody who need not be seen. */
export interface Pacing {
  readonly is: 'pacing';
  readonly pacedRep: PacedRep;
}

/** Between two sets, for somebody who is judged again afterwards, or timed. */
export interface Resting extends Calibrated {
  readonly is: 'resting';
  readonly watch: Stopwatch;
  readonly ofMs: Millis;
  readonly rest: Readings;
}

/** Between two sets, for somebody who need not be seen. */
export interface RestingUnseen {
  readonly is: 'resting-unseen';
  readonly watch: Stopwatch;
  readonly ofMs: Millis;
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

/** Where a session stands, with what belongs to it. */
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
