import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the built app is made of. */
const sources = [
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

/** Builds the app whose sources are in a folder, into its `dist`, as for production; rejects with what the build said. */
export const buildApp = async (folder: string): Promise<void> => {
  // In a process of its own: a test runner's NODE_ENV would bundle Lit's development build.
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

/** Whether the `dist` of a folder is newer than all that it is made of. */
export const isBuilt = (folder: string): boolean =>
  changedAt(join(folder, 'dist/index.html')) > Math.max(...sources.map((source) => newestIn(join(folder, source))));
