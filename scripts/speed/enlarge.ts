import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrawnFilm } from '../films/draw.ts';
import { launchBrowser } from '../films/launch.ts';
import { cameraSizes, placeIn, type CameraSize } from './film.ts';

/** A film as JPEGs one after the other, each with its place among the bytes. */
export type EncodedFilm = Pick<DrawnFilm, 'bytes' | 'frames'>;

/** How many frames are enlarged in one call. */
const batch = 30;

/**
 * A film in a larger size, from a cache or made anew: each picture scaled to the height and set in the middle, with its
 * outermost columns drawn out to the sides, so that all sizes show the same frames.
 */
export const enlarged = async (film: EncodedFilm, size: CameraSize, folder: string): Promise<EncodedFilm> => {
  mkdirSync(folder, { recursive: true });
  const key = createHash('sha256').update(film.bytes).update(JSON.stringify(cameraSizes[size])).digest('hex');
  const file = join(folder, `${size}-${key.slice(0, 16)}`);
  if (!existsSync(`${file}.json`)) {
    const made = await enlarge(film, size);
    writeFileSync(`${file}.bin`, made.bytes);
    writeFileSync(`${file}.json`, JSON.stringify(made.frames));
  }
  return {
    bytes: readFileSync(`${file}.bin`),
    frames: JSON.parse(readFileSync(`${file}.json`, 'utf8')) as EncodedFilm['frames'],
  };
};

const enlarge = async ({ bytes, frames }: EncodedFilm, size: CameraSize): Promise<EncodedFilm> => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const jpegs: Buffer[] = [];
    for (let done = 0; done < frames.length; done += batch) {
      const some = frames.slice(done, done + batch).map(({ from, to }) => bytes.subarray(from, to).toString('base64'));
      const larger = await page.evaluate(enlargeInPage, { jpegs: some, to: cameraSizes[size], place: placeIn(size) });
      jpegs.push(...larger.map((jpeg) => Buffer.from(jpeg, 'base64')));
    }
    let to = 0;
    const placed = jpegs.map((jpeg, index) => {
      const from = to;
      to += jpeg.length;
      return { at: frames[index]?.at ?? 0, from, to };
    });
    return { bytes: Buffer.concat(jpegs), frames: placed };
  } finally {
    await browser.close();
  }
};

/** Runs in the page, so it uses nothing from outside. */
const enlargeInPage = async ({
  jpegs,
  to,
  place,
}: {
  readonly jpegs: readonly string[];
  readonly to: { readonly width: number; readonly height: number };
  readonly place: { readonly scale: number; readonly left: number };
}): Promise<readonly string[]> => {
  const canvas = document.createElement('canvas');
  canvas.width = to.width;
  canvas.height = to.height;
  const context = canvas.getContext('2d');
  const larger: string[] = [];
  for (const jpeg of jpegs) {
    const bytes = Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const { left } = place;
    context?.drawImage(image, 0, 0, 2, image.height, 0, 0, left, to.height);
    context?.drawImage(image, image.width - 2, 0, 2, image.height, to.width - left, 0, left, to.height);
    context?.drawImage(image, left, 0, to.width - 2 * left, to.height);
    image.close();
    larger.push(canvas.toDataURL('image/jpeg', 0.85).slice('data:image/jpeg;base64,'.length));
  }
  return larger;
};
