import type { CoachingEvent } from '../../src/engine/exercise/events.ts';

/** A time in a film, such as "0:05.2". */
export const moment = (ms: number): string => {
  const tenths = Math.round(ms / 100);
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  return `${minutes}:${(rest / 10).toFixed(1).padStart(4, '0')}`;
};

/** The events of one type. */
export const ofType = <T extends CoachingEvent['type']>(
  events: readonly CoachingEvent[],
  type: T,
): readonly (CoachingEvent & { type: T })[] =>
  events.filter((event): event is CoachingEvent & { type: T } => event.type === type);
