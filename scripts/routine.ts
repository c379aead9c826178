import { fileURLToPath } from 'node:url';
import type * as Main from './routine/main.ts';

/**
 * `npm run routine`: the figure trains the whole routine at its full dose in the built app, with nobody touching anything; 1 where an
 * exercise was not completed, or something was corrected that was done right. `SPEED` says how fast it lives, 1-4.
 */

const { runnerImport } = await import('vite');
// The folders of the exercises and their texts are read by Vite, so Vite runs what needs them.
const { module } = await runnerImport<typeof Main>(fileURLToPath(new URL('./routine/main.ts', import.meta.url)), {
  logLevel: 'error',
});
process.exitCode = (await module.trainRoutine(Number(process.env['SPEED'] ?? 2))) ? 0 : 1;
