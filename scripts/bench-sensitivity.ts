import { fileURLToPath } from 'node:url';
import { orExit } from './command.ts';
import { optionsIn, usage, type SensitivityOptions } from './sensitivity/options.ts';
import type * as Bench from './sensitivity/main.ts';

/** `npm run bench:sensitivity`: exit status 1 where there is nothing to shift, 2 on an invalid option. */

const bench = async (options: SensitivityOptions): Promise<void> => {
  const { runnerImport } = await import('vite');
  // Vite reads the folder of the exercises, so Vite runs the code that needs it.
  const main = fileURLToPath(new URL('./sensitivity/main.ts', import.meta.url));
  const { module } = await runnerImport<typeof Bench>(main, { logLevel: 'error' });
  await module.runSensitivity(options);
};

const options = await orExit(2, () => optionsIn(process.argv.slice(2)));
if (options) await orExit(1, () => bench(options));
else process.stdout.write(usage);
