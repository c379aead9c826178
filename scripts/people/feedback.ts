import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { viewFaults } from '../../src/engine/exercise/view-faults.ts';
import type { View } from '../../src/engine/pose/view.ts';
import { tallied, tallyOf, type Tally } from './tally.ts';

/** What the coach said and noticed in a stretch of time; hints have low confidence and are shown, never spoken. */
export interface Feedback {
  /** The spoken cues, by cue and reason, less those about tempo. */
  readonly cues: Tally;
  /** The spoken cues about tempo, by cue and fault. */
  readonly tempo: Tally;
  /** The faults noticed, by id, less the hints. */
  readonly faults: Tally;
  readonly hints: Tally;
}

type EventOf<T extends CoachingEvent['type']> = Extract<CoachingEvent, { type: T }>;

const inWords = ({ cue, reason }: EventOf<'cue-given'>): string => {
  switch (reason.kind) {
    case 'fault':
    case 'tempo':
      return `${cue} (${reason.fault})`;
    case 'attempt':
      return `${cue} (attempt: ${reason.reason})`;
    case 'stopped':
      return `${cue} (stopped on the way ${reason.on})`;
    case 'unknown':
      return cue;
  }
};

/** The feedback among events. A cue that is given is spoken; a hint has no event but that of its fault. */
export const feedbackIn = (events: readonly CoachingEvent[], exercise: Exercise, view: View): Feedback => {
  const given = events.filter((event): event is EventOf<'cue-given'> => event.type === 'cue-given');
  const noticed = events.filter((event): event is EventOf<'fault-noticed'> => event.type === 'fault-noticed');
  const rules = [...viewFaults[view], ...(exercise.views[view]?.faults ?? [])];
  const isHint = ({ fault }: EventOf<'fault-noticed'>): boolean =>
    rules.some(({ id, confidence }) => id === fault && confidence === 'low');
  const isTempo = ({ reason }: EventOf<'cue-given'>): boolean => reason.kind === 'tempo';
  const faults = (some: readonly EventOf<'fault-noticed'>[]): Tally => tallyOf(some.map(({ fault }) => fault));
  return {
    cues: tallyOf(given.filter((one) => !isTempo(one)).map(inWords)),
    tempo: tallyOf(given.filter(isTempo).map(inWords)),
    faults: faults(noticed.filter((one) => !isHint(one))),
    hints: faults(noticed.filter(isHint)),
  };
};

/** The feedback of several stretches of time together. */
export const feedbackOf = (feedbacks: readonly Feedback[]): Feedback => ({
  cues: tallied(feedbacks.map(({ cues }) => cues)),
  tempo: tallied(feedbacks.map(({ tempo }) => tempo)),
  faults: tallied(feedbacks.map(({ faults }) => faults)),
  hints: tallied(feedbacks.map(({ hints }) => hints)),
});
