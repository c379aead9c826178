import type { CoachingEvent } from '../engine/coaching/events.ts';
import type { End } from '../engine/coaching/exercise.ts';
import type { Side } from '../engine/pose/keypoints.ts';
import type { Trace } from './traces.ts';

/** How far a leading measure had come towards its end, in its unit: larger is further. Unseen where it is `undefined`. */
export interface LeadPoint {
  readonly at: number;
  readonly progress: number | undefined;
}

/** How the measure that leads an end went on a side; of two sides the one that has come less far, as the engine takes it. */
export const leadIn = (
  traces: readonly Trace[],
  { target }: Pick<End, 'target'>,
  side: Side | undefined,
): readonly LeadPoint[] => {
  const direction = target.is === 'above' ? 1 : -1;
  const led = traces.filter(
    (trace) =>
      trace.measure === target.measure && (side === undefined || trace.side === undefined || trace.side === side),
  );
  const [first, ...others] = led.map(({ points }) => new Map(points));
  return [...(first ?? [])].map(([at, value]) => {
    const values = [value, ...others.map((other) => other.get(at) ?? null)];
    const seen = values.flatMap((one) => (one === null ? [] : [direction * one]));
    return { at, progress: seen.length < values.length ? undefined : Math.min(...seen) };
  });
};

/** What a lead read in the start posture that was held last in these events; `undefined` where none was, or it was not seen. */
export const restIn = (lead: readonly LeadPoint[], events: readonly CoachingEvent[]): number | undefined => {
  // After a practice the person may still be on the way back when judging is armed.
  const heldUntil = events.findLast((event) => event.type === 'phase-changed' && event.from === 'start')?.at;
  if (heldUntil === undefined) return undefined;
  return lead.findLast(({ at, progress }) => at <= heldUntil && progress !== undefined)?.progress;
};
