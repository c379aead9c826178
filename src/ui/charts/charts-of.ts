import { measureRow, type MeasureName } from '../../engine/kinematics/measures.ts';
import type { SessionExport } from '../../session/record/export.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { goalsIn } from '../../session/record/goals.ts';
import { areSidesApart, bandsIn, cuesIn, holdsIn, marksIn, metFrom, type Stretch } from './chart-events.ts';
import { secondsAxis } from './time-axes.ts';
import type { ChartData, ChartLine, ChartTarget } from './chart-data.ts';

type Trace = SessionExport['traces'][number];

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const stretchOf = ({ events, traces }: SessionExport): Stretch => {
  const times = traces.flatMap(({ points }) => [points[0]?.[0], points.at(-1)?.[0]]).filter((at) => at !== undefined);
  const from = events.find(({ type }) => type === 'armed')?.at ?? Math.min(...times);
  return { from, to: Math.max(...times, events.at(-1)?.at ?? 0) };
};

const linesOf = (traces: readonly Trace[], { from, to }: Stretch, texts: Texts): readonly ChartLine[] =>
  traces.map(({ side, points }) => ({
    name: side ? texts.app.sides[side] : '',
    stroke: side === 'right' && traces.length > 1 ? 'dashed' : 'solid',
    points: points.filter(([at]) => at >= from && at <= to),
  }));

const targetsOf = (record: SessionExport, measure: MeasureName, texts: Texts): readonly ChartTarget[] => {
  const { ends } = exerciseTextsOf(texts, record.exercise);
  const isApart = areSidesApart(record);
  const all = goalsIn(record.events)
    .filter((target) => target.measure === measure)
    .map((target) => {
      const { end, side, is, value } = target;
      const of = [isApart && side && texts.app.sides[side], ends?.[end]].filter(Boolean).join(', ');
      return {
        name: texts.app.summary.chart.targetOf(of, texts.measures[measure].amount(value)),
        value: metFrom(target),
        is,
      };
    });
  // Both sides usually have the same target.
  return all.filter(({ value, is }, index) => all.findIndex((one) => one.value === value && one.is === is) === index);
};

const chartOf = (record: SessionExport, measure: MeasureName, stretch: Stretch, texts: Texts): readonly ChartData[] => {
  const { chart } = texts.app.summary;
  const { name, bare, amount } = texts.measures[measure];
  const { unit } = measureRow(measure);
  const traces = record.traces.filter((trace) => trace.measure === measure);
  const lines = linesOf(traces, stretch, texts);
  const values = lines.flatMap(({ points }) => points.flatMap(([, value]) => (value === null ? [] : [value])));
  if (values.length === 0) return [];
  const marks = marksIn(record, texts);
  const hold = record.settings.holdMs > 0 ? chart.bands.hold : chart.there;
  const cues = cuesIn(record, traces, stretch, texts);
  const counted = marks.filter(({ isCounted }) => isCounted).length;
  const description = chart.description({
    ms: stretch.to - stretch.from,
    counted,
    notCounted: marks.length - counted,
    from: amount(values.reduce((a, b) => Math.min(a, b))),
    to: amount(values.reduce((a, b) => Math.max(a, b))),
    cues: cues.length,
  });
  return [
    {
      ...stretch,
      title: upperFirst(name),
      description,
      lines,
      targets: targetsOf(record, measure, texts),
      bands: bandsIn(record.events, stretch),
      holds: holdsIn(record, texts),
      marks,
      cues,
      axis: secondsAxis(chart),
      unit: chart.units[unit],
      tick: bare,
      number: (value) => (unit === 'degrees' ? value.toFixed(1) : `${(100 * value).toFixed(1)} %`),
      words: { ...chart, bands: { ...chart.bands, hold } },
    },
  ];
};

/** One chart for each primary measure of the session that was seen; none where nothing was judged. */
export const chartsOf = (record: SessionExport, texts: Texts): readonly ChartData[] => {
  const measures = [...new Set(record.traces.map(({ measure }) => measure))];
  const stretch = stretchOf(record);
  return measures.flatMap((measure) => chartOf(record, measure, stretch, texts));
};
