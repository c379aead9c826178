import type { Urgency } from '../../engine/exercise/cues.ts';
import type { CoachingEvent } from '../../engine/exercise/events.ts';

/*
 * Praise only where it is true: a repetition without a fault, or without what was corrected before. The first three that are good
 * hear it, later ones only when something got better: in a shoulder-flexion task faded feedback reduced errors, and feedback on
 * every trial did not (Aoyagi 2019).
 */

/** How many good repetitions are praised before praise fades: a design choice. */
const praisedRepetitions = 3;

/** What can truly be praised about a repetition. */
export type Praise = 'good' | 'better';

/** How the repetition under way goes, and what was said about those before. */
export interface RepQuality {
  readonly repetitions: number;
  readonly isMoving: boolean;
  /** The faults that are noticed now. */
  readonly faults: ReadonlySet<string>;
  readonly isFlawed: boolean;
  /** Whether this repetition was corrected, and an earlier one since the last that was good. */
  readonly isCorrected: boolean;
  readonly wasCorrected: boolean;
  /** Whether it counted; what is amiss with its tempo is noticed a moment later. */
  readonly isCounted: boolean;
}

/** Nothing done yet. */
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

/** Follows an event, and says what can be praised once a repetition is over. */
export const weigh = (before: RepQuality, event: CoachingEvent): readonly [RepQuality, Praise | undefined] =>
  event.type === 'phase-changed' && event.to === 'ready' ? over(before) : [weighed(before, event), undefined];

const weighed = (before: RepQuality, event: CoachingEvent): RepQuality => {
  const { type } = event;
  if (type === 'fault-noticed') return { ...before, faults: new Set([...before.faults, event.fault]), isFlawed: true };
  if (type === 'fault-cleared')
    return { ...before, faults: new Set([...before.faults].filter((id) => id !== event.fault)) };
  // At rest a cue is about what is over.
  if (type === 'cue-given' && corrections.has(event.urgency))
    return before.isMoving ? { ...before, isCorrected: true } : { ...before, wasCorrected: true };
  if (type === 'rep-completed') return { ...before, repetitions: before.repetitions + 1, isCounted: true };
  if (type === 'phase-changed' && event.to === 'working') return begun(before);
  // Whoever is out of sight is no longer watched for faults.
  return type === 'armed' || type === 'not-seen' ? { ...before, faults: new Set() } : before;
};

/** What was noticed at rest and is gone does not belong to the repetition. */
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
