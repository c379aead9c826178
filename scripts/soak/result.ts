import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What is measured of the page at one time, after its garbage is collected. */
export interface Reading {
  /** The page's heap, MB. */
  readonly heapMb: number;
  readonly tensors: number;
  /** Poses a second over twenty seconds. */
  readonly rate: number;
}

/** What came of the faults of one name. */
export interface ChaosResult {
  readonly name: string;
  readonly times: number;
  /** How often the page named the problem, by its heading. */
  readonly told: Readonly<Record<string, number>>;
  /** The longest time from the end of the fault until the session went on, ms. */
  readonly longestMs: number;
}

/** What came of one seed. */
export interface SoakResult {
  readonly seed: number;
  readonly minutes: number;
  readonly begin: Reading;
  readonly end: Reading;
  readonly sessions: number;
  readonly repetitions: number;
  /** Repetitions that were timed, not judged: the session's worker had crashed twice. */
  readonly timedRepetitions: number;
  readonly faults: readonly ChaosResult[];
  /** What went wrong; empty where the seed passed. */
  readonly failures: readonly string[];
}

const file = fileURLToPath(new URL('../../tests/faults/soak.json', import.meta.url));

/** The stored results, one for each seed. */
export const readSoak = (): readonly SoakResult[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly SoakResult[]) : [];

/** Stores the result of a seed in the place of the one before. */
export const keepSoak = (result: SoakResult): void => {
  const others = readSoak().filter(({ seed }) => seed !== result.seed);
  const all = [...others, result].toSorted((one, other) => one.seed - other.seed);
  writeFileSync(file, `${JSON.stringify(all, undefined, 2)}\n`);
};
