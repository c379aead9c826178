import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildApp } from '../../scripts/build-app.ts';
import { serveFolder } from '../../scripts/serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the app's front page, built and served as in production, the same for every e2e test. */
    readonly appUrl: string;
  }
}

/** Builds the app once for all e2e tests and serves it; `inject('appUrl')` returns the address. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await buildApp(root);
  const served = await serveFolder(join(root, 'dist'), { port: 4300 });
  project.provide('appUrl', served.url);
  return () => served.close();
};
