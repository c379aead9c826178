import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { deskRoutine, type Routine } from '../../src/session/planning/routines.ts';
import { en } from '../../src/texts/en/en.ts';
import { eventsOf } from '../scenarios/play.ts';
import { visit, within } from '../e2e/visit.ts';

/*
 * Routines from the first hint to the summary, trained by the figure, which does what it is asked; its time runs four times
 * as fast as a user's. They use the norm, so only the squeeze, which has none, asks for a practice. The long routine is
 * trained by `npm run test:films`.
 */

const dose = 'source=figure&reps=1&hold=2&speed=4&range=norm';
const desk = deskRoutine(exercises);

/** A routine of the user's own: an exercise that is held and one that is not, with a turn of the chair between. */
const own: Routine = {
  id: 'own-two',
  name: 'Two of my own',
  steps: ['butterfly', 'shoulder-flexion'].map((exercise) => ({ exercise })),
  restSeconds: 20,
};

const patience = { timeout: within + 60_000 };

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

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
