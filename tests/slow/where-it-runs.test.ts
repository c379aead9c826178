import type { Browser } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { servePlain, type PlainHost } from '../e2e/plain-host.ts';
import { sessionEnd, watchedPage } from '../e2e/trained.ts';

/* Hosts and browsers that can do less, on which the built app judges. */

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

describe('the built app', () => {
  it('trains under a path of a host without headers on the first visit, where the page reaches no other origin', async () => {
    const page = await watchedPage(browser, { serviceWorkers: 'allow' });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${host.url}#/train/cheer?source=figure&reps=1&range=norm&pain=off&speed=4`);
    // The policy stands in the page from its first line on, before there is a service worker.
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    expect(complaints).toEqual([]);
    const refused = await page.evaluate(async (url) => {
      const violated = new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true });
      });
      const [fetched] = await Promise.allSettled([fetch(url)]);
      return [fetched.status, await violated];
    }, inject('appUrl'));
    expect(refused).toEqual(['rejected', 'connect-src']);
    const { events } = await sessionEnd(page, 120_000);
    expect(events.filter(({ type }) => type === 'rep-completed')).toHaveLength(1);
    // Those about the attempt above.
    expect(complaints.filter((text) => !text.includes(inject('appUrl')))).toEqual([]);
    await page.context().close();
  });

  it('without WebAssembly judges with WebGL', async () => {
    // As modes for higher security do: without a just-in-time compiler there is no WebAssembly.
    const plain = await launchBrowser(['--js-flags=--jitless']);
    const page = await watchedPage(plain);
    await page.goto(`${host.url}#/train/cheer?source=figure&pain=off&range=norm`);
    expect(await page.evaluate(() => 'WebAssembly' in window)).toBe(false);
    await page.waitForFunction(() => window.detections.length > 2, undefined, { timeout: 120_000 });
    expect(host.requests.filter((path) => path.endsWith('.wasm'))).toEqual([]);
    await plain.close();
  });
});
