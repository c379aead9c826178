import { describe, expect, it } from 'vitest';
import type { CoachingEvent, UntimedEvent } from '../../../src/engine/exercise/events.ts';
import { millis } from '../../../src/engine/units.ts';
import type { SessionExport } from '../../../src/session/record/export.ts';
import { en } from '../../../src/texts/en/en.ts';
import { chartsOf } from '../../../src/ui/charts/charts-of.ts';
import { armedByNorm, cueGiven, repAttempted, repCompleted } from '../../made-events.ts';
import { played } from '../../session/played.ts';

const { chart: words } = en.app.summary;
const base = { exercise: 'butterfly' };
type Then = UntimedEvent & { readonly at: number };
const happened = (...those: readonly Then[]) => those.map((one): CoachingEvent => ({ ...base, ...one }));

/** Ten seconds of elbows, judged from the second on, with a gap in the middle. */
const elbows = (events: readonly CoachingEvent[]): SessionExport => ({
  version: 3,
  exercise: 'butterfly',
  view: 'front',
  settings: { sets: 1, reps: 5, holdMs: 5000, restMs: 0, strictness: 1, range: 'norm', easeLevel: 0 },
  events: [...events],
  traces: [
    {
      measure: 'elbowGap',
      points: Array.from({ length: 101 }, (_, index) => [
        index * 100,
        index > 40 && index < 50 ? null : 1 + index / 100,
      ]),
    },
  ],
});

const only = (record: SessionExport) => {
  const [chart, ...more] = chartsOf(record, en);
  if (!chart || more.length > 0) throw new Error('There is not one chart.');
  return chart;
};

describe('a chart', () => {
  const goal = {
    end: 'together',
    measure: 'elbowGap',
    is: 'below',
    value: 0.95,
    tolerance: 0.1,
    easeLevel: 0,
  } as const;
  const armed: CoachingEvent = { ...base, ...armedByNorm({ goals: [goal] }), at: 1000 };

  it('draws the trace from arming on, with its gap', () => {
    const chart = only(elbows([armed]));
    expect([chart.from, chart.to]).toEqual([1000, 10_000]);
    const [line] = chart.lines;
    expect(line?.points).toHaveLength(91);
    expect(line?.points.filter(([, value]) => value === null)).toHaveLength(9);
  });

  it('draws the target where it is met, and names what was asked for', () => {
    expect(only(elbows([armed])).targets).toEqual([
      { name: words.targetOf('', '95 % of shoulder width'), value: 1.05, is: 'below' },
    ]);
  });

  it('shows a hold while its clock ran, and at its end its total time', () => {
    const { holds } = only(
      elbows([
        armed,
        ...happened(
          { type: 'hold-started', at: 2000, end: 'together' },
          { type: 'hold-paused', at: 3000, why: 'posture' },
          { type: 'hold-resumed', at: 4000 },
          { type: 'hold-ended', at: 6000, heldMs: 3000 },
        ),
      ]),
    );
    expect(holds).toEqual([
      { from: 2000, to: 3000, value: 1.05, words: '' },
      { from: 4000, to: 6000, value: 1.05, words: '3.0 s' },
    ]);
  });

  it('numbers what counted, and shows why an attempt did not', () => {
    const { marks } = only(
      elbows([
        armed,
        ...happened(
          { type: 'attempt-opened', at: 2000 },
          { ...repAttempted({ kind: 'hold', heldMs: 1000, ofMs: 5000 }), at: 3000 },
          { type: 'attempt-opened', at: 4000 },
          { ...repCompleted(1, { peak: 0.8 }), at: 9000 },
        ),
      ]),
    );
    expect(marks).toEqual([
      { from: 2000, to: 3000, label: '', words: words.notCountedFor('held 1.0 of 5.0 seconds'), isCounted: false },
      { from: 4000, to: 9000, label: '1', words: 'Repetition 1', isCounted: true },
    ]);
  });

  it('puts the cues on the line, where there was one', () => {
    const { cues } = only(
      elbows([armed, ...happened({ ...cueGiven('elbows-up'), at: 2050 }, { ...cueGiven('open-wide'), at: 4950 })]),
    );
    expect(cues).toEqual([
      { at: 2050, value: 1.2, letter: 'a', time: '1 s', words: en.cues['elbows-up'] },
      { at: 4950, value: undefined, letter: 'b', time: '4 s', words: en.cues['open-wide'] },
    ]);
  });

  it('does not exist where nothing was seen or read', () => {
    const record = elbows([armed]);
    expect(chartsOf({ ...record, traces: [] }, en)).toEqual([]);
    const unseen = record.traces.map((trace) => ({
      ...trace,
      points: trace.points.map(([at]): [number, null] => [at, null]),
    }));
    expect(chartsOf({ ...record, traces: unseen }, en)).toEqual([]);
  });
});

it('a played session has a line for each side, phases in order, and repetitions by their side', async () => {
  const { record } = await played(
    'head-tilt',
    { repetitions: 1, hold: millis(2600) },
    { range: 'norm', reps: 1, holdSeconds: 2 },
  );
  const chart = only(record);
  expect(chart.lines.map(({ name, stroke }) => [name, stroke])).toEqual([
    ['Left', 'solid'],
    ['Right', 'dashed'],
  ]);
  expect(chart.targets).toHaveLength(1);
  expect(chart.marks.map(({ label }) => label)).toEqual(['L1', 'R1']);
  const judged = chart.bands.filter(({ kind }) => kind !== 'set-up').map(({ kind }) => kind);
  expect(judged).toEqual(['out', 'hold', 'out', 'hold']);
  expect(chart.bands.every(({ from, to }, index) => to > from && from >= (chart.bands[index - 1]?.to ?? 0))).toBe(true);
});
