/** A share of cases, with its 95 % interval (Wilson 1927). */
export interface Share {
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of a 95 % interval. */
const z = 1.96;

/** The share of `hits` among `of` cases; of no cases it is unknown: NaN, from 0 to 1. */
export const shareOf = (hits: number, of: number): Share => {
  if (of === 0) return { of, share: Number.NaN, low: 0, high: 1 };
  const share = hits / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
};

/** The mean; NaN of nothing. */
export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value below which a share (0-1) of the values lies, interpolated between two neighbours; NaN of nothing. */
export const quantileOf = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
};

/** Errors of readings: mean difference, mean and 95th percentile of its size, in their unit. */
export interface Errors {
  readonly n: number;
  readonly bias: number;
  readonly mae: number;
  readonly p95: number;
}

/** The errors of readings, given as differences from the truth. */
export const errorsOf = (differences: readonly number[]): Errors => {
  const sizes = differences.map(Math.abs);
  return { n: differences.length, bias: meanOf(differences), mae: meanOf(sizes), p95: quantileOf(sizes, 0.95) };
};
