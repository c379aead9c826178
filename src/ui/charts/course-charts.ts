import { measureRow } from '../../engine/kinematics/measures.ts';
import { meaninglessChange, type Course, type CoursePoint, type RangeCourse } from '../../session/history/course.ts';
import type { Texts } from '../../texts/texts.ts';
import type { ChartAxis, ChartData, ChartLine, ChartZone } from './chart-data.ts';
import { calendarAxis } from './time-axes.ts';

const day = 24 * 60 * 60_000;

const dayOf = (at: number, { language }: Texts): string =>
  new Date(at).toLocaleDateString(language, { dateStyle: 'medium', timeZone: 'UTC' });

/** The interval to draw: half a day more at both ends, so that one session has a day. */
const stretchOf = ({ from, to }: Course) => {
  const margin = Math.max(day / 2, (to - from) * 0.02);
  return { from: from - margin, to: to + margin };
};

/** A point's time in the table: the day of a session, or the period and how many sessions it has. */
const inTable =
  ({ period, sessionsAt }: Course, texts: Texts) =>
  (at: number): string => {
    const { progress } = texts.history;
    if (period === 'session') return dayOf(at, texts);
    const month = new Date(at).toLocaleDateString(texts.language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return progress.with(period === 'week' ? progress.weekOf(dayOf(at, texts)) : month, sessionsAt(at));
  };

const axisOf = (course: Course, texts: Texts): ChartAxis => {
  const { language, history } = texts;
  return calendarAxis(course.from, course.to, {
    language,
    column: history.progress.time,
    inTable: inTable(course, texts),
  });
};

const lineOf = (name: string, stroke: ChartLine['stroke'], points: readonly CoursePoint[]): ChartLine => ({
  name,
  stroke,
  points: points.map(({ at, value, error }) => (error === undefined ? [at, value] : [at, value, error])),
  hasDots: true,
});

interface Drawn {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly ChartLine[];
  readonly zones?: readonly ChartZone[];
  readonly breaks?: readonly number[];
  readonly contains?: readonly number[];
  readonly tick: (value: number) => string;
  readonly number: (value: number) => string;
}

const chartOf = (course: Course, drawn: Drawn, texts: Texts): readonly ChartData[] => {
  const { title, lines, number, unit } = drawn;
  const points = lines.flatMap((line) => line.points).toSorted(([one], [other]) => one - other);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const values = points.map(([, value]) => value ?? 0);
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const { chart } = texts.app.summary;
  const description = texts.history.progress.description({
    points: points.length,
    first: dayOf(first[0], texts),
    last: dayOf(last[0], texts),
    from: `${number(least)} ${unit}`,
    to: `${number(most)} ${unit}`,
  });
  return [
    {
      ...stretchOf(course),
      ...drawn,
      description: `${title}. ${description}`,
      targets: [],
      bands: [],
      holds: [],
      marks: [],
      cues: [],
      axis: axisOf(course, texts),
      words: chart,
    },
  ];
};

const rangeChart = (course: Course, { measure, lines, breaks }: RangeCourse, texts: Texts): readonly ChartData[] => {
  const { progress } = texts.history;
  const { bare, isOwnScale } = texts.measures[measure];
  // An amount by the user's own practice is no range.
  if (isOwnScale) return [];
  const { unit } = measureRow(measure);
  const band = meaninglessChange(measure)?.betweenDays;
  const strokeOf = (index: number): ChartLine['stroke'] => (index === 0 ? 'solid' : 'dashed');
  const drawn = lines.map(({ side, points }, index) =>
    lineOf(side && lines.length > 1 ? texts.app.sides[side] : '', strokeOf(index), points),
  );
  const zones = lines.flatMap(({ begun }, index) =>
    band === undefined
      ? []
      : [
          {
            since: begun.at,
            from: begun.value - band,
            to: begun.value + band,
            name: progress.band,
            stroke: strokeOf(index),
          },
        ],
  );
  const number = (value: number): string => (unit === 'degrees' ? value.toFixed(0) : `${(100 * value).toFixed(0)} %`);
  const unitName = texts.app.summary.chart.units[unit];
  return chartOf(
    course,
    { title: progress.range, unit: unitName, lines: drawn, zones, breaks, tick: bare, number },
    texts,
  );
};

/** The charts of how far the movement goes over time, one for each measure; none for a scale of the user's own. */
export const rangeCharts = (course: Course, texts: Texts): readonly ChartData[] =>
  course.ranges.flatMap((range) => rangeChart(course, range, texts));

const whole = (value: number): string => `${Math.round(value)}`;
const tenth = (value: number): string => value.toFixed(1).replace(/\.0$/, '');

/** The charts of held time, repetitions and pain over time; those without any point are left out. */
export const otherCharts = (course: Course, texts: Texts): readonly ChartData[] => {
  const { progress } = texts.history;
  const { held, repetitions, painBefore, painAfter } = course;
  const plain = (title: string, unit: string, points: readonly CoursePoint[], contains: readonly number[]) =>
    chartOf(
      course,
      {
        title,
        unit,
        lines: points.length > 0 ? [lineOf('', 'solid', points)] : [],
        contains,
        tick: tenth,
        number: tenth,
      },
      texts,
    );
  const pain = [
    ...(painBefore.length > 0 ? [lineOf(progress.before, 'solid', painBefore)] : []),
    ...(painAfter.length > 0 ? [lineOf(progress.after, 'dashed', painAfter)] : []),
  ];
  return [
    ...plain(progress.held, progress.heldUnit, held, [0, 10]),
    ...plain(progress.repetitions, progress.repetitionsUnit, repetitions, [0, 5]),
    ...chartOf(
      course,
      { title: progress.pain, unit: progress.painUnit, lines: pain, contains: [0, 10], tick: whole, number: tenth },
      texts,
    ),
  ];
};
