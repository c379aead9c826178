import type { ChartData } from './chart-data.ts';

/** The positions of a chart's parts, px of its picture. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** The upper and lower edge of the plot. */
  readonly top: number;
  readonly bottom: number;
  /** Height of the strip of phases under the plot; 0 without a strip. */
  readonly strip: number;
}

/** Maps times (ms) and values to pixels, and lists the numbers at the axes. */
export interface ChartScale {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  /** The numbers at the axes: times of the session, ms, and values. */
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/** The smallest round step (1, 2 or 5 times a power of ten) that divides a range into at most `most` parts. */
export const roundStep = (range: number, most: number): number => {
  const least = range / most;
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((factor) => factor * power >= least) ?? 10) * power;
};

/** The multiples of a step in a range. */
export const multiples = (from: number, to: number, step: number): readonly number[] => {
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.max(0, Math.floor(to / step + 1e-9) - first + 1);
  return Array.from({ length: count }, (_, index) => (first + index) * step);
};

type Scaled = Pick<ChartData, 'from' | 'to' | 'lines' | 'targets' | 'zones' | 'contains' | 'axis'>;

/** The scale of a chart in its frame; every line, error, target and zone fits. */
export const scaleOf = (
  { from, to, lines, targets, zones = [], contains = [], axis }: Scaled,
  frame: ChartFrame,
): ChartScale => {
  const seen = lines.flatMap(({ points }) =>
    points.flatMap(([, value, error = 0]) => (value === null ? [] : [value - error, value + error])),
  );
  const others = [...targets.map(({ value }) => value), ...zones.flatMap((zone) => [zone.from, zone.to]), ...contains];
  const all = [...seen, ...others];
  const [lowest, highest] = [
    all.reduce((a, b) => Math.min(a, b), Infinity),
    all.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const range = highest > lowest ? highest - lowest : 1;
  const step = roundStep(range, Math.max(2, Math.floor((frame.bottom - frame.top) / 26)));
  // A margin, so that no line runs along an edge.
  const [low, high] = [lowest - range * 0.06, highest + range * 0.06];
  const duration = Math.max(1, to - from);
  const most = Math.max(2, Math.floor((frame.right - frame.left) / axis.labelWidth));
  return {
    x: (at) => frame.left + ((at - from) / duration) * (frame.right - frame.left),
    y: (value) => frame.bottom - ((value - low) / (high - low)) * (frame.bottom - frame.top),
    times: axis.times(from, to, most),
    values: multiples(low, high, step),
  };
};

/**
 * A line as the `d` of an SVG path, broken where it is unseen, at `breaks`, and where points are more than `longestStep`
 * ms apart.
 */
export const pathOf = (
  points: ChartData['lines'][number]['points'],
  { x, y }: Pick<ChartScale, 'x' | 'y'>,
  longestStep: number,
  breaks: readonly number[] = [],
): string => {
  let last: number | undefined;
  return points
    .map(([at, value]) => {
      const before = last;
      const isJoined =
        before !== undefined && at - before <= longestStep && !breaks.some((one) => one > before && one <= at);
      last = value === null ? undefined : at;
      return value === null ? '' : `${isJoined ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
};
