import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { viewFaults } from '../../src/engine/exercise/view-faults.ts';
import type { View } from '../../src/engine/pose/view.ts';

/** How often each of several things occurred, by its name. */
export type Tally = Readonly<Record<string, number>>;

/** Counts names. */
export const tallyOf = (names: readonly string[]): Tally => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
};

/** The sum of several tallies, the most frequent first. */
export const tallied = (tallies: readonly Tally[]): Tally => {
  const sums = new Map<string, number>();
  for (const tally of tallies)
    for (const [name, count] of Object.entries(tally)) sums.set(name, (sums.get(name) ?? 0) + count);
  return Object.fromEntries([...sums].toSorted(([, one], [, other]) => other - one));
};

/** The sum of a tally's counts. */
export const totalOf = (tally: Tally): number => Object.values(tally).reduce((sum, count) => sum + count, 0);

/** What the coach said and noticed in a stretch of time. */
export interface Feedback {
  /** The spoken cues about tempo, by cue and reason. */
  readonly tempo: Tally;
  /** All other spoken cues, by cue and reason. */
  readonly cues: Tally;
  /** The faults noticed, by id; those of low confidence are only shown. */
  readonly faults: Tally;
  readonly hints: Tally;
}

type EventOf<T extends CoachingEvent['type']> = Extract<CoachingEvent, { type: T }>;

const reasonOf = ({ cue, reason }: EventOf<'cue-given'>): string => {
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

/** The feedback among events: a hint of low confidence is an event of its fault and never a spoken cue. */
export const feedbackIn = (events: readonly CoachingEvent[], exercise: Exercise, view: View): Feedback => {
  const given = events.filter((event): event is EventOf<'cue-given'> => event.type === 'cue-given');
  const noticed = events.filter((event): event is EventOf<'fault-noticed'> => event.type === 'fault-noticed');
  const rules = [...viewFaults[view], ...(exercise.views[view]?.faults ?? [])];
  const isHint = ({ fault }: EventOf<'fault-noticed'>): boolean =>
    rules.some(({ id, confidence }) => id === fault && confidence === 'low');
  return {
    tempo: tallyOf(given.filter(({ reason }) => reason.kind === 'tempo').map(reasonOf)),
    cues: tallyOf(given.filter(({ reason }) => reason.kind !== 'tempo').map(reasonOf)),
    faults: tallyOf(noticed.filter((one) => !isHint(one)).map(({ fault }) => fault)),
    hints: tallyOf(noticed.filter(isHint).map(({ fault }) => fault)),
  };
};
