/** How often each of several things occurred, by its name. */
export type Tally = Readonly<Record<string, number>>;

/** Counts names. */
export const tallyOf = (names: readonly string[]): Tally => tallied(names.map((name) => ({ [name]: 1 })));

/** The sum of several tallies, the most frequent first. */
export const tallied = (tallies: readonly Tally[]): Tally => {
  const sums = new Map<string, number>();
  for (const tally of tallies)
    for (const [name, count] of Object.entries(tally)) sums.set(name, (sums.get(name) ?? 0) + count);
  return Object.fromEntries([...sums].toSorted(([, one], [, other]) => other - one));
};

/** The sum of a tally's counts. */
export const totalOf = (tally: Tally): number => sumOf(Object.values(tally));

/** The sum of numbers. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
