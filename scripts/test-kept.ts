import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type * as Main from './kept/main.ts';

/**
 * `npm run test:kept`: what is kept survives kills, full disks, torn records, changed clocks and damaged files; exit
 * status 1 if something was lost. `-- --kills 110 --runs 890 --files 5000 --seed 1` are the defaults.
 */

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '110' },
    runs: { type: 'string', default: '890' },
    files: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
  },
});

const { runnerImport } = await import('vite');
// Vite reads the folder of the exercises, so Vite runs the code that needs them.
const { module } = await runnerImport<typeof Main>(fileURLToPath(new URL('./kept/main.ts', import.meta.url)), {
  logLevel: 'error',
});
const { kills, runs, files, seed } = values;
const isAllKept = await module.testKept({
  kills: Number(kills),
  runs: Number(runs),
  files: Number(files),
  seed: Number(seed),
});
process.exit(isAllKept ? 0 : 1);
