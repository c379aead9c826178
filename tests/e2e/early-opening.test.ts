import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { en } from '../../src/texts/en/en.ts';
import { servePlain, type PlainHost } from './plain-host.ts';
import { watchedPage } from './trained.ts';

let browser: Browser;
let host: PlainHost;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
});
afterAll(() => browser.close());
beforeEach(async () => {
  host = await servePlain('dist');
  page = await watchedPage(browser);
});
afterEach(async () => {
  await page.close();
  await host.close();
});

/** The requests so far for what only the detector needs; Thunder, which a fast device tries later, not included. */
const ofDetector = (): readonly string[] =>
  host.requests.filter((path) => /worker-|movenet-(?!thunder)|\.wasm$/.test(path));

/** Presses Start, and rates the pain before. */
const start = async (): Promise<void> => {
  await page.getByRole('link', { name: en.app.briefing.start }).click();
  await page.locator('pain-check').waitFor({ timeout: 60_000 });
  await page.keyboard.press('2');
  await page.waitForFunction(() => window.detections.length > 0, undefined, { timeout: 60_000 });
};

it('opens the detector while the briefing is read, so that Start fetches nothing more of it', async () => {
  await page.goto(host.url);
  await page.locator('exercise-card').first().waitFor();
  await page.waitForTimeout(1500);
  expect(ofDetector()).toEqual([]);
  await page.evaluate(() => {
    location.hash = '#/exercise/butterfly';
  });
  await page.waitForFunction(() => window.bareMs > 0, undefined, { timeout: 60_000 });
  const before = ofDetector();
  expect(before.filter((path) => path.endsWith('.bin'))).toHaveLength(1);
  expect(await page.evaluate(() => window.cameraRequests)).toBe(0);
  await start();
  expect(ofDetector()).toEqual(before);
  expect(await page.evaluate(() => window.cameraRequests)).toBe(1);
});

it('fetches the model on Start only where the user saves data', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(`${host.url}#/exercise/butterfly`);
  await page.getByRole('link', { name: en.app.briefing.start }).waitFor();
  await page.waitForTimeout(1500);
  expect(ofDetector()).toEqual([]);
  await start();
});
