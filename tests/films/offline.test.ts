import type { Browser, Page } from 'playwright';
import { expect, it } from 'vitest';
import { drawFilms, webcamFileOf } from '../../scripts/films/draw.ts';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { reliefRoutine } from '../../src/session/planning/routines.ts';
import { servePlain } from '../e2e/plain-host.ts';
import { sessionEnd, watchedPage } from '../e2e/trained.ts';
import { eventsOf } from '../scenarios/play.ts';
import { twoButterflies } from './films.ts';

/*
 * A whole day without network: the app is stored, its host goes away, the figure trains the whole routine with no input,
 * a user (a film as the webcam) one exercise, the page is loaded again, and another exercise is trained.
 */

const relief = reliefRoutine(exercises);

const open = (page: Page, link: string): Promise<void> =>
  page.evaluate((hash) => {
    window.limberEvents.length = 0;
    location.hash = hash;
  }, link);

const worksOffline = (page: Page): Promise<void> => page.getByText('Works offline.').waitFor({ timeout: 30_000 });

it(
  'with the host gone, the whole routine, an exercise before the camera, and another after a reload are trained',
  { timeout: 600_000 },
  async () => {
    const [film] = await drawFilms([twoButterflies]);
    if (!film) throw new Error('The film was not drawn.');
    const host = await servePlain('dist');
    const browser: Browser = await launchBrowser([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${webcamFileOf(film)}`,
    ]);
    const page = await watchedPage(browser, { serviceWorkers: 'allow' });
    const failed: string[] = [];
    page.on('pageerror', (error) => failed.push(error.message));
    await page.goto(host.url);
    await worksOffline(page);
    await host.close();
    await page.context().setOffline(true);
    await page.reload();
    await worksOffline(page);

    await open(page, `#/routine/${relief.id}?source=figure&reps=1&hold=2&speed=2&range=norm&rest=3`);
    await page.waitForFunction(() => window.limberEvents.some(({ type }) => type === 'routine-ended'), undefined, {
      timeout: 300_000,
    });
    const routine = await page.evaluate(() => window.limberEvents);
    expect(eventsOf(routine, 'session-ended').map(({ exercise, why }) => `${exercise} ${why}`)).toEqual(
      relief.steps.map(({ exercise }) => `${exercise} completed`),
    );
    expect(eventsOf(routine, 'cue-given')).toEqual([]);
    expect(await page.evaluate(() => window.cameraRequests)).toBe(0);

    await open(page, '#/train/butterfly?reps=2&hold=3&range=norm&pain=off');
    const { events } = await sessionEnd(page, 120_000);
    expect(eventsOf(events, 'rep-completed')).toHaveLength(2);
    expect(await page.evaluate(() => window.cameraRequests)).toBe(1);

    await page.reload();
    await open(page, '#/train/cheer?source=figure&reps=1&range=norm&pain=off&speed=2');
    const again = await sessionEnd(page, 120_000);
    expect(eventsOf(again.events, 'rep-completed')).toHaveLength(1);
    expect(failed).toEqual([]);
    await browser.close();
  },
);
