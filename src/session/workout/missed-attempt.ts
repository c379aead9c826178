import type { CoachState } from '../../engine/coach/coach.ts';
import type { CoachingEvent, Reason } from '../../engine/exercise/events.ts';
import type { MeasureName } from '../../engine/kinematics/measures.ts';
import type { Side } from '../../engine/pose/keypoints.ts';
import { endOf, forgivenLoss, type OpenAttempt } from '../../engine/repetition/open-attempt.ts';
import { briefUnseen, forgivenUnseen, isFar } from '../../engine/repetition/verdict.ts';
import { keyOf, type SidedThreshold } from '../../engine/rules/posture-check.ts';
import { primaryValue } from '../../engine/rules/primary-measure.ts';

/** How far an attempt went at the endpoint that it failed; all in the unit of the measure. */
export interface FailedEnd {
  /** The endpoint's name. */
  readonly end: string;
  readonly measure: MeasureName;
  readonly is: 'above' | 'below';
  /** The reading at rest that distances count from; `undefined` if it was not seen. */
  readonly rest: number | undefined;
  /** The furthest reading. */
  readonly furthest: number;
  /** The reading from which it counts. */
  readonly counted: number;
  readonly goal: number;
  readonly tolerance: number;
  /** The readings from which a hold is timed, and beyond which it stops; `undefined` where nothing is held. */
  readonly hold: { readonly enter: number; readonly leave: number } | undefined;
}

/** A required posture that an attempt lost: its bound, and the reading when the attempt was closed. */
export interface LostPosture {
  readonly measure: MeasureName;
  readonly side: Side | undefined;
  readonly is: 'above' | 'below';
  readonly enter: number;
  readonly leave: number;
  /** `undefined` if it was not seen. */
  readonly read: number | undefined;
}

/** An attempt that was no repetition, and the numbers that decided so. */
export interface MissedAttempt {
  /** When it was decided, ms since the first frame. */
  readonly at: number;
  readonly side: Side | undefined;
  readonly reason: Reason;
  /** When it left rest, ms since the first frame; `undefined` if that is not known. */
  readonly from: number | undefined;
  readonly end: FailedEnd | undefined;
  readonly lost: readonly LostPosture[];
  /** Whether the movement was so far from the exercise's own that it gets no cue. */
  readonly isFar: boolean;
}

/** What is let off: how long the required posture may be lost, and how long the movement may be unseen, ms. */
export const letOff = { lossMs: forgivenLoss, unseenMs: forgivenUnseen, unseenShortMs: briefUnseen } as const;

const failedEnd = (attempt: OpenAttempt, reason: Reason): FailedEnd => {
  const end = endOf(attempt);
  const rest = primaryValue(end, attempt.rest);
  const [target] = end.target;
  const counted = end.floor ?? target?.enter ?? end.goal;
  // What the verdict names is what decided; the peak is that of the frame before.
  const furthest =
    reason.kind === 'range' && reason.measure === end.measure
      ? counted - end.direction * reason.shortBy
      : (rest ?? 0) + end.direction * attempt.peak.progress;
  return {
    end: end.name,
    measure: end.measure,
    is: end.direction === 1 ? 'above' : 'below',
    rest,
    furthest,
    counted,
    goal: end.goal,
    tolerance: end.tolerance,
    hold: end.isHeld && target ? { enter: target.enter, leave: target.leave } : undefined,
  };
};

/**
 * The attempt that an event reports as no repetition, with the numbers that decided; `before` is the state of the engine
 * before the frame. `undefined` for every other event.
 */
export const missedAttempt = (before: CoachState | undefined, event: CoachingEvent): MissedAttempt | undefined => {
  if (event.type !== 'rep-attempted') return undefined;
  const { at, side, reason } = event;
  const stage = before?.stage;
  const attempt = stage?.is === 'training' && stage.attempt.is === 'open' ? stage.attempt : undefined;
  if (stage?.is !== 'training' || !attempt)
    return { at, side, reason, from: undefined, end: undefined, lost: [], isFar: false };
  const isLost = ({ measure }: SidedThreshold): boolean => reason.kind === 'posture' && measure === reason.measure;
  const lost = stage.calibration.rulebook.requires.filter(isLost).map((threshold): LostPosture => {
    const reading = stage.readings.get(keyOf(threshold));
    const { measure, side: of, is, enter, leave } = threshold;
    return { measure, side: of, is, enter, leave, read: reading?.seen ? reading.value : undefined };
  });
  const end = reason.kind === 'dose' ? undefined : failedEnd(attempt, reason);
  return { at, side, reason, from: attempt.opened.at, end, lost, isFar: isFar(attempt) };
};
