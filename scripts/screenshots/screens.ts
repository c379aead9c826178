import type { Page } from 'playwright';
import { en } from '../../src/texts/en/en.ts';

/** A screen, and how it is reached. */
export interface Screen {
  readonly name: string;
  /** The address from `#` on. */
  readonly link: string;
  /** Whether the safety page has been read before. */
  readonly isFirstVisit?: boolean;
  /** Whether there are a plan and sessions of before. */
  readonly isFilled?: boolean;
  /** Waits until the screen is ready to be photographed. */
  readonly reach: (page: Page) => Promise<unknown>;
}

const shown =
  (selector: string): Screen['reach'] =>
  async (page) => {
    await page.locator(selector).first().waitFor({ timeout: 120_000 });
    // The figure is drawn a little later.
    await page.waitForTimeout(1500);
  };

/** Waits for a coaching event of this type, and this long after it, ms. */
const told =
  (type: string, detail: Readonly<Record<string, string>> = {}, after = 300): Screen['reach'] =>
  async (page) => {
    await page.waitForFunction(
      ([kind, wanted]) =>
        window.limberEvents.some(
          (event) =>
            event.type === kind && Object.entries(wanted).every(([key, value]) => Reflect.get(event, key) === value),
        ),
      [type, detail] as const,
      { timeout: 120_000 },
    );
    await page.waitForTimeout(after);
  };

const then =
  (...steps: readonly Screen['reach'][]): Screen['reach'] =>
  async (page) => {
    for (const step of steps) await step(page);
  };

const pressing =
  (key: string): Screen['reach'] =>
  (page) =>
    page.keyboard.press(key);

const [first = ''] = Object.keys(en.exercises);
const training = (id: string, more = ''): string =>
  `#/train/${id}?source=figure&pain=off&reps=2&hold=4&range=norm${more}`;
const [held, swung, atDesk] = ['butterfly', 'cheer', 'head-tilt'] as const;

/** Every screen, in the order in which a user meets them. */
export const screens: readonly Screen[] = [
  {
    name: 'safety',
    link: '#/routine/upper-back-relief?source=figure',
    isFirstVisit: true,
    reach: shown('safety-screen'),
  },
  { name: 'home', link: '#/', reach: shown('home-screen') },
  { name: 'today', link: '#/', isFilled: true, reach: shown('plan-today a.button') },
  { name: 'plan', link: '#/plan', isFilled: true, reach: shown('plan-screen select') },
  { name: 'history-empty', link: '#/history', reach: shown('history-data') },
  { name: 'history', link: '#/history', isFilled: true, reach: shown('session-row') },
  { name: 'progress', link: `#/progress/${atDesk}`, isFilled: true, reach: shown('angle-chart') },
  { name: 'report', link: '#/report', isFilled: true, reach: shown('report-table') },
  { name: 'settings', link: '#/settings', reach: shown('settings-screen') },
  { name: 'routine', link: '#/routines/upper-back-relief', reach: shown('routine-screen') },
  { name: 'routine-editor', link: '#/routine-editor', reach: shown('routine-editor-screen') },
  { name: 'briefing', link: `#/exercise/${first}`, reach: shown('briefing-screen') },
  { name: 'briefing-desk', link: `#/exercise/${atDesk}`, reach: shown('briefing-screen') },
  { name: 'lost', link: '#/nowhere', reach: shown('lost-screen') },
  { name: 'choose-a-video', link: `#/train/${held}?source=file`, reach: shown('video-panel') },
  { name: 'pain', link: `#/train/${held}?source=figure`, reach: shown('pain-check') },
  { name: 'set-up', link: training(held), reach: told('phase-changed', { to: 'neutral' }, 1500) },
  { name: 'countdown', link: training(held), reach: told('phase-changed', { to: 'countdown' }, 700) },
  { name: 'coach-target', link: training(swung), reach: told('phase-changed', { to: 'ready' }, 350) },
  { name: 'coach-working', link: training(swung), reach: told('phase-changed', { to: 'working' }, 400) },
  { name: 'coach-holding', link: training(held), reach: told('hold-started', {}, 1800) },
  { name: 'coach-returning', link: training(swung), reach: told('phase-changed', { to: 'returning' }, 700) },
  {
    name: 'coach-corrected',
    link: training(held),
    reach: then(told('phase-changed', { to: 'ready' }), pressing('+'), told('count-corrected')),
  },
  {
    name: 'coach-paused',
    link: training(held),
    reach: then(told('phase-changed', { to: 'working' }, 300), pressing('Space'), shown('pause-panel')),
  },
  {
    name: 'rest',
    link: '#/routine/upper-back-relief?source=figure&pain=off&reps=1&hold=2&range=norm',
    reach: shown('rest-panel'),
  },
  { name: 'summary', link: training(held), reach: shown('summary-screen') },
  {
    name: 'routine-summary',
    link: '#/routine/upper-back-relief?source=figure&pain=off&reps=1&hold=2&rest=1&speed=2&range=norm',
    reach: then(told('routine-ended'), shown('routine-summary-screen')),
  },
  {
    name: 'red-flag',
    link: training(held),
    reach: then(told('phase-changed', { to: 'neutral' }), pressing('f'), shown('red-flag-panel')),
  },
];
