import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser, serveSources } from './launch.ts';
import { timesOf, type Film } from './film.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where drawn films are saved, outside git: `LIMBER_FILM_CACHE`, or `.cache/films`. */
const cacheFolder = process.env['LIMBER_FILM_CACHE'] ?? join(root, '.cache/films');

/** How many frames are drawn in one call. */
const batch = 45;

/** Some frames of a film: the first one, and their number. */
export interface FilmPart {
  readonly film: Film;
  readonly from: number;
  readonly count: number;
}

/** A drawn film, or a part of one: its JPEGs one after the other, each with its time and its place among the bytes. */
export interface DrawnFilm {
  readonly film: Film;
  readonly bytes: Buffer;
  readonly frames: readonly { readonly at: number; readonly from: number; readonly to: number }[];
}

/** A hash of everything that determines the look of a film: if a byte changes, the film is drawn again. */
const sourceHash = (): string => {
  const hash = createHash('sha256');
  for (const folder of ['src/stage', 'src/engine/figure', 'scripts/films/studio'])
    for (const file of readdirSync(join(root, folder)).toSorted()) hash.update(readFileSync(join(root, folder, file)));
  return hash.digest('hex');
};

const wholeOf = (film: Film): FilmPart => ({ film, from: 0, count: timesOf(film).length });

const keyOf = ({ film, from, count }: FilmPart, sources: string): string => {
  const hash = createHash('sha256').update(sources).update(JSON.stringify(film));
  if (from > 0 || count < timesOf(film).length) hash.update(`${from}+${count}`);
  return hash.digest('hex').slice(0, 16);
};

/** Draws the films that are not in the cache; returns all of them. */
export const drawFilms = (films: readonly Film[]): Promise<readonly DrawnFilm[]> => drawParts(films.map(wholeOf));

/** Draws the parts of films that are not in the cache; returns all of them. */
export const drawParts = async (parts: readonly FilmPart[]): Promise<readonly DrawnFilm[]> => {
  mkdirSync(cacheFolder, { recursive: true });
  const sources = sourceHash();
  const fileOf = (part: FilmPart): string => join(cacheFolder, `${part.film.name}-${keyOf(part, sources)}`);
  const missing = parts.filter((part) => !existsSync(`${fileOf(part)}.json`));
  if (missing.length > 0) await drawAll(missing, fileOf);
  return parts.map((part) => ({
    film: part.film,
    bytes: readFileSync(`${fileOf(part)}.bin`),
    frames: JSON.parse(readFileSync(`${fileOf(part)}.json`, 'utf8')) as DrawnFilm['frames'],
  }));
};

const drawAll = async (parts: readonly FilmPart[], fileOf: (part: FilmPart) => string): Promise<void> => {
  const sources = await serveSources();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(new URL('/scripts/films/studio/studio.html', sources.url).href);
    await page.waitForFunction(() => 'drawFrames' in window);
    for (const part of parts) await drawOne(page, part, fileOf(part));
  } finally {
    await browser.close();
    await sources.close();
  }
};

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>['newPage']>>;

const drawOne = async (page: Page, { film, ...part }: FilmPart, file: string): Promise<void> => {
  const started = performance.now();
  const times = timesOf(film).slice(part.from, part.from + part.count);
  const jpegs: Buffer[] = [];
  for (let done = 0; done < times.length; done += batch) {
    const drawn = await page.evaluate(([which, first, count]) => window.drawFrames(which, first, count), [
      film,
      part.from + done,
      Math.min(batch, times.length - done),
    ] as const);
    jpegs.push(...drawn.map((jpeg) => Buffer.from(jpeg, 'base64')));
  }
  let to = 0;
  const frames = jpegs.map((jpeg, index) => {
    const from = to;
    to += jpeg.length;
    return { at: times[index] ?? 0, from, to };
  });
  writeFileSync(`${file}.bin`, Buffer.concat(jpegs));
  writeFileSync(`${file}.json.part`, JSON.stringify(frames));
  renameSync(`${file}.json.part`, `${file}.json`);
  const each = (performance.now() - started) / frames.length;
  console.log(`drew ${film.name}: ${frames.length} frames, ${each.toFixed(0)} ms each`);
};

/**
 * A JPEG as a sensor with a little noise would give it: no two of four in a row have the same pixels. The factor of one
 * coarse part of its brightness (the sixth of its first table) is raised by up to three.
 */
const withNoise = (jpeg: Buffer, frame: number): Buffer => {
  const noisy = Buffer.from(jpeg);
  const table = noisy.indexOf(Buffer.from([0xff, 0xdb])) + 5;
  const factor = table + 5;
  noisy[factor] = (noisy[factor] ?? 0) + (frame % 4);
  return noisy;
};

/**
 * Writes a film as the MJPEG that Chromium's fake webcam plays at 30 frames a second; returns its path. A camera never
 * sends the very same pixels again.
 */
export const webcamFileOf = ({ film, bytes, frames }: DrawnFilm): string => {
  const file = join(cacheFolder, `${film.name}.mjpeg`);
  const times = 30 / film.framesPerSecond;
  writeFileSync(
    file,
    Buffer.concat(
      frames.flatMap(({ from, to }, index) =>
        Array.from({ length: times }, (_, repeat) => withNoise(bytes.subarray(from, to), index * times + repeat)),
      ),
    ),
  );
  return file;
};
