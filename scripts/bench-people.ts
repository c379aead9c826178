import { fileURLToPath } from 'node:url';
import { Complaint } from './analyse/complaint.ts';
import type * as Bench from './people/main.ts';
import { optionsIn, usage } from './people/options.ts';

/**
 * `npm run bench:people`: judges recordings of people; exit status 1 where there are none, 2 on an invalid option.
 */

const bench = async (): Promise<void> => {
  const options = optionsIn(process.argv.slice(2));
  if (!options) {
    process.stdout.write(usage);
    return;
  }
  const { runnerImport } = await import('vite');
  // Vite reads the folder of the exercises, so Vite runs the code that needs it.
  const main = fileURLToPath(new URL('./people/main.ts', import.meta.url));
  const { module } = await runnerImport<typeof Bench>(main, { logLevel: 'error' });
  await module.runPeople(options);
};

try {
  await bench();
} catch (thrown) {
  // The code that Vite runs has its own class `Complaint`.
  if (!(thrown instanceof Error) || thrown.name !== Complaint.name) throw thrown;
  process.stderr.write(`${thrown.message}\n`);
  process.exitCode = thrown instanceof Complaint ? 2 : 1;
}
