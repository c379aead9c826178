import type { Urgency } from '../../engine/exercise/cues.ts';
import type { CoachingEvent } from '../../engine/exercise/events.ts';

/*
 * Praise must be true: it is for a repetition without a fault, or without a fault that was corrected before. The first
 * three good repetitions are praised, later ones only if something improved: in a shoulder-flexion task faded feedback
 * reduced errors, and feedback on every trial did not (Aoyagi 2019).
 */

/** The number of good repetitions that are praised before praise fades; design choice. */
const praisedRepetitions = 3;

/** What can be praised about a repetition. */
export type Praise = 'good' | 'better';

/** The quality of the current repetition, and the corrections of earlier ones. */
export interface RepQuality {
  readonly repetitions: number;
  readonly isMoving: boolean;
  /** The faults that are noticed now. */
  readonly faults: ReadonlySet<string>;
  readonly isFlawed: boolean;
  /** Whether this repetition was corrected, and whether an earlier one was since the last good one. */
  readonly isCorrected: boolean;
  readonly wasCorrected: boolean;
  /** Whether it counted; faults of its tempo are noticed a moment later. */
  readonly isCounted: boolean;
}

/** The quality before the first repetition. */
export const noRepQuality: RepQuality = {
  repetitions: 0,
  isMoving: false,
  faults: new Set(),
  isFlawed: false,
  isCorrected: false,
  wasCorrected: false,
  isCounted: false,
};

const corrections: ReadonlySet<Urgency> = new Set<Urgency>([
  'safety',
  'wrong-movement',
  'range',
  'compensation',
  'tempo',
]);

/** Updates the quality by an event; returns the praise at the end of a repetition, if there is any. */
export const weigh = (before: RepQuality, event: CoachingEvent): readonly [RepQuality, Praise | undefined] =>
  event.type === 'phase-changed' && event.to === 'ready' ? over(before) : [weighed(before, event), undefined];

const weighed = (before: RepQuality, event: CoachingEvent): RepQuality => {
  const { type } = event;
  if (type === 'fault-noticed') return { ...before, faults: new Set([...before.faults, event.fault]), isFlawed: true };
  if (type === 'fault-cleared')
    return { ...before, faults: new Set([...before.faults].filter((id) => id !== event.fault)) };
  // At rest, a cue concerns the repetition before.
  if (type === 'cue-given' && corrections.has(event.urgency))
    return before.isMoving ? { ...before, isCorrected: true } : { ...before, wasCorrected: true };
  if (type === 'rep-completed') return { ...before, repetitions: before.repetitions + 1, isCounted: true };
  if (type === 'phase-changed' && event.to === 'working') return begun(before);
  // Faults are not watched while the user is out of sight.
  return type === 'armed' || type === 'not-seen' ? { ...before, faults: new Set() } : before;
};

/** A fault that was noticed at rest and has cleared does not belong to the repetition. */
const begun = (before: RepQuality): RepQuality => ({
  ...before,
  isMoving: true,
  isFlawed: (before.isMoving && before.isFlawed) || before.faults.size > 0,
});

const over = (before: RepQuality): readonly [RepQuality, Praise | undefined] => {
  const { isCounted, isFlawed, faults, isCorrected, wasCorrected, repetitions } = before;
  const isGood = isCounted && !isFlawed && faults.size === 0 && !isCorrected;
  const after: RepQuality = {
    ...before,
    isMoving: false,
    isFlawed: false,
    isCorrected: false,
    isCounted: false,
    wasCorrected: !isGood && (wasCorrected || isCorrected),
  };
  if (!isGood) return [after, undefined];
  if (wasCorrected) return [after, 'better'];
  return [after, repetitions <= praisedRepetitions ? 'good' : undefined];
};
