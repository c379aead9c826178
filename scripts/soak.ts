import { fileURLToPath } from 'node:url';
import { orExit } from './command.ts';
import type * as Soak from './soak/main.ts';
import { optionsIn, usage, type SoakOptions } from './soak/options.ts';

/** `npm run soak`: exit status 1 where a seed failed, 2 on an invalid option. */

const soak = async (options: SoakOptions): Promise<void> => {
  const { runnerImport } = await import('vite');
  // Vite reads the folder of the exercises, so Vite runs the code that needs it.
  const main = fileURLToPath(new URL('./soak/main.ts', import.meta.url));
  const { module } = await runnerImport<typeof Soak>(main, { logLevel: 'error' });
  process.exitCode = (await module.runSoak(options)) ? 0 : 1;
};

const options = await orExit(2, () => optionsIn(process.argv.slice(2)));
if (options) await soak(options);
else process.stdout.write(usage);
