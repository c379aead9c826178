import { quantileOf } from './statistics.ts';

/* Plots as SVG, written by hand: a few marks on a white background, readable in light and dark pages alike. */

const ink = '#1d2b2a';
const soft = '#6b7a78';
const grid = '#dfe6e4';
const right = '#0072b2';
const attention = '#d55e00';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const label = (x: number, y: number, text: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(text)}</text>`;

const sheet = (width: number, height: number, title: string, marks: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}" font-family="system-ui, sans-serif" font-size="13" fill="${ink}">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    label(16, 24, title, 'font-size="15" font-weight="600"'),
    ...marks,
    '</svg>',
    '',
  ].join('\n');

/** One row of a plot of shares: its name, the share, and its interval, all 0-1. */
export interface ShareRow {
  readonly name: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly note: string;
}

/** Shares as dots with their intervals, one row each. */
export const plotShares = (title: string, rows: readonly ShareRow[]): string => {
  const [left, width, rowHeight, top] = [230, 360, 22, 52];
  const x = (share: number): number => left + share * width;
  const height = top + rows.length * rowHeight + 24;
  const marks = rows.flatMap(({ name, share, low, high, note }, row) => {
    const y = top + row * rowHeight + 10;
    return [
      label(left - 12, y + 4, name, 'text-anchor="end"'),
      `<line x1="${x(low).toFixed(1)}" x2="${x(high).toFixed(1)}" y1="${y}" y2="${y}" stroke="${soft}" stroke-width="2"/>`,
      `<circle cx="${x(share).toFixed(1)}" cy="${y}" r="4.5" fill="${share >= 0.98 ? right : attention}"/>`,
      label(left + width + 14, y + 4, note, `fill="${soft}"`),
    ];
  });
  return sheet(720, height, title, [
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
      `<line x1="${x(share)}" x2="${x(share)}" y1="${top - 6}" y2="${height - 18}" stroke="${grid}"/>`,
      label(x(share), top - 10, `${share * 100} %`, `text-anchor="middle" fill="${soft}" font-size="11"`),
    ]),
    ...marks,
  ]);
};

/** How often differences fall into each bin; `bound` on both sides is the requirement for 95 % of them. */
export const plotDifferences = (
  title: string,
  unit: string,
  differences: readonly number[],
  bound: number,
  bin: number,
): string => {
  const [left, width, top, height] = [40, 640, 44, 180];
  const reach = Math.max(2 * bound, 8 * bin);
  const bins = Math.round((2 * reach) / bin);
  const counts = Array.from({ length: bins }, () => 0);
  for (const difference of differences) {
    const place = Math.min(bins - 1, Math.max(0, Math.floor((difference + reach) / bin)));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const x = (value: number): number => left + ((value + reach) / (2 * reach)) * width;
  const bars = counts.map((count, place) => {
    const value = -reach + place * bin;
    const tall = (count / most) * height;
    const isInside = value >= -bound - 1e-9 && value + bin <= bound + 1e-9;
    return `<rect x="${x(value).toFixed(1)}" y="${(top + height - tall).toFixed(1)}" width="${(width / bins - 1).toFixed(1)}" height="${tall.toFixed(1)}" fill="${isInside ? right : attention}"/>`;
  });
  const ticks = [-reach, -bound, 0, bound, reach];
  return sheet(720, top + height + 52, title, [
    ...bars,
    ...ticks.map((value) =>
      label(x(value), top + height + 18, `${value > 0 ? '+' : ''}${value}`, 'text-anchor="middle" font-size="12"'),
    ),
    ...[-bound, bound].map(
      (value) =>
        `<line x1="${x(value)}" x2="${x(value)}" y1="${top}" y2="${top + height}" stroke="${soft}" stroke-dasharray="4 4"/>`,
    ),
    label(left + width / 2, top + height + 40, unit, `text-anchor="middle" fill="${soft}"`),
  ]);
};

/** The readings of a measure against the truth. */
export interface Curve {
  readonly name: string;
  readonly samples: readonly { readonly read: number; readonly truth: number }[];
}

const bandsOf = ({ samples }: Curve) => {
  const truths = samples.map(({ truth }) => truth);
  const [least, most] = [quantileOf(truths, 0), quantileOf(truths, 1)];
  const count = 16;
  const step = (most - least) / count || 1;
  return Array.from({ length: count }, (_, band) => {
    const own = samples.filter(({ truth }) => Math.min(count - 1, Math.floor((truth - least) / step)) === band);
    const reads = own.map(({ read }) => read);
    return {
      truth: least + (band + 0.5) * step,
      n: own.length,
      low: quantileOf(reads, 0.05),
      middle: quantileOf(reads, 0.5),
      high: quantileOf(reads, 0.95),
    };
  }).filter(({ n }) => n >= 5);
};

/**
 * Readings against the truth, small panels side by side: the median of each band and the range of nine tenths of its
 * readings.
 */
export const plotCurves = (title: string, curves: readonly Curve[]): string => {
  const [panel, gap, top] = [200, 36, 60];
  const columns = Math.min(3, curves.length);
  const rows = Math.ceil(curves.length / columns);
  const marks = curves.flatMap((curve, index) => {
    const left = 44 + (index % columns) * (panel + gap);
    const upper = top + Math.floor(index / columns) * (panel + 58);
    const bands = bandsOf(curve);
    const ends = bands.flatMap(({ truth, low, high }) => [truth, low, high]);
    const [least, most] = [Math.min(...ends), Math.max(...ends)];
    const scale = panel / (most - least || 1);
    const x = (value: number): number => left + (value - least) * scale;
    const y = (value: number): number => upper + panel - (value - least) * scale;
    const shown = (value: number): string => (most - least > 8 ? value.toFixed(0) : value.toFixed(1));
    return [
      `<rect x="${left}" y="${upper}" width="${panel}" height="${panel}" fill="none" stroke="${grid}"/>`,
      `<line x1="${left}" y1="${upper + panel}" x2="${left + panel}" y2="${upper}" stroke="${soft}" stroke-dasharray="4 4"/>`,
      ...bands.map(
        ({ truth, low, high }) =>
          `<line x1="${x(truth).toFixed(1)}" x2="${x(truth).toFixed(1)}" y1="${y(low).toFixed(1)}" y2="${y(high).toFixed(1)}" stroke="${right}" stroke-opacity="0.45" stroke-width="6"/>`,
      ),
      ...bands.map(
        ({ truth, middle }) =>
          `<circle cx="${x(truth).toFixed(1)}" cy="${y(middle).toFixed(1)}" r="3.2" fill="${right}"/>`,
      ),
      label(left, upper - 8, curve.name, 'font-weight="600"'),
      ...[least, most].map((value) =>
        label(x(value), upper + panel + 16, shown(value), `text-anchor="middle" font-size="11" fill="${soft}"`),
      ),
      ...[least, most].map((value) =>
        label(left - 6, y(value) + 4, shown(value), `text-anchor="end" font-size="11" fill="${soft}"`),
      ),
    ];
  });
  const width = 44 + columns * (panel + gap);
  return sheet(width, top + rows * (panel + 58), title, marks);
};
