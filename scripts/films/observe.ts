import { basename, join } from 'node:path';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { posesIn } from '../../src/engine/pose/recording.ts';
import { timesOf, type Film } from './film.ts';
import { avatarHash, figureHash, isKept, keepRecording, keptRecording, keyedName } from './kept.ts';
import { launchBrowser, serveSources } from './launch.ts';

/** Film and detector as they are now: change a byte of what decides how it looks or what is seen, and it has another name. */
const nameOf = (film: Film): string =>
  keyedName(film.name, film.performer === undefined ? figureHash() : avatarHash(), JSON.stringify(film));

/** Whether it is known what the detector sees in a film, as film and detector are now. */
export const isObserved = (film: Film): boolean => isKept(nameOf(film));

/** What the detector saw in a film; throws where that is not known. */
export const observedPoses = (film: Film): readonly TimedPose[] => posesIn(keptRecording(nameOf(film)));

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
      // Another command may have seen it meanwhile.
      if (isObserved(film)) continue;
      const seen = await page.evaluate((which) => window.observeFilm(which), film);
      const times = timesOf(film);
      const frames = seen.map((keypoints, frame) => ({
        at: Math.round((times[frame] ?? 0) * 1000) / 1000,
        keypoints: keypoints.map(([x, y, score]): [number, number, number] => [x, y, score]),
      }));
      keepRecording(nameOf(film), { version: 1, frame: film.camera.frame, frames });
      onObserved(film, index + 1, missing.length);
    }
  } finally {
    await browser.close();
    await served.close();
  }
};
