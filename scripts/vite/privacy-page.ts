import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Adds `PRIVACY.md` to the build as plain text, which every browser shows. */
export const privacyPage = (): Plugin => {
  let root = process.cwd();
  return {
    name: 'limber:privacy-page',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
    },
    generateBundle() {
      const source = readFileSync(resolve(root, 'PRIVACY.md'), 'utf8').replaceAll(/\[([^\]]+)\]\([^)]+\)/g, '$1');
      this.emitFile({ type: 'asset', fileName: 'privacy.txt', source });
    },
  };
};
