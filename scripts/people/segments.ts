import type { CoachingEvent } from '../../src/engine/exercise/events.ts';

/** A stretch of time, ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A closed attempt: from when it opened to its verdict, ms. */
export interface Segment extends Span {
  /** Why it did not count; `undefined` where it is a repetition. */
  readonly reason: string | undefined;
  /** Whether a repetition came to its full height; `undefined` where the engine does not grade it. */
  readonly isFull: boolean | undefined;
}

const gradeOf = (event: object): boolean | undefined =>
  'full' in event && typeof event.full === 'boolean' ? event.full : undefined;

/** The attempts among events, in the order in which they closed. */
export const segmentsIn = (events: readonly CoachingEvent[]): readonly Segment[] => {
  const segments: Segment[] = [];
  let from: number | undefined;
  for (const event of events) {
    if (event.type === 'attempt-opened') from = event.at;
    if (event.type !== 'rep-completed' && event.type !== 'rep-attempted') continue;
    const isCounted = event.type === 'rep-completed';
    segments.push({
      from: from ?? event.at,
      to: event.at,
      reason: isCounted ? undefined : event.reason.kind,
      isFull: isCounted ? gradeOf(event) : undefined,
    });
    from = undefined;
  }
  return segments;
};

const overlapOf = (one: Span, other: Span): number => Math.min(one.to, other.to) - Math.max(one.from, other.from);

/** The index of the span that shares most of its time with a segment; `undefined` where none does. */
export const spanOf = (segment: Span, spans: readonly Span[]): number | undefined => {
  let [best, most]: [number | undefined, number] = [undefined, -1];
  for (const [index, span] of spans.entries()) {
    const overlap = overlapOf(segment, span);
    if (overlap >= 0 && overlap > most) [best, most] = [index, overlap];
  }
  return best;
};

/** For each span, the segments that share most of their time with it. */
export const segmentsBySpan = (segments: readonly Segment[], spans: readonly Span[]): readonly (readonly Segment[])[] =>
  spans.map((_, index) => segments.filter((segment) => spanOf(segment, spans) === index));
