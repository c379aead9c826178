import { basename, join } from 'node:path';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { posesIn, type Recording } from '../../src/engine/pose/recording.ts';
import type { DetectorModel } from '../../src/ports/detector-model.ts';
import { timesOf, type Film } from './film.ts';
import { avatarHash, figureHash, isKept, keepRecording, keptRecording, keyedName } from './kept.ts';
import { launchBrowser, serveSources } from './launch.ts';

/** The output of the app's own detector on films, with one model; it is saved. */
export interface Observer {
  readonly model: DetectorModel;
  /** Whether the detector's output on a film is known, for the present film and detector. */
  readonly isObserved: (film: Film) => boolean;
  /** The detector's output on a film; throws where it is not known. */
  readonly posesIn: (film: Film) => readonly TimedPose[];
  /** Draws each film whose output is not known and runs the detector on it; saves each as soon as it is ready. */
  readonly observe: (
    films: readonly Film[],
    onObserved?: (film: Film, done: number, of: number) => void,
  ) => Promise<void>;
}

/** The observer with a model. */
export const observerWith = (model: DetectorModel): Observer => {
  // The name depends on the present film and detector: a changed byte in what determines the look or the output changes
  // the name.
  const nameOf = (film: Film): string =>
    keyedName(film.name, film.performer === undefined ? figureHash() : avatarHash(), model, JSON.stringify(film));
  const isObserved = (film: Film): boolean => isKept(nameOf(film));
  return {
    model,
    isObserved,
    posesIn: (film) => posesIn(keptRecording(nameOf(film))),
    observe: (films, onObserved = () => undefined) =>
      observeFilms(model, films, { isObserved, keep: (film, seen) => keepRecording(nameOf(film), seen), onObserved }),
  };
};

const observeFilms = async (
  model: DetectorModel,
  films: readonly Film[],
  {
    isObserved,
    keep,
    onObserved,
  }: {
    readonly isObserved: (film: Film) => boolean;
    readonly keep: (film: Film, seen: Recording) => void;
    readonly onObserved: (film: Film, done: number, of: number) => void;
  },
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
      // Another command may have observed it meanwhile.
      if (isObserved(film)) continue;
      const seen = await page.evaluate(([which, by]) => window.observeFilm(which, by), [film, model] as const);
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
