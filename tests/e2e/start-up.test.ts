import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { en } from '../../src/texts/en/en.ts';
import { startUp } from '../../src/texts/en/start-up.ts';
import { servePlain, type Altered, type PlainHost } from './plain-host.ts';
import { watchedPage } from './trained.ts';

let browser: Browser;
let host: PlainHost;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  host = await servePlain('dist');
});
afterEach(() => host.close());

/** Opens the app as a first visit, after `prepare` has changed the browser's page. */
const visit = async (prepare: () => void = () => undefined): Promise<Page> => {
  const page = await browser.newPage({ serviceWorkers: 'block', viewport: { width: 360, height: 640 } });
  await page.addInitScript(prepare);
  await page.goto(host.url);
  return page;
};

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** The panel of the start-up check. */
const panel = (page: Page) => page.locator('.start-up');

describe('a browser without what the app is built on', () => {
  const { title, parts } = startUp.missing;

  it.each([
    [
      'modules',
      (): void => {
        Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule');
      },
    ],
    [
      'worker',
      (): void => {
        Reflect.deleteProperty(window, 'Worker');
      },
    ],
    [
      'pictures',
      (): void => {
        Reflect.deleteProperty(window, 'OffscreenCanvas');
      },
    ],
    [
      'pictures',
      (): void => {
        Reflect.deleteProperty(window, 'createImageBitmap');
      },
    ],
    [
      'compute',
      (): void => {
        Reflect.deleteProperty(window, 'WebAssembly');
        HTMLCanvasElement.prototype.getContext = () => null;
      },
    ],
  ] as const)('names what is missing (%s) and what works instead, and offers nothing', async (part, prepare) => {
    const page = await visit(prepare);
    await heading(page, title).waitFor();
    expect(await panel(page).getByRole('listitem').allTextContents()).toEqual([parts[part], ...startUp.missing.steps]);
    await page.waitForLoadState('load');
    expect(await page.locator('limber-app').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.close();
  });

  it('shows words where no script runs at all', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(host.url);
    await page.getByText('Limber could not start').waitFor();
    // Playwright switches scripts off after the page was parsed, so that it does not show this.
    expect(await page.content()).toMatch(/<noscript>[^<]*needs JavaScript/);
    await page.close();
  });
});

const isMain = (path: string): boolean => /^assets\/index-[^/]+\.js$/.test(path);
const day = 'max-age=86400';

describe('code that does not run', () => {
  const { arrived, threw, slow } = startUp.failed;

  it.each<readonly [string, keyof typeof startUp.failed, Altered]>([
    ['is missing', 'arrived', { status: 404, type: 'text/html', body: '<h1>Not found</h1>', cacheControl: day }],
    ['is a web page', 'arrived', { type: 'text/html', body: '<h1>Sign in</h1>', cacheControl: day }],
    ['is a web page called code', 'threw', { body: '<h1>Sign in</h1>', cacheControl: day }],
    ['is newer than the browser', 'threw', { body: 'let one = a #|> b;', cacheControl: day }],
    ['throws at its start', 'threw', { body: 'throw new Error("no such thing");', cacheControl: day }],
    ['does nothing', 'threw', { body: '', cacheControl: day }],
  ])('%s: the page says so, and "Try again" fetches past the cache', async (_, kind, sent) => {
    host.alter = (path) => (isMain(path) ? sent : undefined);
    const page = await visit();
    await heading(page, startUp.failed[kind].title).waitFor({ timeout: 10_000 });
    await page.getByText(startUp.failed[kind].why).waitFor();
    host.alter = undefined;
    await page.getByRole('button', { name: startUp.again }).click();
    await page.locator('home-screen').waitFor({ timeout: 10_000 });
    expect(await panel(page).count()).toBe(0);
    await page.close();
  });

  it('reports what the browser reported', async () => {
    host.alter = (path) => (isMain(path) ? { body: 'throw new Error("no such thing");' } : undefined);
    const page = await visit();
    await page.getByText(threw.why).waitFor();
    await page.getByText('no such thing').waitFor();
    expect(await page.getByText(arrived.why).count()).toBe(0);
    await page.close();
  });

  it('is on its way for long: the page says so, and the words go when it has come', async () => {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.clock.install();
    let send = (): void => undefined;
    const sent = new Promise<void>((done) => {
      send = done;
    });
    await page.route('**/assets/index-*.js', async (route) => {
      await sent;
      await route.continue();
    });
    await page.goto(host.url, { waitUntil: 'commit' });
    await page.locator('.start-up-fallback').waitFor({ state: 'attached' });
    await page.clock.runFor(21_000);
    await heading(page, slow.title).waitFor();
    send();
    await page.locator('safety-screen, home-screen').first().waitFor();
    // It looks four times a second.
    await page.clock.runFor(1000);
    expect(await panel(page).count()).toBe(0);
    await page.close();
  });
});

describe('a browser that can do a part', () => {
  it('without WebGL is offered no figure, and trains with the camera', async () => {
    const plain = await launchBrowser([
      '--disable-3d-apis',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ]);
    const page = await watchedPage(plain);
    await page.goto(host.url);
    await page.locator('exercise-card').first().waitFor();
    expect(await page.getByRole('link', { name: en.app.home.watch }).count()).toBe(0);
    await page.getByText(en.app.figureMissing).first().waitFor();
    await page.goto(`${host.url}#/exercise/cheer`);
    await page.getByRole('link', { name: en.app.briefing.start }).waitFor();
    expect(await page.getByRole('link', { name: en.app.briefing.watch }).count()).toBe(0);
    await page.goto(`${host.url}#/train/cheer?source=figure&pain=off&range=norm`);
    await page.getByRole('heading', { name: en.problems['no-figure'].title }).waitFor();
    await page.getByRole('button', { name: en.app.problem.camera }).click();
    await page.waitForFunction(() => window.detections.length > 2, undefined, { timeout: 30_000 });
    expect(await page.evaluate(() => location.hash)).toContain('range=norm');
    await plain.close();
  });

  it('on a page without a secure address says that the camera is missing and what works', async () => {
    const mapped = await launchBrowser(['--host-resolver-rules=MAP limber.example 127.0.0.1']);
    const page = await mapped.newPage();
    await page.goto(host.url.replace('127.0.0.1', 'limber.example'));
    await page.getByText(startUp.camera.insecure).waitFor();
    await page.locator('safety-screen, home-screen').first().waitFor();
    expect(await panel(page).count()).toBe(0);
    await mapped.close();
  });
});
