import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { posesIn, recordingSchema, type Recording } from '../../src/engine/pose/recording.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { launchBrowser, serveSources } from './launch.ts';
import { timesOf, type Film } from './film.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where it is kept what the detector saw, outside git. */
const folder = process.env['LIMBER_OBSERVED'] ?? join(root, '.cache/observed');

/** What decides how a film looks and what is seen in it: change a byte of it and the film is observed anew. */
const deciding = [
  'src/stage',
  'src/engine/figure',
  'scripts/films/studio',
  'src/platform/detector',
  'src/platform/detector/worker',
];

/** What decides how a rigged body looks, and nothing else; it stands in its own files. */
const isAvatars = (file: string): boolean => file.startsWith('avatar');

const sourceHash = (isWithAvatars: boolean): string => {
  const hash = createHash('sha256');
  for (const place of deciding)
    for (const file of readdirSync(join(root, place)).toSorted())
      if (/\.(ts|html)$/.test(file) && (isWithAvatars || !isAvatars(file)))
        hash.update(file).update(readFileSync(join(root, place, file)));
  return hash.digest('hex');
};

const sources = new Map<boolean, string>();

const sourcesOf = ({ performer }: Film): string => {
  const isWithAvatars = performer !== undefined;
  const hash = sources.get(isWithAvatars) ?? sourceHash(isWithAvatars);
  sources.set(isWithAvatars, hash);
  return hash;
};

const fileOf = (film: Film): string => {
  const key = createHash('sha256').update(sourcesOf(film)).update(JSON.stringify(film)).digest('hex').slice(0, 16);
  return join(folder, `${film.name}-${key}.json.gz`);
};

/** Whether it is known what the detector sees in a film, as film and detector are now. */
export const isObserved = (film: Film): boolean => existsSync(fileOf(film));

/** What the detector saw in a film; throws where that is not known. */
export const observedPoses = (film: Film): readonly TimedPose[] =>
  posesIn(v.parse(recordingSchema, JSON.parse(gunzipSync(readFileSync(fileOf(film))).toString('utf8'))));

const keep = (film: Film, recording: Recording): void => {
  mkdirSync(folder, { recursive: true });
  const file = fileOf(film);
  writeFileSync(`${file}.part`, gzipSync(JSON.stringify(recording)));
  renameSync(`${file}.part`, file);
};

/** Draws each film that is not known yet and lets the app's own detector see it; keeps each as soon as it is there. */
export const observeFilms = async (
  films: readonly Film[],
  onObserved: (film: Film, done: number, of: number) => void = () => {},
): Promise<void> => {
  const missing = films.filter((film) => !isObserved(film));
  if (missing.length === 0) return;
  const served = await serveSources();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(`page error: ${error.message}`));
    const clips = process.env['LIMBER_CLIPS'];
    if (clips !== undefined)
      await page.route('**/performers/*.glb', (route) =>
        route.fulfill({ path: join(clips, 'avatars', basename(new URL(route.request().url()).pathname)) }),
      );
    await page.goto(new URL('/scripts/films/studio/observer.html', served.url).href);
    await page.waitForFunction(() => 'observeFilm' in window);
    for (const [index, film] of missing.entries()) {
      const seen = await page.evaluate((which) => window.observeFilm(which), film);
      const times = timesOf(film);
      const frames = seen.map((keypoints, frame) => ({
        at: Math.round((times[frame] ?? 0) * 1000) / 1000,
        keypoints: keypoints.map(([x, y, score]): [number, number, number] => [x, y, score]),
      }));
      keep(film, { version: 1, frame: film.camera.frame, frames });
      onObserved(film, index + 1, missing.length);
    }
  } finally {
    await browser.close();
    await served.close();
  }
};
