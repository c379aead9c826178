import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Measured } from './fault.ts';

const file = fileURLToPath(new URL('measured.json', import.meta.url));

/** What was measured last of each fault, by its id. */
export const readMeasured = (): Readonly<Record<string, Measured>> =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Measured>) : {};

const rounded = (measured: Measured): Measured => ({
  ...measured,
  ...(measured.toldMs === undefined ? {} : { toldMs: Math.round(measured.toldMs) }),
  recoveredMs: Math.round(measured.recoveredMs),
});

/** Stores what was measured beside the catalogue, where `MEASURE` is set; faults that were not forced keep their row. */
export const keepMeasured = (measured: Readonly<Record<string, Measured>>): void => {
  if (!process.env['MEASURE']) return;
  const all = { ...readMeasured(), ...measured };
  const sorted = Object.entries(all).toSorted(([one], [other]) => one.localeCompare(other));
  writeFileSync(
    file,
    `${JSON.stringify(Object.fromEntries(sorted.map(([id, one]) => [id, rounded(one)])), undefined, 2)}\n`,
  );
};
