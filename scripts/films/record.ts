import { keypointsFrom } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { filmTime } from '../../src/engine/units.ts';
import type { DrawnFilm } from './draw.ts';
import { launchBrowser, serveSources } from './launch.ts';

/** The real MoveNet's output on films, frame by frame: poses that replay in Node in milliseconds. */
export const recordFilms = async (films: readonly DrawnFilm[]): Promise<readonly (readonly TimedPose[])[]> => {
  const sources = await serveSources();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const recorded: TimedPose[][] = [];
    for (const { film, bytes, frames } of films) {
      await page.route(`**/${film.name}.bin`, (route) => route.fulfill({ body: bytes }));
      await page.goto(new URL('/scripts/films/studio/recorder.html', sources.url).href);
      await page.waitForFunction(() => 'recordFilm' in window);
      const poses = await page.evaluate(([address, which]) => window.recordFilm(address, which), [
        `/${film.name}.bin`,
        frames,
      ] as const);
      recorded.push(
        poses.map((keypoints, index) => ({
          at: filmTime(frames[index]?.at ?? 0),
          frame: film.camera.frame,
          keypoints: keypointsFrom((_, which) => {
            const [x = 0, y = 0, score = 0] = keypoints[which] ?? [];
            return { x, y, score };
          }),
        })),
      );
    }
    return recorded;
  } finally {
    await browser.close();
    await sources.close();
  }
};
