import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { eventsOf } from '../scenarios/play.ts';
import { sessionEnd, watchedPage } from './trained.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

// Once more after a failure: in one run of fourteen a cue was given, and why was not found. Where other programs take both
// cores, an attempt is sometimes interrupted, since the figure moves in real time.
it.each(['butterfly'])(
  'the figure does the %s without a camera, is judged by the same rules, and reaches a summary',
  { retry: 1 },
  async (id) => {
    const page = await watchedPage(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${inject('appUrl')}#/train/${id}?source=figure&reps=1&hold=2&range=norm&pain=off`);
    const { events, cameraRequests, rate } = await sessionEnd(page, 90_000);
    console.log(`demo of the ${id}: ${rate.toFixed(1)} poses a second from the detector`);
    expect(eventsOf(events, 'rep-completed')).toHaveLength(1);
    expect(eventsOf(events, 'cue-given')).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
    expect(cameraRequests).toBe(0);
    await page.locator('summary-screen').getByRole('button', { name: 'Again' }).waitFor();
    expect(asked.filter((url) => !url.startsWith(inject('appUrl')))).toEqual([]);
    await page.close();
  },
);
