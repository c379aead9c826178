import { fileURLToPath } from 'node:url';
import { Complaint } from './analyse/complaint.ts';
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

/** Runs a step; where it complains, prints that in one line and ends with this exit status. */
const orExit = async <T>(status: number, step: () => T | Promise<T>): Promise<T> => {
  try {
    return await step();
  } catch (thrown) {
    // The code that Vite runs has its own class `Complaint`.
    if (!(thrown instanceof Error) || thrown.name !== Complaint.name) throw thrown;
    process.stderr.write(`${thrown.message}\n`);
    process.exit(status);
  }
};

const options = await orExit(2, () => optionsIn(process.argv.slice(2)));
if (options) await orExit(1, () => bench(options));
else process.stdout.write(usage);
