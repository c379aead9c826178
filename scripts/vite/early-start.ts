import { basename } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { earlyCode } from './early.ts';

/** A file and all that must arrive before it runs. */
const withImports = (fileName: string, bundle: Rolldown.OutputBundle, found = new Set<string>()): Set<string> => {
  const file = bundle[fileName];
  found.add(fileName);
  for (const imported of file?.type === 'chunk' ? file.imports : [])
    if (!found.has(imported)) withImports(imported, bundle, found);
  return found;
};

/**
 * Builds `src/main.ahead.ts` as a part of its own, and writes the code into the page's head that loads it where the address is
 * that of a session.
 */
export const earlyStart = (): Plugin => ({
  name: 'limber:early-start',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'src/main.ahead.ts', name: 'main.ahead' });
  },
  transformIndexHtml: {
    order: 'post',
    handler: (html, { filename, bundle = {} }) => {
      if (basename(filename) !== 'index.html') return html;
      const ahead = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'main.ahead');
      if (!ahead) throw new Error('The code that starts a session early was not built.');
      const addresses = [...withImports(ahead.fileName, bundle)].map((name) => `./${name}`);
      // In front of the app's code, which takes the browser longer to fetch and to compile.
      return html.replace(
        '<script type="module"',
        () => `<script data-ahead="${addresses.join(' ')}">${earlyCode}</script>\n    <script type="module"`,
      );
    },
  },
});
