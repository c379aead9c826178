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

type Closing = Extract<CoachingEvent, { type: 'rep-completed' | 'rep-attempted' }>;

/**
 * How long the strokes of a repetition took, ms. The first repetition of a user who began during set-up is reported as
 * opened when it closes, so this tells more of when it began.
 */
const strokeTimeOf = (event: Closing): number =>
  event.type === 'rep-completed' ? sumOf(event.strokes.flatMap(({ out, back }) => [out ?? 0, back ?? 0])) : 0;

/** The closed attempts among events, in order. */
export const segmentsIn = (events: readonly CoachingEvent[]): readonly Segment[] => {
  const segments: Segment[] = [];
  let openedAt: number | undefined;
  for (const event of events) {
    if (event.type === 'attempt-opened') openedAt = event.at;
    if (event.type !== 'rep-completed' && event.type !== 'rep-attempted') continue;
    segments.push({
      from: Math.min(openedAt ?? event.at, event.at - strokeTimeOf(event)),
      to: event.at,
      reason: event.type === 'rep-completed' ? undefined : event.reason.kind,
      isFull: event.type === 'rep-completed' ? event.full : undefined,
    });
    openedAt = undefined;
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
