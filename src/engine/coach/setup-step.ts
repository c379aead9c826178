import type { Readings } from '../kinematics/reading.ts';
import type { Millis } from '../units.ts';
import { startAt } from './metronome.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import type { HintId } from '../exercise/hints.ts';
import type { Counting, CountingIn, Calibrated, CheckingFraming, Stage } from './stage.ts';
import type { RangeChoice } from '../rules/targets.ts';

/** One step of a stage: the next stage, the set-up hint, the progress (0-1), and the events. */
export interface SetUpStep {
  readonly stage: Stage;
  readonly hint: HintId | undefined;
  readonly progress: number;
  readonly events: readonly UntimedEvent[];
}

/** The duration of the countdown, ms. */
export const countdownFor = 3000;

/** Builds a step. */
export const step = (stage: Stage, hint?: HintId, progress = 0, events: readonly UntimedEvent[] = []): SetUpStep => ({
  stage,
  hint,
  progress: Math.min(1, Math.max(0, progress)),
  events,
});

/** The framing check at its start. */
export const checkingFraming = (range: RangeChoice): CheckingFraming => ({
  is: 'looking',
  range,
  isEmpty: false,
  framedSince: undefined,
  missing: [],
  blindSince: undefined,
  isBlindSaid: false,
  isPaused: false,
});

/** Checks the framing again; if the user was already reported as not seen, that remains so until they are seen. */
export const lookingAgain = (stage: Stage, range: RangeChoice): CheckingFraming => {
  const looking = checkingFraming(range);
  if (stage.is === 'paused') return { ...looking, blindSince: stage.unseenSince, isBlindSaid: true, isPaused: true };
  if (stage.is !== 'looking') return looking;
  const { missing, blindSince, isBlindSaid, isPaused } = stage;
  return { ...looking, missing, blindSince, isBlindSaid, isPaused };
};

/** The start of a countdown for a user who need not be seen. */
export const countingInAt = (at: Millis): CountingIn => ({ is: 'counting-in', watch: startAt(at) });

/** The start of a countdown for a calibrated user. */
export const countingFrom = (
  { calibration, filters, readings, lostSince }: Calibrated,
  rest: Readings,
  at: Millis,
  resumes: boolean,
): Counting => ({ is: 'countdown', calibration, filters, readings, lostSince, since: at, rest, resumes });
