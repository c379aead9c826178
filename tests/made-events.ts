import type { CoachingEvent, UntimedEvent } from '../src/engine/exercise/events.ts';
import { cueUrgency, type CueId } from '../src/engine/exercise/cues.ts';

/** The untimed event of one type. */
type Of<T extends CoachingEvent['type']> = Extract<UntimedEvent, { type: T }>;

/** A cue caused by a fault, unless `more` changes it. */
export const cueGiven = (cue: CueId, more: Partial<Of<'cue-given'>> = {}): Of<'cue-given'> => ({
  type: 'cue-given',
  cue,
  urgency: cueUrgency[cue],
  reason: { kind: 'fault', fault: 'any' },
  ...more,
});

/** A repetition that counted. */
export const repCompleted = (number: number, more: Partial<Of<'rep-completed'>> = {}): Of<'rep-completed'> => ({
  type: 'rep-completed',
  number,
  peak: 1,
  goals: [],
  strokes: [],
  ...more,
});

/** An attempt that did not count. */
export const repAttempted = (reason: Of<'rep-attempted'>['reason']): Of<'rep-attempted'> => ({
  type: 'rep-attempted',
  reason,
  goals: [],
});

/** The start of judging, by the norm. */
export const armedByNorm = (more: Partial<Of<'armed'>> = {}): Of<'armed'> => ({
  type: 'armed',
  range: 'norm',
  goals: [],
  ...more,
});
