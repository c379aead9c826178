import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { sumOf } from './tally.ts';

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

/** The closed attempts among events, in order. */
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

/** Whether a segment is a repetition that counted. */
export const isCounted = ({ reason }: Segment): boolean => reason === undefined;

/** The time that two spans share, ms; negative where there is time between them. */
const sharedBy = (one: Span, other: Span): number => Math.min(one.to, other.to) - Math.max(one.from, other.from);

/**
 * The index of the span, of several that do not overlap, that shares most time with a segment; `undefined` where more of
 * the segment is outside all of them.
 */
export const spanOf = (segment: Span, spans: readonly Span[]): number | undefined => {
  const shared = spans.map((span) => sharedBy(segment, span));
  const most = Math.max(...shared);
  const outside = segment.to - segment.from - sumOf(shared.map((ms) => Math.max(0, ms)));
  return most >= 0 && most >= outside ? shared.indexOf(most) : undefined;
};

/** For each span, the segments that share most of their time with it. */
export const segmentsBySpan = (
  segments: readonly Segment[],
  spans: readonly Span[],
): readonly (readonly Segment[])[] => {
  const places = segments.map((segment) => spanOf(segment, spans));
  return spans.map((_, index) => segments.filter((_segment, nth) => places[nth] === index));
};
