import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { reliefRoutine } from '../../src/session/routines.ts';
import { en } from '../../src/texts/en/en.ts';
import { eventsOf } from '../scenarios/play.ts';
import { watchEvents } from './trained.ts';

/*
 * The whole routine, from the first hint to the summary, trained by the figure, which does what it is asked; its time runs twice
 * as fast as a person's.
 */

const link = '#/routine/upper-back-relief?source=figure&reps=1&hold=2&rest=3&speed=2';
/** The same by the usual range, without practice. */
const shorter = `${link}&range=norm`;
const ids = reliefRoutine(exercises).steps.map(({ exercise }) => exercise);
/** Nobody waits longer for the whole routine, ms. */
const within = 180_000;
const patience = { timeout: within + 60_000 };

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const visit = async (context: BrowserContext, hash: string): Promise<Page> => {
  const page = await context.newPage();
  await watchEvents(page);
  await page.goto(`${inject('appUrl')}${hash}`);
  return page;
};

const firstVisit = async (hash: string, settings?: Readonly<Record<string, unknown>>): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  if (settings) {
    const kept = JSON.stringify({ version: 1, settings });
    await context.addInitScript((written) => localStorage.setItem('limber.settings', written), kept);
  }
  return visit(context, hash);
};

const acceptSafety = (page: Page): Promise<void> => page.getByRole('button', { name: en.safety.accept }).click();

const routineEnd = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => window.limberEvents.some(({ type }) => type === 'routine-ended'), undefined, {
    timeout: within,
  });

const expectWhole = async (page: Page): Promise<void> => {
  const events = await page.evaluate(() => window.limberEvents);
  expect(eventsOf(events, 'session-ended').map(({ exercise, why }) => `${exercise} ${why}`)).toEqual(
    ids.map((id) => `${id} completed`),
  );
  expect(eventsOf(events, 'cue-given')).toEqual([]);
  expect(await page.evaluate(() => window.cameraRequests)).toBe(0);
  await page.locator('routine-summary-screen').getByRole('heading', { level: 1 }).waitFor();
};

/** Presses Tab until a button of these words has the focus, then Enter. */
const pressButton = async (page: Page, words: string): Promise<void> => {
  for (let tabs = 0; tabs < 30; tabs++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let element: Element | null | undefined = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.textContent?.trim() ?? '';
    });
    if (focused.includes(words)) return page.keyboard.press('Enter');
  }
  throw new Error(`Tab leads to no "${words}".`);
};

describe('the routine', () => {
  it('is trained to its summary with no input but the click on the safety page', patience, async () => {
    const page = await firstVisit(link);
    await acceptSafety(page);
    await routineEnd(page);
    await expectWhole(page);
    await page.context().close();
  });

  it('is trained by keyboard alone', patience, async () => {
    const page = await firstVisit(shorter);
    await page.locator('safety-screen').waitFor();
    await pressButton(page, en.safety.accept);
    const ended = routineEnd(page);
    const isOver = (): Promise<boolean> =>
      page.evaluate(() => window.limberEvents.some(({ type }) => type === 'routine-ended'));
    while (!(await isOver())) {
      if (await page.locator('pain-check').isVisible()) await page.keyboard.press('2');
      // As a presenter's remote says "on".
      if (await page.locator('rest-panel').isVisible()) await page.keyboard.press('PageDown');
      await page.waitForTimeout(250);
    }
    await ended;
    await expectWhole(page);
    await page.context().close();
  });

  it(
    'is trained with the voice off and captions on, and as a demo leaves nothing to go on with',
    patience,
    async () => {
      const page = await firstVisit(shorter, { voice: false, safetyAcceptedAt: 1 });
      const context = page.context();
      const captions = await captionsOn(page);
      await page.waitForFunction(
        (second) => window.limberEvents.some(({ type, exercise }) => type === 'attempt-opened' && exercise === second),
        ids[1],
        { timeout: within },
      );
      expect(await captions()).toEqual(expect.arrayContaining([en.guide.pain.spoken]));
      await page.close({ runBeforeUnload: false });
      const next = await visit(context, '');
      await next.locator('exercise-card').first().waitFor();
      expect(await next.getByRole('button', { name: en.routine.resume.go }).count()).toBe(0);
      await context.close();
    },
  );
});

describe('the routine before the camera', () => {
  const [first = '', ...others] = ids;
  const cameraLink = '#/routine/upper-back-relief?source=camera&pain=off&range=norm';
  /** A person who has skipped the first exercise, and closed the page. */
  const unfinished = JSON.stringify({
    version: 2,
    savedAt: Date.now(),
    done: 1,
    progress: { routine: 'upper-back-relief', link: cameraLink, startedAt: 5, pain: [] },
  });
  const done = JSON.stringify({ version: 2, startedAt: 5, steps: [{ exercise: first, isSkipped: true }] });

  it(
    'goes on after the page was killed, in one tab only, and leaves it to the other once that is closed',
    patience,
    async () => {
      const withCamera = await launchBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
      const context = await withCamera.newContext({ permissions: ['camera'] });
      context.setDefaultTimeout(within);
      await context.addInitScript(
        (kept) => {
          for (const [key, text] of Object.entries(kept))
            if (!localStorage.getItem(key)) localStorage.setItem(key, text);
        },
        {
          'limber.settings': JSON.stringify({ version: 1, settings: { safetyAcceptedAt: 1 } }),
          'limber.unfinished.upper-back-relief': unfinished,
          'limber.unfinished.upper-back-relief.done': done,
        },
      );
      const { title, elsewhere } = en.routine.resume;
      const one = await visit(context, cameraLink);
      await one.getByRole('heading', { name: title }).waitFor();
      await one.keyboard.press('PageDown');
      await one.locator('coach-view').waitFor({ timeout: within });
      expect(await one.evaluate(() => window.cameraRequests)).toBe(1);

      const other = await visit(context, cameraLink);
      await other.getByRole('heading', { name: elsewhere.title }).waitFor();
      expect(await other.evaluate(() => window.cameraRequests)).toBe(0);
      await other.close();
      const home = await visit(context, '');
      await home.locator('exercise-card').first().waitFor();
      await home.waitForTimeout(2000);
      expect(await home.getByRole('heading', { name: title }).count()).toBe(0);

      await one.close({ runBeforeUnload: false });
      await home.reload();
      await home.getByRole('heading', { name: title }).waitFor();
      await home
        .getByText(en.routine.resume.line(en.routine.names['upper-back-relief'] ?? '', 1, others.length + 1))
        .waitFor();
      await withCamera.close();
    },
  );
});

/** Gathers the captions of a page, however short they are shown. */
const captionsOn = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { captionsSeen: seen });
    const look = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        const words = element.localName === 'caption-line' && element.shadowRoot?.textContent?.trim();
        if (words) seen.add(words);
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    setInterval(() => look(document), 100);
  });
  return () => page.evaluate(() => [...(Reflect.get(window, 'captionsSeen') as Set<string>)]);
};
