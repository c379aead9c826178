import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { en } from '../../src/texts/en/en.ts';
import { watchedPage } from './trained.ts';

/* A video file that is chosen in the briefing, through the built app and its policy. */

let browser: Browser;

/** Three seconds of pictures. */
const film = fileURLToPath(new URL('../fixtures/films/subtitles-longer.mkv', import.meta.url));

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('a video file that is chosen in the briefing is judged without the camera, within the policy', async () => {
  const page = await watchedPage(browser);
  const [complaints, asked]: [string[], string[]] = [[], []];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${inject('appUrl')}#/exercise/cheer`);
  const readers = () => asked.filter((url) => url.includes('video-file'));
  expect(readers()).toEqual([]);
  // Waited for from before the choice: a short film is soon judged.
  const progress = page.locator('film-progress').waitFor({ timeout: 60_000 });
  await page.getByLabel(en.app.briefing.video).setInputFiles(film);
  await progress;
  await page.locator('summary-screen').waitFor({ timeout: 60_000 });
  const { events, detections, cameraRequests } = await page.evaluate(() => ({
    events: window.limberEvents,
    detections: window.detections.length,
    cameraRequests: window.cameraRequests,
  }));
  expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'source-ended' });
  expect(detections).toBe(36);
  const recorded = await page.evaluate(async () => {
    const app = document.querySelector('limber-app');
    return app?.video && (await app.record(app.video)).frames.length;
  });
  expect(recorded).toBe(detections);
  expect(cameraRequests).toBe(0);
  expect(readers()).toHaveLength(1);
  expect(asked.filter((url) => !url.startsWith(inject('appUrl')))).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
