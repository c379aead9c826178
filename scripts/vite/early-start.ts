import { basename } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Builds `src/main.early.ts` as a script of its own and loads it beside the app's code: Vite would join the scripts of a page
 * into one, which runs when all of it has arrived.
 */
export const earlyStart = (): Plugin => ({
  name: 'limber:early-start',
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'src/main.early.ts', name: 'early' });
  },
  transformIndexHtml: {
    order: 'post',
    handler: (html, { filename, bundle = {} }) => {
      if (basename(filename) !== 'index.html') return html;
      const early = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'early');
      if (early?.type !== 'chunk') throw new Error('The early script was not built.');
      const preloads = early.imports.map((href) => `<link rel="modulepreload" href="./${href}">`);
      // In front of the app's code, which takes the browser longer to fetch and to compile.
      const tags = [`<script type="module" async src="./${early.fileName}"></script>`, ...preloads];
      return html.replace('<script type="module"', `${tags.join('\n    ')}\n    $&`);
    },
  },
});
