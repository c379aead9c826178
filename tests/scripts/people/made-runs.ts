import type { CoachingEvent, UntimedEvent } from '../../../src/engine/exercise/events.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import type { Ran, Scored } from '../../../scripts/people/scored.ts';
import type { Truth } from '../../../scripts/people/truth.ts';
import { armedByNorm, repAttempted, repCompleted } from '../../made-events.ts';

/* Made-up runs: events at given times, ms, and what people saw. */

/** An event at a time, ms. */
export const at = (ms: number, event: UntimedEvent): CoachingEvent => ({ ...event, at: ms, exercise: 'cheer' });

/** Judging armed at a time, and begun three seconds later, ms. */
export const armed = (ms: number): readonly CoachingEvent[] => [
  at(ms, armedByNorm()),
  at(ms, { type: 'phase-changed', from: 'neutral', to: 'countdown' }),
  at(ms + 3000, { type: 'phase-changed', from: 'countdown', to: 'ready' }),
];

/** A repetition that counted, from when it opened to when it closed, ms. */
export const repetition = (from: number, to: number): readonly CoachingEvent[] => [
  at(from, { type: 'attempt-opened' }),
  at(to, repCompleted(1)),
];

/** An attempt that fell short, from when it opened to when it closed, ms. */
export const shortAttempt = (from: number, to: number): readonly CoachingEvent[] => [
  at(from, { type: 'attempt-opened' }),
  at(to, repAttempted({ kind: 'range', measure: 'armElevation', shortBy: 12 })),
];

/** A healthy person, who rests for eight seconds, did three repetitions of four seconds. */
export const threeRaises: Truth = {
  movement: 'both arms lifted',
  person: 'k01',
  group: 'healthy',
  view: 'front',
  calmUntil: 8000,
  counts: { cheer: 3 },
  repetitions: [
    [8000, 12_000],
    [12_000, 16_000],
    [16_000, 20_000],
  ],
};

const scored: Scored = {
  name: 'made/k01',
  set: 'made',
  half: 'odd',
  group: 'healthy',
  feed: 'plain',
  exercise: 'cheer',
};

/** A run with these events, by what people saw. */
export const ran = (truth: Truth, ...events: readonly (readonly CoachingEvent[])[]): Ran => ({
  scored,
  exercise: cheer,
  view: 'front',
  truth,
  judged: { events: events.flat(), traces: [], ranges: [], startsAt: 0, endsAt: 30_000 },
});
