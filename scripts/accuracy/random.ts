/** A seeded random source: the same numbers for the same seed on every machine (mulberry32). */
export interface Chance {
  /** A number from `least` up to `most`. */
  readonly within: (least: number, most: number) => number;
  readonly oneOf: <T>(values: readonly T[]) => T;
  /** The same values in a random order. */
  readonly shuffled: <T>(values: readonly T[]) => readonly T[];
}

/** Opens a seeded random source. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    within: (least, most) => least + (most - least) * next(),
    oneOf: (values) => {
      const value = values[Math.floor(next() * values.length)];
      if (value === undefined) throw new Error('There is nothing to choose from.');
      return value;
    },
    shuffled: (values) =>
      values
        .map((value) => ({ value, place: next() }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ value }) => value),
  };
};
