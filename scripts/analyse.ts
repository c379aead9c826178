import { fileURLToPath } from 'node:url';
import { Complaint } from './analyse/complaint.ts';
import type * as Main from './analyse/main.ts';
import { optionsIn, usage } from './analyse/options.ts';

/** `npm run analyse -- FILE... --exercise ID`: judges films or recordings as the app does; 2 where something asked for is amiss. */

const analyse = async (): Promise<void> => {
  const options = optionsIn(process.argv.slice(2));
  if (!options) {
    process.stdout.write(usage);
    return;
  }
  const { runnerImport } = await import('vite');
  // The folders of the exercises and their texts are read by Vite, so Vite runs what needs them.
  const { module } = await runnerImport<typeof Main>(fileURLToPath(new URL('./analyse/main.ts', import.meta.url)), {
    logLevel: 'error',
  });
  await module.runAnalysis(options);
};

try {
  await analyse();
} catch (thrown) {
  // What Vite runs has a class `Complaint` of its own.
  if (!(thrown instanceof Error) || thrown.name !== Complaint.name) throw thrown;
  process.stderr.write(`${thrown.message}\n`);
  process.exitCode = 2;
}
