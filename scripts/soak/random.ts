/** Random numbers of a seed: the same on every machine. */
export interface Random {
  /** A number from `from` up to `to`. */
  readonly between: (from: number, to: number) => number;
  /** The same items in a random order. */
  readonly shuffled: <T>(items: readonly T[]) => readonly T[];
}

/** Makes random numbers of a seed, by the generator mulberry32. */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (from, to) => from + next() * (to - from),
    shuffled: (items) =>
      items
        .map((item) => ({ item, place: next() }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ item }) => item),
  };
};
