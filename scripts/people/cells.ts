import { quantileOf, shareOf } from '../accuracy/statistics.ts';
import { fixed, table } from '../accuracy/tables.ts';
import type { Feed, Person } from './people-folder.ts';
import type { Tally } from './tally.ts';

/* The cells that the tables about people share. */

/** What a half of the people is for. */
export const halfNames: Readonly<Record<Person['half'], string>> = { even: 'Held out', odd: 'Tuning' };

/** The halves in the order of the tables: held-out people first. */
export const halfOrder = ['even', 'odd'] as const satisfies readonly Person['half'][];

/** The feeds in words. */
export const feedNames: Readonly<Record<Feed, string>> = { plain: 'plain', m: 'as MoveNet' };

/** The cell of what is not known. */
export const unknown = '–';

/** Groups, in the order of their first members. */
export const groupsOf = <T>(things: readonly T[], keyOf: (thing: T) => string): readonly (readonly T[])[] => {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return [...groups.values()];
};

/** Hits of cases; a dash of none. */
export const hits = (count: number, of: number): string => (of === 0 ? unknown : `${count} of ${of}`);

/** Hits of cases with the 95 % interval of their share; a dash of none. */
export const share = (count: number, of: number): string => {
  const { low, high } = shareOf(count, of);
  return of === 0 ? unknown : `${hits(count, of)} (${Math.round(100 * low)}-${Math.round(100 * high)} %)`;
};

/** How many things have a property, as hits. */
export const having = <T>(things: readonly T[], has: (thing: T) => boolean, write = hits): string =>
  write(things.filter(has).length, things.length);

/** How often something occurs a minute; a dash of no time. */
export const perMinute = (count: number, minutes: number): string =>
  minutes > 0 ? fixed(count / minutes, 2) : unknown;

/** The median of durations in ms, in seconds; a dash of none. */
export const medianSeconds = (durations: readonly number[]): string =>
  durations.length > 0 ? `${fixed(quantileOf(durations, 0.5) / 1000, 1)} s` : unknown;

/** A tally, the most frequent first. */
export const inWords = (tally: Tally): string =>
  Object.entries(tally)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

/** A table in Markdown; empty where it has no rows. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length > 0 ? table(head, rows) : '';
