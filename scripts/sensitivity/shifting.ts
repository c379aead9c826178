import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build, type Plugin } from 'vite';
import { root } from '../accuracy/pages.ts';
import { constantsIn, shiftedFiles, type Constant } from './constants.ts';
import type * as Judging from './judging.ts';

/* Runs the judging with constants changed: each constant becomes a look-up, and the whole is loaded again. */

/** The judging code, as it is exported by `judging.ts`. */
export type Loaded = typeof Judging;

/** The name of the look-up within the code. */
const lookUp = 'shiftedNumber';

/** A text with each constant replaced by a look-up of its name and value. */
export const withLookUps = (text: string, constants: readonly Constant[]): string =>
  constants
    .toSorted((one, other) => other.start - one.start)
    .reduce(
      (changed, { name, value, start, end }) =>
        `${changed.slice(0, start)}${lookUp}(${JSON.stringify(name)}, ${value})${changed.slice(end)}`,
      text,
    );

/** Replaces the constants of the engine and of the exercises, and leaves the places of files as they are. */
const lookingUp = (): Plugin => {
  const shifted = new Set(shiftedFiles());
  return {
    name: 'look-up-constants',
    enforce: 'pre',
    transform: (text, id) => {
      const file = relative(root, id).replaceAll('\\', '/');
      const looked = shifted.has(file) ? withLookUps(text, constantsIn(file, text)) : text;
      return looked.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href));
    },
  };
};

/** Loads the judging code: with constants at other values, by their names, or as it is. */
export type Load = (shifted?: ReadonlyMap<string, number>) => Loaded;

/** Builds the judging code once, and loads it as often as is needed. */
export const buildJudging = async (): Promise<{ readonly code: string; readonly load: Load }> => {
  const entry = fileURLToPath(new URL('judging.ts', import.meta.url));
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [lookingUp()],
    build: { ssr: entry, write: false, minify: false, rolldownOptions: { output: { format: 'cjs' } } },
  });
  const [output] = 'output' in built ? built.output : [];
  if (output?.type !== 'chunk') throw new Error('The judging code was not built.');
  const wrapped = `(exports, require, ${lookUp}) => { ${output.code} }`;
  const run = new Script(wrapped, { filename: 'judging.cjs' }).runInThisContext() as (
    exports: object,
    require: NodeJS.Require,
    lookUp: (name: string, value: number) => number,
  ) => void;
  const require = createRequire(join(root, 'package.json'));
  const load: Load = (shifted) => {
    const exports = {};
    run(exports, require, (name, value) => shifted?.get(name) ?? value);
    return exports as Loaded;
  };
  return { code: output.code, load };
};
