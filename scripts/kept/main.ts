import { fuzzedPlan, harmIn, smallSessions } from '../../tests/session/history/harmless.ts';
import { fuzzed } from '../../tests/session/history/fuzzed-imports.ts';
import { madeSessions } from '../../tests/made-sessions.ts';
import { historyOver, planInMemory, recordsInMemory } from '../../tests/records.ts';
import { killPages } from './browser.ts';
import { mishaps, simulate, type Mishap } from './simulated.ts';

/** How often each is tried, and the first seed. */
export interface KeptOptions {
  /** Pages killed in Chromium. */
  readonly kills: number;
  /** Simulated devices. */
  readonly runs: number;
  /** Damaged files. */
  readonly files: number;
  readonly seed: number;
}

/** Prints what was found and returns whether all is well. */
const report = (line: string, found: readonly string[]): boolean => {
  console.log(`${line}: ${found.length === 0 ? 'all kept' : `${found.length} problems`}`);
  for (const one of found.slice(0, 5)) console.log(`  ${one}`);
  return found.length === 0;
};

const testKills = async ({ kills, seed }: KeptOptions): Promise<boolean> => {
  const killed = await killPages(kills, seed);
  return report(`${killed.runs} pages killed in Chromium, ${killed.due} repetitions due`, killed.problems);
};

const testMishap = async (mishap: Mishap, { runs, seed }: KeptOptions): Promise<boolean> => {
  const found: string[] = [];
  let count = 0;
  for (let run = mishaps.indexOf(mishap); run < runs; run += mishaps.length) {
    found.push(...(await simulate(mishap, seed + run)).map((one) => `seed ${seed + run}: ${one}`));
    count += 1;
  }
  return report(`${count} simulated devices, ${mishap}`, found);
};

const testFiles = async ({ files, seed }: KeptOptions): Promise<boolean> => {
  const sessions = smallSessions(madeSessions(5, seed));
  const { history } = historyOver(recordsInMemory().store, { plan: planInMemory(fuzzedPlan) });
  for (const session of sessions) await history.keep(session);
  const text = await (await history.exportFile()).text();
  const harmed: string[] = [];
  for (let file = 0; file < files; file += 1)
    harmed.push(...(await harmIn(fuzzed(text, seed + file), sessions)).map((one) => `seed ${seed + file}: ${one}`));
  return report(`${files} damaged files`, harmed);
};

/** Tries everything that may happen to what is kept; resolves to whether all was kept. */
export const testKept = async (options: KeptOptions): Promise<boolean> => {
  const results = [options.kills > 0 ? await testKills(options) : true];
  for (const mishap of mishaps) results.push(await testMishap(mishap, options));
  results.push(await testFiles(options));
  return results.every(Boolean);
};
