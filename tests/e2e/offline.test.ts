import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { nextVersion, removeVersion, servePlain } from './plain-host.ts';
import { watchedPage } from './trained.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const worksOffline = (page: Page): Promise<void> => page.getByText('Works offline.').waitFor({ timeout: 30_000 });

const isWeights = (path: string): boolean => path.includes('lightning') && path.endsWith('.bin');

describe('on a host without headers', () => {
  it('does not say that it works offline while a large file is missing, and says so when it has come', async () => {
    const host = await servePlain('dist');
    host.alter = (path) => (isWeights(path) ? { status: 503, body: '' } : undefined);
    const page = await watchedPage(browser, { serviceWorkers: 'allow' });
    await page.goto(host.url);
    await expect
      .poll(() => host.requests.filter(isWeights).length, { timeout: 30_000, message: 'requests of the weights' })
      .toBeGreaterThanOrEqual(2);
    await page.waitForTimeout(300);
    expect(await page.getByText('Works offline.').count()).toBe(0);
    host.alter = undefined;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await worksOffline(page);
    await page.context().close();
    await host.close();
  });
});

describe('without a connection', () => {
  it('opens screens that were never shown before', async () => {
    const host = await servePlain('dist');
    const page = await watchedPage(browser, { serviceWorkers: 'allow' });
    await page.goto(host.url);
    await worksOffline(page);
    await host.close();
    for (const [place, screen] of [
      ['settings', 'settings-screen'],
      ['history', 'history-screen'],
      ['exercise/cheer', 'briefing-screen'],
      ['train/cheer?source=figure', 'session-screen'],
    ] as const) {
      await page.goto(`${host.url}#/${place}`);
      // Loaded anew, so that nothing of it was fetched in an idle moment.
      await page.reload();
      await page.locator(screen).waitFor();
      expect(await page.locator('problem-panel').count()).toBe(0);
    }
    await page.context().close();
  });
});

/** How many versions are published one after the other. */
const versions = Number(process.env['VERSIONS'] ?? 2);

/** The time limit of an update, ms. */
const updatesWithin = 20_000;

describe('a new version', () => {
  const patience = { timeout: 60_000 + versions * updatesWithin };
  it('is installed on request only, whole or not at all, with the weights fetched once', patience, async () => {
    const host = await servePlain('dist');
    const page = await watchedPage(browser, { serviceWorkers: 'allow' });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(host.url);
    await worksOffline(page);
    const folders: string[] = [];
    const look = (): Promise<unknown> =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update().catch(() => undefined);
      });
    const offer = page.getByRole('button', { name: 'Reload' });
    for (let version = 1; version <= versions; version += 1) {
      const before = await page.title();
      const folder = nextVersion('dist', `v${version}`);
      folders.push(folder);
      host.folder = folder;
      if (version === 2) {
        // Half published: the new page, with code that is not yet there as it was built.
        host.alter = (path) => (path.includes('index-v2') ? { body: 'old' } : undefined);
        await look();
        await page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          const { installing } = registration ?? {};
          if (!installing) return;
          await new Promise<void>((done) => {
            if (installing.state === 'redundant') done();
            installing.addEventListener('statechange', () => installing.state === 'redundant' && done());
          });
        });
        expect(await offer.count()).toBe(0);
        await page.reload();
        expect(await page.title()).toBe(before);
        await page.locator('home-screen').waitFor();
        host.alter = undefined;
      }
      await look();
      await offer.waitFor();
      // Without the request the page stays as it is, loaded again or not.
      if (version === 1) {
        await page.evaluate(() => {
          location.hash = '#/train/cheer?source=figure';
        });
        await page.locator('session-screen').waitFor();
        expect(await offer.count()).toBe(0);
        await page.evaluate(() => {
          location.hash = '#/';
        });
        await page.reload();
        expect(await page.title()).toBe(before);
        await offer.waitFor();
      }
      await Promise.all([page.waitForEvent('load'), offer.click()]);
      await page.locator('home-screen').waitFor();
      expect(await page.title()).toContain(`v${version} `);
      await worksOffline(page);
      // The words of a page that did not start.
      expect(await page.locator('.start-up, .start-up-fallback').count()).toBe(0);
    }
    expect(host.requests.filter(isWeights)).toHaveLength(1);
    expect(errors).toEqual([]);
    const shells = await page.evaluate(async () => (await caches.keys()).filter((key) => key.includes(' shell ')));
    expect(shells).toHaveLength(1);
    await page.context().close();
    await host.close();
    for (const folder of folders) removeVersion(folder);
  });
});
