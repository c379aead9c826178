import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Main from './screenshots/main.ts';

/**
 * `npm run screenshots`: photographs every screen with the figure, into `docs/screenshots`; exit status 1 where a
 * screen has a problem.
 */

const { runnerImport } = await import('vite');
// Vite reads the folders of the exercises and their texts, so Vite runs the code that needs them.
const { module } = await runnerImport<typeof Main>(fileURLToPath(new URL('./screenshots/main.ts', import.meta.url)), {
  logLevel: 'error',
});
const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'docs/screenshots');
mkdirSync(folder, { recursive: true });
const misframed = await module.takeScreenshots(folder);
for (const one of misframed) console.error(one);
process.exitCode = misframed.length > 0 ? 1 : 0;
