import { fileURLToPath } from 'node:url';
import { orExit } from './command.ts';
import type * as Bench from './speed/main.ts';
import { optionsIn, usage, type SpeedOptions } from './speed/options.ts';

/** `npm run bench:speed`: how fast Limber is beside what else there is; exit status 2 on an invalid option. */

const bench = async (options: SpeedOptions): Promise<void> => {
  const { runnerImport } = await import('vite');
  // Vite reads the folder of the exercises, so Vite runs the code that needs it.
  const main = fileURLToPath(new URL('./speed/main.ts', import.meta.url));
  const { module } = await runnerImport<typeof Bench>(main, { logLevel: 'error' });
  await module.runSpeed(options);
};

const options = await orExit(2, () => optionsIn(process.argv.slice(2)));
if (options) await orExit(1, () => bench(options));
else process.stdout.write(usage);
