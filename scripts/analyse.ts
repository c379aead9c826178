import { fileURLToPath } from 'node:url';
import { Complaint } from './analyse/complaint.ts';
import type * as Main from './analyse/main.ts';
import { optionsIn, usage } from './analyse/options.ts';

/**
 * `npm run analyse -- FILE... --exercise ID`: judges films or recordings as the app does; exit status 2 on errors of
 * the request.
 */

const analyse = async (): Promise<void> => {
  const options = optionsIn(process.argv.slice(2));
  if (!options) {
    process.stdout.write(usage);
    return;
  }
  const { runnerImport } = await import('vite');
  // Vite reads the folders of the exercises and their texts, so Vite runs the code that needs them.
  const { module } = await runnerImport<typeof Main>(fileURLToPath(new URL('./analyse/main.ts', import.meta.url)), {
    logLevel: 'error',
  });
  await module.runAnalysis(options);
};

try {
  await analyse();
} catch (thrown) {
  // The code that Vite runs has its own class `Complaint`.
  if (!(thrown instanceof Error) || thrown.name !== Complaint.name) throw thrown;
  process.stderr.write(`${thrown.message}\n`);
  process.exitCode = 2;
}
