import { viewFaults } from '../../src/engine/exercise/view-faults.ts';
import { en } from '../../src/texts/en/en.ts';
import { exerciseTextsOf } from '../../src/texts/exercise-texts-of.ts';
import type { Analysis } from './analysis.ts';
import { columns } from './columns.ts';
import { moment, ofType } from './moments.ts';

const { seconds, sides } = en.app;

/** Each item with its count, the most frequent first. */
const byFrequency = (things: readonly string[]): readonly string[] => {
  const times = new Map<string, number>();
  for (const thing of things) times.set(thing, (times.get(thing) ?? 0) + 1);
  return [...times].toSorted(([, one], [, other]) => other - one).map(([thing, count]) => `${count} x ${thing}`);
};

const timed = (ms: number | undefined): string => (ms === undefined ? '' : seconds(ms));

/** Every repetition that counted, or a line that there was none. */
export const repetitionLines = ({ summary, record }: Analysis): readonly string[] => {
  const { repetitions, areSidesApart, measure } = summary;
  if (summary.timed > 0) return [en.app.summary.timed(summary.timed)];
  if (repetitions.length === 0) return ['none'];
  const { amount } = en.measures[measure];
  const rows = repetitions.map(({ number, side, at, peak, heldMs, strokes }) => [
    `${number}`,
    areSidesApart && side ? sides[side].toLowerCase() : '',
    moment(at),
    amount(peak),
    record.settings.holdMs > 0 || heldMs ? seconds(heldMs ?? 0) : '',
    timed(strokes[0]?.out),
    timed(strokes.at(-1)?.back),
  ]);
  const table = [['#', 'side', 'back at', 'peak', 'held', 'out in', 'back in'], ...rows];
  const isFilled = (index: number): boolean => rows.some((row) => row[index] !== '');
  return [`${repetitions.length}`, ...columns(table.map((row) => row.filter((_, index) => isFilled(index))))];
};

/** Every attempt that did not count, and why. */
export const attemptLines = ({ record: { events } }: Analysis): readonly string[] => {
  const attempts = ofType(events, 'rep-attempted');
  const rows = attempts.map(({ at, side, reason }) => [
    moment(at),
    side ? sides[side].toLowerCase() : '',
    en.reasonInWords(reason),
  ]);
  return attempts.length === 0 ? ['none'] : [`${attempts.length} did not count`, ...columns(rows)];
};

/** Every hold, complete or not, with its held time; empty where none is asked for. */
export const holdLines = ({ record: { events, settings }, plan }: Analysis): readonly string[] => {
  if (settings.holdMs === 0 || plan.rules.ends.every(({ held }) => !held)) return [];
  const whole = ofType(events, 'hold-completed').length;
  const held = ofType(events, 'hold-ended').map(({ heldMs }) => seconds(heldMs));
  return held.length === 0 ? ['none'] : [`${whole} of ${seconds(settings.holdMs)} or more: ${held.join(', ')}`];
};

/** The furthest reading at each endpoint once judging had begun, and the target. */
export const furthestLines = ({ plan, record, summary }: Analysis): readonly string[] => {
  const armed = ofType(record.events, 'armed')[0]?.at ?? Infinity;
  const { ends = {} } = exerciseTextsOf(en, plan.exercise.id);
  return plan.rules.ends.flatMap(({ name, target }) => {
    const { amount } = en.measures[target.measure];
    const reached = record.traces
      .filter(({ measure }) => measure === target.measure)
      .flatMap(({ side, points }) => {
        const values = points.flatMap(([at, value]) => (at >= armed && value !== null ? [value] : []));
        if (values.length === 0) return [];
        const furthest = target.is === 'above' ? Math.max(...values) : Math.min(...values);
        return [`${side ? `${sides[side].toLowerCase()} ` : ''}${amount(furthest)}`];
      });
    if (reached.length === 0) return [];
    const own = summary.ranges.filter(({ end }) => end === name).map((range) => amount(range.target));
    const asked = own.length > 0 ? own.join(' and ') : amount(target.value);
    return [`${ends[name] ? `${ends[name]}: ` : ''}${reached.join(', ')} (asked for: ${asked})`];
  });
};

/** The faults that were seen, the most frequent first. */
export const faultLines = ({ record: { events }, plan }: Analysis): readonly string[] => {
  const rules = [...viewFaults[plan.view], ...plan.rules.faults];
  const faults = ofType(events, 'fault-noticed').map(({ fault, side }) => {
    const cue = rules.find(({ id }) => id === fault)?.cue;
    return `${fault}${side ? ` (${side})` : ''}${cue ? `: ${en.cues[cue]}` : ''}`;
  });
  return faults.length === 0 ? ['none'] : byFrequency(faults);
};

/** The cues that the coach gave, the most frequent first. */
export const cueLines = ({ record: { events } }: Analysis): readonly string[] => {
  const cues = ofType(events, 'cue-given').map(({ cue }) => en.cues[cue]);
  return cues.length === 0 ? ['none'] : byFrequency(cues);
};
