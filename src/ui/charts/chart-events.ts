import type { CoachingEvent, JudgedGoal } from '../../engine/exercise/events.ts';
import type { Phase } from '../../engine/exercise/phase.ts';
import type { Side } from '../../engine/pose/keypoints.ts';
import type { SessionExport } from '../../session/record/export.ts';
import { goalsIn } from '../../session/record/goals.ts';
import type { Texts } from '../../texts/texts.ts';
import type { BandKind, ChartBand, ChartCue, ChartHold, ChartMark } from './chart-data.ts';

type EventOf<T extends CoachingEvent['type']> = Extract<CoachingEvent, { type: T }>;
type Closing = EventOf<'rep-completed' | 'rep-attempted'>;
type Trace = SessionExport['traces'][number];

/** The band of each phase; none between repetitions and at the end. */
const bandOf: Readonly<Record<Phase, BandKind | undefined>> = {
  looking: 'set-up',
  neutral: 'set-up',
  start: 'set-up',
  practice: 'set-up',
  countdown: 'set-up',
  ready: undefined,
  working: 'out',
  holding: 'hold',
  returning: 'back',
  resting: undefined,
  paused: 'paused',
  ended: undefined,
};

/** The interval of the session to draw: from the start posture, or else the first reading, to the last reading. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The phases of an interval, as bands. */
export const bandsIn = (events: readonly CoachingEvent[], { from, to }: Stretch): readonly ChartBand[] => {
  const changes = events.filter((event) => event.type === 'phase-changed');
  return changes.flatMap((change, index) => {
    const kind = bandOf[change.to];
    const band = { from: Math.max(from, change.at), to: Math.min(to, changes[index + 1]?.at ?? to) };
    return kind && band.to > band.from ? [{ kind, ...band }] : [];
  });
};

/** The value from which a target was met. */
export const metFrom = ({ is, value, tolerance }: Pick<JudgedGoal, 'is' | 'value' | 'tolerance'>): number =>
  is === 'above' ? value - tolerance : value + tolerance;

/** The value beyond which the user was to stay at an endpoint. */
const keptAt = (goals: readonly JudgedGoal[], { end, side }: EventOf<'hold-started'>): number | undefined => {
  const kept = goals.find((goal) => goal.end === end && (goal.side === undefined || goal.side === side));
  return kept && metFrom(kept);
};

/** Every hold, as the intervals in which its time counted. */
export const holdsIn = (record: SessionExport, texts: Texts): readonly ChartHold[] => {
  const holds: ChartHold[] = [];
  const goals = goalsIn(record.events);
  let begun: EventOf<'hold-started'> | undefined;
  let since: number | undefined;
  const close = (to: number, words: string): void => {
    const value = begun && keptAt(goals, begun);
    const last = holds.at(-1);
    if (since !== undefined) holds.push({ from: since, to, value, words });
    else if (last) holds.splice(-1, 1, { ...last, words });
    since = undefined;
  };
  for (const event of record.events) {
    if (event.type === 'hold-started') begun = event;
    if (event.type === 'hold-started' || event.type === 'hold-resumed') since = event.at;
    if (event.type === 'hold-paused') close(event.at, '');
    if (event.type === 'hold-ended') close(event.at, texts.app.seconds(event.heldMs));
  }
  return holds;
};

/** Whether the sides have their own targets or counts. */
export const areSidesApart = ({ events }: SessionExport): boolean => {
  const asked = goalsIn(events).map(({ side }) => side);
  const counted = events.flatMap((event) => (event.type === 'rep-completed' ? [event.side] : []));
  return new Set([...asked, ...counted]).size > 1;
};

/** Every repetition, and every attempt that did not count. */
export const marksIn = (record: SessionExport, texts: Texts): readonly ChartMark[] => {
  const { chart, repetition } = texts.app.summary;
  const isApart = areSidesApart(record);
  const closings = record.events.filter((event): event is Closing => /^rep-(completed|attempted)$/.test(event.type));
  return closings.map((closing) => {
    const opened = record.events.findLast(({ type, at }) => type === 'attempt-opened' && at <= closing.at);
    const times = { from: opened?.at ?? closing.at, to: closing.at };
    if (closing.type === 'rep-attempted')
      return { ...times, label: '', words: chart.notCountedFor(texts.reasonInWords(closing.reason)), isCounted: false };
    const side = isApart ? closing.side : undefined;
    const label = `${side ? chart.sideLetters[side] : ''}${closing.number}`;
    return { ...times, label, words: repetition(closing.number, side), isCounted: true };
  });
};

/** The label of a cue by its index: a, b, ... z, aa, ab, ... */
const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCodePoint(97 + (index % 26));

/** How old the last point of a line may be for a cue to use its value, ms. */
const nearby = 500;

const valueAt = (traces: readonly Trace[], side: Side | undefined, at: number): number | undefined => {
  const traced = traces.find((trace) => trace.side === side) ?? traces[0];
  return traced?.points.findLast((point) => point[0] <= at && at - point[0] <= nearby)?.[1] ?? undefined;
};

/** The cues of an interval, with the value of the measure at that time. */
export const cuesIn = (
  { events }: SessionExport,
  traces: readonly Trace[],
  { from }: Stretch,
  texts: Texts,
): readonly ChartCue[] =>
  events
    .filter((event) => event.type === 'cue-given' && event.at >= from)
    .flatMap((event, index) => {
      if (event.type !== 'cue-given') return [];
      const value = valueAt(traces, event.side, event.at);
      const time = texts.app.summary.chart.at(event.at - from);
      return [{ at: event.at, value, letter: letterOf(index), time, words: texts.cues[event.cue] }];
    });
