import { fileURLToPath } from 'node:url';
import { execFileSync } from 'node:child_process';
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

/** Builds the app once for all e2e tests and serves it; `inject('appUrl')` tells where. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  // In a process of its own: the test runner's NODE_ENV would bundle Lit's development build.
  const vite = `${root}node_modules/vite/bin/vite.js`;
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env: environment(),
  });
  const served = await serveFolder(`${root}dist`, { port: 4300 });
  project.provide('appUrl', served.url);
  return () => served.close();
};
