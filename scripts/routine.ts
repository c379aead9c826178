import { fileURLToPath } from 'node:url';
import type * as Main from './routine/main.ts';

/**
 * `npm run routine`: the figure trains the whole routine at its full dose in the built app, without any input; exit
 * status 1 where an exercise was not completed, or a correct movement was corrected. `SPEED` is the playback speed of
 * the figure, 1-4.
 */

const { runnerImport } = await import('vite');
// Vite reads the folders of the exercises and their texts, so Vite runs the code that needs them.
const { module } = await runnerImport<typeof Main>(fileURLToPath(new URL('./routine/main.ts', import.meta.url)), {
  logLevel: 'error',
});
process.exitCode = (await module.trainRoutine(Number(process.env['SPEED'] ?? 2))) ? 0 : 1;
