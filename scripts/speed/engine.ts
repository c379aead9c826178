import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { build } from 'vite';
import { root } from '../accuracy/pages.ts';
import type { EngineFigures } from './engine-steps.ts';
import { cache } from './site.ts';

const run = promisify(execFile);

const engineFiguresSchema = v.object({ steps: v.number(), loopUs: v.number(), median: v.number(), p99: v.number() });

/**
 * Measures the engine alone, in a process of its own, as it is built for production: the scripts' own loader names every closure
 * each time that it is made, which the product does not.
 */
export const measureEngine = async (): Promise<EngineFigures> => {
  const outDir = join(cache, 'engine');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: join(root, 'scripts/speed/engine-steps.ts'), outDir, emptyOutDir: true, target: 'es2022' },
  });
  const steps = JSON.stringify(pathToFileURL(join(outDir, 'engine-steps.js')).href);
  const script = `import { measureSteps } from ${steps}; console.log(JSON.stringify(measureSteps()));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  return v.parse(engineFiguresSchema, JSON.parse(stdout));
};
