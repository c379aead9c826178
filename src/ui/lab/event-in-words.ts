import type { CoachingEvent } from '../../engine/exercise/events.ts';
import type { MeasureName } from '../../engine/kinematics/measures.ts';
import type { Texts } from '../../texts/texts.ts';
import { amountOf } from './miss-in-words.ts';

/** The events that one looks for first; the others are shown where all are asked for. */
const notable: ReadonlySet<CoachingEvent['type']> = new Set<CoachingEvent['type']>([
  'armed',
  'begun-by-time',
  'rep-completed',
  'rep-attempted',
  'hold-completed',
  'fault-noticed',
  'cue-given',
  'range-set',
  'not-seen',
  'seen-again',
  'set-completed',
  'session-ended',
]);

/** Whether an event is shown where not all are asked for. */
export const isNotable = ({ type }: CoachingEvent): boolean => notable.has(type);

const measured = (texts: Texts, measure: string, value: number): string =>
  measure in texts.measures ? amountOf(texts, measure as MeasureName, value) : `${value}`;

/** What is particular to an event, in a few words each. */
export const factsOf = (event: CoachingEvent, texts: Texts): readonly string[] => {
  const side = 'side' in event && event.side ? [texts.app.sides[event.side].toLowerCase()] : [];
  const { seconds } = texts.app;
  switch (event.type) {
    case 'phase-changed':
      return [`${event.from} → ${event.to}`];
    case 'rep-completed':
      return [
        `${event.number}`,
        ...side,
        ...(event.goals[0] ? [amountOf(texts, event.goals[0].measure, event.peak)] : []),
        ...(event.heldMs === undefined ? [] : [seconds(event.heldMs)]),
      ];
    case 'rep-attempted':
      return [...side, texts.reasonInWords(event.reason)];
    case 'fault-noticed':
    case 'fault-cleared':
      return [event.fault, ...side];
    case 'cue-given':
      return [texts.cues[event.cue], ...side];
    case 'hold-ended':
      return [seconds(event.heldMs)];
    case 'hold-paused':
    case 'session-paused':
    case 'session-ended':
      return [event.why];
    case 'not-seen':
      return [texts.keypointsInWords(event.missing), seconds(event.forMs)];
    case 'seen-again':
      return [seconds(event.forMs)];
    case 'not-judged':
      return [texts.measures[event.measure].name, seconds(event.forMs)];
    case 'range-set':
      return [...side, measured(texts, event.measure, event.value)];
    case 'armed':
      return [event.range, ...event.goals.map(({ measure, value }) => amountOf(texts, measure, value))];
    case 'begun-by-time':
    case 'goals-eased':
    case 'attempt-opened':
    case 'hold-started':
    case 'hold-resumed':
    case 'hold-completed':
    case 'session-resumed':
    case 'count-corrected':
    case 'repetition-timed':
    case 'set-completed':
    case 'routine-ended':
      return side;
  }
};
