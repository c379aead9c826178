import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import type { FromWorker } from '../../src/platform/detector/protocol.ts';
import { watchedPage } from './trained.ts';

declare global {
  interface Window {
    /** Which of the page's workers, in the order of their start, has judged each frame. */
    judgedBy: number[];
  }
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
});
afterAll(() => browser.close());
/** Opens a page that notes which worker judges. */
const openPage = async (): Promise<Page> => {
  const page = await watchedPage(browser);
  await page.addInitScript(() => {
    window.judgedBy = [];
    let last = 0;
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        last += 1;
        const number = last;
        this.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
          if (data.type === 'keypoints') window.judgedBy.push(number);
        });
      }
    };
  });
  return page;
};

it('starts the worker of a session before the app’s code has arrived, and judges with that one', async () => {
  const page = await openPage();
  let started = 0;
  page.on('worker', () => (started += 1));
  const isEarly = page.waitForEvent('worker', { timeout: 20_000 });
  await page.route(/\/assets\/index-[^/]*\.js$/, async (route) => {
    await isEarly;
    await route.continue();
  });
  await page.goto(`${inject('appUrl')}#/train/butterfly?pain=off`);
  await page.waitForFunction(() => window.judgedBy.length > 0, undefined, { timeout: 60_000 });
  expect(await page.evaluate(() => window.judgedBy[0])).toBe(1);
  expect(started).toBe(1);
  await page.close();
});
