import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { createServer } from 'vite';
import { chanceFrom } from '../accuracy/random.ts';
import { findBrowser, noBrowser } from '../find-browser.ts';
import type { Repetition } from '../../tests/kept/trained.ts';
import type { KeptPage } from '../../tests/kept/page.ts';

/** The page as its code sees it. */
type PageWindow = Window & { readonly keptPage?: KeptPage };

/** How long ago a repetition must have been told to be kept, ms. */
const due = 250;

/** A running Chromium with a profile of its own, which can be killed like a battery that runs out. */
interface Running {
  readonly browser: Browser;
  readonly kill: () => Promise<void>;
}

const start = async (profile: string): Promise<Running> => {
  const path = findBrowser();
  if (path === undefined) throw new Error(noBrowser);
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const args = [
    '--headless=new',
    '--no-sandbox',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  const child: ChildProcess = spawn(path, args, { stdio: 'ignore', detached: true });
  const portFile = join(profile, 'DevToolsActivePort');
  let port = '';
  for (let tries = 0; tries < 300 && port === ''; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    try {
      port = readFileSync(portFile, 'utf8').split('\n')[0] ?? '';
    } catch {
      // It is not written yet.
    }
  }
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  return {
    browser,
    kill: async () => {
      const gone = once(child, 'exit');
      // The whole group: the browser and its renderers, which this script started.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
};

/** A page on the stores, once its code is loaded. */
const visit = async ({ browser }: Running, url: string): Promise<Page> => {
  const [context] = browser.contexts();
  if (!context) throw new Error('The profile has a context.');
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => (window as PageWindow).keptPage !== undefined, undefined, { timeout: 120_000 });
  return page;
};

/** What came of a number of kills. */
export interface Kills {
  readonly runs: number;
  /** How many repetitions were due in all. */
  readonly due: number;
  readonly problems: readonly string[];
}

/**
 * Kills pages that train on the real IndexedDB of Chromium, each at a random moment: its renderer, and in every tenth run
 * the whole browser.
 */
export const killPages = async (runs: number, seed: number): Promise<Kills> => {
  const server = await createServer({ server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  await server.listen();
  const url = `${server.resolvedUrls?.local[0] ?? ''}scripts/kept/page.html`;
  const profile = mkdtempSync(join(tmpdir(), 'limber-kept-'));
  const problems: string[] = [];
  let running = await start(profile);
  let count = 0;
  // The server prepares the packages at the first visit and then loads the page again.
  const first = await visit(running, url);
  await first.waitForTimeout(8000);
  await first.close();
  try {
    for (let run = 0; run < runs; run += 1) {
      const chance = chanceFrom(seed + run);
      const page = await visit(running, url);
      const told: { readonly repetition: Repetition; readonly at: number }[] = [];
      await page.exposeFunction('tellRepetition', (repetition: Repetition) =>
        told.push({ repetition, at: performance.now() }),
      );
      await page.evaluate(
        ([from, every]) => {
          const tell = (window as unknown as { tellRepetition: (repetition: string) => void }).tellRepetition;
          void (window as PageWindow).keptPage?.train(from, every, tell);
        },
        [seed + run, chance.within(5, 40)] as const,
      );
      await new Promise((resolve) => setTimeout(resolve, chance.within(300, 2500)));
      const killedAt = performance.now();
      if (run % 10 === 9) {
        await running.kill();
        running = await start(profile);
      } else {
        const session = await page.context().newCDPSession(page);
        const crashed = new Promise<void>((resolve) => page.once('crash', () => resolve()));
        await Promise.race([session.send('Page.crash').catch(() => undefined), crashed]);
        await page.close().catch(() => undefined);
      }
      const next = await visit(running, url);
      const found = await next.evaluate(() => (window as PageWindow).keptPage?.found());
      const expected = told.filter(({ at }) => at < killedAt - due);
      count += expected.length;
      const have = new Set(found?.repetitions);
      for (const { repetition } of expected) if (!have.has(repetition)) problems.push(`run ${run}: lost ${repetition}`);
      for (const reason of found?.damaged ?? []) problems.push(`run ${run}: cannot be read: ${reason}`);
      await next.evaluate(() => (window as PageWindow).keptPage?.deleteAll());
      await next.close();
    }
  } finally {
    await running.kill().catch(() => undefined);
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return { runs, due: count, problems };
};
