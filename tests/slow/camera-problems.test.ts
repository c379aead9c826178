import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterEach, expect, inject, it } from 'vitest';
import { problems } from '../../src/texts/en/problems.ts';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { watchedPage } from '../e2e/trained.ts';

/*
 * A camera that is refused, missing, or unplugged in the middle: the app shows the matching message, requests the
 * camera once, and starts the figure that the message offers.
 */

const appUrl = inject('appUrl');
const fakeCamera = '--use-fake-device-for-media-stream';
const link = '#/train/cheer?reps=1&range=norm&pain=off&speed=4';
let browser: Browser | undefined;

afterEach(async () => browser?.close());

const opened = async (switches: readonly string[], context: BrowserContextOptions = {}): Promise<Page> => {
  browser = await launchBrowser(switches);
  const page = await watchedPage(browser, context);
  await page.goto(`${appUrl}${link}`);
  return page;
};

const expectProblem = async (page: Page, kind: keyof typeof problems): Promise<void> => {
  await page.getByRole('heading', { name: problems[kind].title }).waitFor({ timeout: 60_000 });
  expect(await page.evaluate(() => window.cameraRequests)).toBe(1);
};

const expectFigure = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Watch the figure instead' }).click();
  await page.waitForFunction(
    () => window.limberEvents.some((event) => event.type === 'phase-changed' && event.to === 'countdown'),
    undefined,
    { timeout: 60_000 },
  );
  expect(await page.evaluate(() => window.cameraRequests)).toBe(1);
};

it('reports that the camera is blocked, and shows the figure instead', async () => {
  const page = await opened([fakeCamera, '--use-fake-ui-for-media-stream=deny']);
  await expectProblem(page, 'denied');
  await expectFigure(page);
});

it('reports that there is no camera, and shows the figure instead', async () => {
  const page = await opened([`${fakeCamera}=device-count=0`, '--use-fake-ui-for-media-stream']);
  await expectProblem(page, 'absent');
  await expectFigure(page);
});

it('reports that the camera was lost in the middle, and shows the figure instead', async () => {
  const page = await opened([fakeCamera], { permissions: ['camera'] });
  await page.waitForFunction(() => window.detections.length > 5, undefined, { timeout: 60_000 });
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.send('Browser.setPermission', {
    permission: { name: 'camera' },
    setting: 'denied',
    ...(targetInfo.browserContextId ? { browserContextId: targetInfo.browserContextId } : {}),
  });
  await expectProblem(page, 'unplugged');
  await expectFigure(page);
});
