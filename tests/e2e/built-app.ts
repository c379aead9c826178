import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { serveFolder } from '../../scripts/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the app's front page, built and served as production, the same for every e2e test. */
    readonly appUrl: string;
  }
}

const environment = (): NodeJS.ProcessEnv => {
  const { NODE_ENV: _, ...rest } = process.env;
  return rest;
};

/** Builds the app whose sources are in a folder, into its `dist`, as for production. */
export const buildApp = async (folder: string): Promise<void> => {
  // In a process of its own: the test runner's NODE_ENV would bundle Lit's development build.
  const vite = join(folder, 'node_modules/vite/bin/vite.js');
  const building = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: folder,
    stdio: 'inherit',
    env: environment(),
  });
  const [code] = await once(building, 'exit');
  if (code !== 0) throw new Error(`The app in ${folder} could not be built.`);
};

/** Builds the app once for all e2e tests and serves it; `inject('appUrl')` tells where. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await buildApp(root);
  const served = await serveFolder(join(root, 'dist'), { port: 4300 });
  project.provide('appUrl', served.url);
  return () => served.close();
};
