import type { Score } from './score.ts';

/** Groups by name, in the order in which the names first occur. */
export const groupsOf = <T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> =>
  all.reduce(
    (groups, one) => groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one]),
    new Map<string, readonly T[]>(),
  );

/** What differs from the reference in a film, without the number of the sample. */
export const factorName = ({ one }: Score): string => one.factor.replace(/ \d+$/, '');
