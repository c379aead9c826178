import { quantileOf } from '../accuracy/statistics.ts';

/** The spread of a measurement: how many values, the median, the lower quartile and the 95th percentile. */
export interface Spread {
  readonly n: number;
  readonly quartile: number;
  readonly median: number;
  readonly p95: number;
}

/** The spread of values in their unit; NaN of nothing. */
export const spreadOf = (values: readonly number[]): Spread => ({
  n: values.length,
  quartile: quantileOf(values, 0.25),
  median: quantileOf(values, 0.5),
  p95: quantileOf(values, 0.95),
});

/** The median of values; NaN of nothing. */
export const medianOf = (values: readonly number[]): number => quantileOf(values, 0.5);

/**
 * The median of the ratios of two measurements taken in turn, one pair for each turn, so that what slows the machine for a
 * while slows both; NaN where there is no pair.
 */
export const ratioInTurns = (of: readonly number[], over: readonly number[]): number =>
  medianOf(of.slice(0, over.length).map((value, turn) => value / (over[turn] ?? Number.NaN)));

/** A piece of a time line: when it began and how long it lasted, both in one unit. */
export interface Piece {
  readonly from: number;
  readonly lasts: number;
}

/** How long a time line is covered by its pieces, which may overlap or lie within each other, in their unit. */
export const coveredBy = (pieces: readonly Piece[]): number => {
  let [covered, until] = [0, -Infinity];
  for (const { from, lasts } of pieces.toSorted((a, b) => a.from - b.from)) {
    covered += Math.max(0, from + lasts - Math.max(from, until));
    until = Math.max(until, from + lasts);
  }
  return covered;
};

/** Whether a figure is as asked. */
export type Verdict = 'met' | 'not met' | 'not measured';

/** Judges a figure against the most or the least that is asked for. */
export const verdictOf = (
  measured: number | undefined,
  asked: { readonly most: number } | { readonly least: number },
): Verdict => {
  if (measured === undefined || Number.isNaN(measured)) return 'not measured';
  return ('most' in asked ? measured <= asked.most : measured >= asked.least) ? 'met' : 'not met';
};
