import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../accuracy/pages.ts';
import type { EngineFigures, measureSteps } from './engine-steps.ts';
import { cache } from './site.ts';

/**
 * Measures the engine alone, in this process, as it is built for production: the scripts' own loader names every closure
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
  const built = (await import(pathToFileURL(join(outDir, 'engine-steps.js')).href)) as {
    readonly measureSteps: typeof measureSteps;
  };
  return built.measureSteps();
};
