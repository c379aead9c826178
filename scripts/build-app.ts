import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The sources of the built app. */
const sources = [
  '404.html',
  'PRIVACY.md',
  'index.html',
  'models',
  'package-lock.json',
  'public',
  'scripts/security-headers.ts',
  'scripts/vite',
  'src',
  'vite.config.ts',
] as const;

const environment = (): NodeJS.ProcessEnv => {
  const { NODE_ENV: _, ...rest } = process.env;
  return rest;
};

/**
 * Builds the app from the sources in a folder, into its `dist`, as for production; rejects with the output of the
 * build.
 */
export const buildApp = async (folder: string): Promise<void> => {
  // In a separate process: a test runner's NODE_ENV would bundle Lit's development build.
  const vite = join(folder, 'node_modules/vite/bin/vite.js');
  try {
    await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder, env: environment() });
  } catch (thrown) {
    throw new Error(`The app in ${folder} could not be built.`, { cause: thrown });
  }
};

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const newestIn = (path: string): number => {
  if (!statSync(path).isDirectory()) return changedAt(path);
  const within = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => changedAt(join(path, file)));
  return Math.max(changedAt(path), ...within);
};

/** Whether the `dist` of a folder is newer than all its sources. */
export const isBuilt = (folder: string): boolean =>
  changedAt(join(folder, 'dist/index.html')) > Math.max(...sources.map((source) => newestIn(join(folder, source))));
