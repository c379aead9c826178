import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { deskRoutine, reliefRoutine, type Routine } from '../../src/session/planning/routines.ts';
import { en } from '../../src/texts/en/en.ts';
import { eventsOf } from '../scenarios/play.ts';
import { watchEvents } from './trained.ts';

/*
 * Routines from the first hint to the summary, trained by the figure, which does what it is asked; its time runs four times
 * as fast as a user's. They use the norm, so only the squeeze, which has none, asks for a practice. The long routine is
 * trained by `npm run test:films`.
 */

const dose = 'source=figure&reps=1&hold=2&speed=4&range=norm';
const relief = reliefRoutine(exercises);
const desk = deskRoutine(exercises);

/** A routine of the user's own: an exercise that is held and one that is not, with a turn of the chair between. */
const own: Routine = {
  id: 'own-two',
  name: 'Two of my own',
  steps: ['butterfly', 'shoulder-flexion'].map((exercise) => ({ exercise })),
  restSeconds: 20,
};

/** The time limit of a routine, ms. */
const within = 300_000;
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

/** A first visit on a device whose storage contains this. */
const firstVisit = async (hash: string, written: Readonly<Record<string, unknown>>): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const kept = Object.entries(written).map(([key, value]) => [key, JSON.stringify({ version: 1, ...Object(value) })]);
  await context.addInitScript((entries) => {
    for (const [key = '', value = ''] of entries) if (!localStorage.getItem(key)) localStorage.setItem(key, value);
  }, kept);
  return visit(context, hash);
};

const happened = (page: Page, type: string, exercise?: string): Promise<boolean> =>
  page.evaluate(
    ([wanted, of]) => window.limberEvents.some((event) => event.type === wanted && (!of || event.exercise === of)),
    [type, exercise] as const,
  );

/** The exercises that ended, each with the reason; expects no correction and no request for the camera. */
const endedIn = async (page: Page): Promise<readonly string[]> => {
  const events = await page.evaluate(() => window.limberEvents);
  expect(eventsOf(events, 'cue-given')).toEqual([]);
  expect(await page.evaluate(() => window.cameraRequests)).toBe(0);
  return eventsOf(events, 'session-ended').map(({ exercise, why }) => `${exercise} ${why}`);
};

const completed = ({ steps }: Pick<Routine, 'steps'>): readonly string[] =>
  steps.map(({ exercise }) => `${exercise} completed`);

/** Expects the summary with the name of each exercise of a routine. */
const expectSummary = async (page: Page, { steps }: Routine): Promise<void> => {
  const summary = page.locator('routine-summary-screen');
  await summary.getByRole('heading', { level: 1 }).waitFor();
  for (const { exercise } of steps)
    await summary
      .getByText(en.exercises[exercise]?.name ?? exercise)
      .first()
      .waitFor();
};

/** Presses Tab until a button with these words has the focus, then Enter. */
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

/** Answers every question and ends every rest with the keyboard, until done. */
const pressOn = async (page: Page, isDone: () => Promise<boolean>): Promise<void> => {
  const until = performance.now() + within;
  while (!(await isDone())) {
    if (performance.now() > until) throw new Error('The routine did not come so far in time.');
    if (await page.locator('pain-check').isVisible()) await page.keyboard.press('2');
    // The key of a presenter's remote for "next".
    if (await page.locator('rest-panel').isVisible()) await page.keyboard.press('PageDown');
    await page.waitForTimeout(250);
  }
};

describe('the routine', () => {
  it(
    'is trained to its summary with no input but the click on the safety page, its words shown as captions',
    patience,
    async () => {
      const page = await firstVisit(`#/routine/${desk.id}?${dose}&rest=3`, {
        'limber.settings': { settings: { voice: false } },
      });
      const captions = await captionsOn(page);
      await page.getByRole('button', { name: en.safety.accept }).click();
      await page.waitForFunction(() => window.limberEvents.some(({ type }) => type === 'routine-ended'), undefined, {
        timeout: within,
      });
      expect(await endedIn(page)).toEqual(completed(desk));
      expect(await captions()).toEqual(expect.arrayContaining([en.guide.pain.spoken]));
      await expectSummary(page, desk);
      await page.context().close();
    },
  );

  it('is trained with the keyboard alone, and as a demo leaves nothing to resume', patience, async () => {
    // A rest so long that only a key ends it in time.
    const link = `#/routine/${own.id}?${dose}&rest=600`;
    const page = await firstVisit(link, { 'limber.routines': { routines: [own] } });
    await page.locator('safety-screen').waitFor();
    await pressButton(page, en.safety.accept);
    await pressOn(page, () => happened(page, 'attempt-opened', own.steps[1]?.exercise));
    expect(await endedIn(page)).toEqual(completed({ steps: own.steps.slice(0, 1) }));
    const context = page.context();
    const home = await visit(context, '');
    await home.locator('exercise-card').first().waitFor();
    expect(await home.getByRole('button', { name: en.routine.resume.go }).count()).toBe(0);
    await home.close();
    await pressOn(page, () => happened(page, 'routine-ended'));
    expect(await endedIn(page)).toEqual(completed(own));
    await expectSummary(page, own);
    await context.close();
  });
});

describe('the routine before the camera', () => {
  const [first = '', ...others] = relief.steps.map(({ exercise }) => exercise);
  const cameraLink = '#/routine/upper-back-relief?source=camera&pain=off&range=norm';
  /** A user who has skipped the first exercise, and closed the page. */
  const unfinished = JSON.stringify({
    version: 2,
    savedAt: Date.now(),
    done: 1,
    progress: { routine: 'upper-back-relief', link: cameraLink, startedAt: 5, pain: [] },
  });
  const done = JSON.stringify({ version: 2, startedAt: 5, steps: [{ exercise: first, isSkipped: true }] });

  it(
    'resumes after the page was killed, in one tab only, and moves to the other once that is closed',
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

/** Collects the captions of a page, however short they are shown. */
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
