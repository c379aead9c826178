import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import type * as Bench from './accuracy/main.ts';

/** `npm run bench:accuracy [-- --quick | --judge]`: the exercises' folder is read by Vite, so Vite runs what needs them. */

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, judge: { type: 'boolean' } } });
const bench = await runnerImport<typeof Bench>(fileURLToPath(new URL('./accuracy/main.ts', import.meta.url)), {
  logLevel: 'warn',
});
await bench.module.runBench({ quick: values.quick ?? false, judge: values.judge ?? false });
