import { fileURLToPath } from 'node:url';
import { orExit } from './command.ts';
import type * as Main from './fixture/main.ts';
import { optionsIn, usage } from './fixture/options.ts';

/** `npm run fixture -- RECORDING --counted N ...`: turns a recording into a fixture of the tests; exit status 2 on errors. */

await orExit(2, async () => {
  const options = optionsIn(process.argv.slice(2));
  if (!options) {
    process.stdout.write(usage);
    return;
  }
  const { runnerImport } = await import('vite');
  // Vite reads the folders of the exercises and their texts, so Vite runs the code that needs them.
  const { module } = await runnerImport<typeof Main>(fileURLToPath(new URL('./fixture/main.ts', import.meta.url)), {
    logLevel: 'error',
  });
  process.stdout.write(await module.makeFixture(options));
});
