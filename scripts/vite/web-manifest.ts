import type { Plugin } from 'vite';
import { app } from '../../src/texts/en/app.ts';
import { routine } from '../../src/texts/en/routine.ts';

const file = 'manifest.webmanifest';

const icon = (name: string, sizes: string, type: string, purpose = 'any'): Readonly<Record<string, string>> => ({
  src: `./${name}`,
  sizes,
  type,
  purpose,
});

const shortcut = (name: string, url: string): Readonly<Record<string, unknown>> => ({
  name,
  url,
  icons: [{ src: './icons/icon-192.png', sizes: '192x192', type: 'image/png' }],
});

/** The web app manifest; addresses are relative, so that the app installs from under any path. */
const manifest = {
  id: './',
  name: app.name,
  short_name: app.name,
  description: 'A stretch trainer that watches through your webcam, wholly in your browser.',
  lang: 'en',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#f6f1e8',
  theme_color: '#0b665e',
  categories: ['health', 'fitness'],
  icons: [
    icon('favicon.svg', 'any', 'image/svg+xml'),
    icon('icons/icon-192.png', '192x192', 'image/png'),
    icon('icons/icon-512.png', '512x512', 'image/png'),
    icon('icons/maskable.svg', 'any', 'image/svg+xml', 'maskable'),
    icon('icons/maskable-512.png', '512x512', 'image/png', 'maskable'),
  ],
  shortcuts: [
    ...Object.entries(routine.names).map(([id, name]) => shortcut(name, `./#/routines/${id}`)),
    shortcut(app.home.settings, './#/settings'),
  ],
};

/** Adds the web app manifest to the build, and a link to it to the page. */
export const webManifest = (): Plugin => ({
  name: 'limber:web-manifest',
  apply: 'build',
  transformIndexHtml: (_, { path }) =>
    path === '/index.html' ? [{ tag: 'link', attrs: { rel: 'manifest', href: `./${file}` }, injectTo: 'head' }] : [],
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: file, source: `${JSON.stringify(manifest, undefined, 2)}\n` });
  },
});
