import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { judgedPhases, type Phase } from '../../src/engine/exercise/phase.ts';

/** When judging was armed, ms; `undefined` where it never was. A session that only keeps the time is not armed. */
export const armedAtIn = (events: readonly CoachingEvent[]): number | undefined =>
  events.find((event) => event.type === 'armed' && event.range !== 'timed')?.at;

const isJudged = (phase: Phase): boolean => judgedPhases.some((one) => one === phase);

/** When the movement is first judged, ms: after the countdown; infinite where it never is. */
export const judgedFrom = (events: readonly CoachingEvent[]): number => {
  const armedAt = armedAtIn(events) ?? Infinity;
  return (
    events.find((event) => event.at >= armedAt && event.type === 'phase-changed' && isJudged(event.to))?.at ?? armedAt
  );
};
