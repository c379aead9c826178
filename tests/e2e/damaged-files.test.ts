import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { servePlain, type Altered, type PlainHost } from './plain-host.ts';
import { watchedPage } from './trained.ts';

let browser: Browser;
let host: PlainHost;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
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

/** What browsers keep for ever. */
const cacheControl = 'public, max-age=31536000, immutable';

/** The front page, which some hosts send in place of a file that is missing. */
const wrongPage: Altered = { type: 'text/html', body: '<!doctype html><p>Welcome', cacheControl };

const oneByteOff = (file: Buffer): Altered => {
  const body = Buffer.from(file);
  body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
  return { body, cacheControl };
};

const isWeights = (path: string): boolean => path.includes('lightning') && path.endsWith('.bin');

const train = async (): Promise<void> => {
  await page.goto(`${host.url}#/train/cheer?source=figure&range=norm&pain=off`);
};

const isDetecting = (): Promise<unknown> =>
  page.waitForFunction(() => window.detections.length > 0, undefined, { timeout: 60_000 });

it('asks again past the cache for code, wasm and weights that arrived wrong', async () => {
  // Chromium 150 refuses a page's own code that failed until the page is loaded again: see below.
  const damaged = ['worker-', 'movenet-', '-simd-'];
  const seen = new Map<string, number>();
  host.alter = (path, file) => {
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    if (count > 1 || !damaged.some((part) => path.includes(part))) return undefined;
    return isWeights(path) ? oneByteOff(file) : wrongPage;
  };
  await train();
  await isDetecting();
  for (const part of [/worker-/, /movenet-[^.]+\.js$/, /-simd-/, /\.bin$/])
    expect([...seen].find(([path]) => part.test(path))?.[1]).toBeGreaterThanOrEqual(2);
});

it('refuses weights of which one byte stays altered, and trains once they are right', async () => {
  host.alter = (path, file) => (isWeights(path) ? oneByteOff(file) : undefined);
  await train();
  await page.getByRole('heading', { name: 'The body model did not start' }).waitFor();
  expect(await page.evaluate(() => window.bareMs)).toBeUndefined();
  expect(host.requests.filter(isWeights)).toHaveLength(2);
  host.alter = undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await isDetecting();
});

it('offers to load the page again where a part of the code does not arrive, which helps', async () => {
  host.alter = (path) => (path.includes('figure-stage') ? wrongPage : undefined);
  await train();
  await page.getByRole('heading', { name: 'A part of Limber did not arrive' }).waitFor();
  host.alter = undefined;
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()]);
  await isDetecting();
  expect(await page.locator('problem-panel').count()).toBe(0);
});

it('says so where the code of a screen does not arrive, which loading the page again helps', async () => {
  host.alter = (path) => (path.includes('settings-screen') ? wrongPage : undefined);
  await page.goto(`${host.url}#/settings`);
  await page.getByRole('heading', { name: 'A part of Limber did not arrive' }).waitFor();
  host.alter = undefined;
  // What the browser's cache kept of the wrong response must not reach the page again.
  const refused: string[] = [];
  // The first page may still report what it had requested before.
  page.once('framenavigated', () => page.on('console', (message) => void refused.push(message.text())));
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()]);
  await page.locator('settings-screen').waitFor();
  expect(refused.filter((text) => text.includes('module script'))).toEqual([]);
  expect(await page.locator('problem-panel').count()).toBe(0);
});
