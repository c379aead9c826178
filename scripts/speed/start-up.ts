import { setTimeout as rest } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page, Response } from 'playwright';
import type { EncodedFilm } from './enlarge.ts';
import { en } from '../../src/texts/en/en.ts';
import { medianOf } from './figures.ts';
import { launchWithWebcam, trainingLink } from './training.ts';
import { watchPage } from './watch-page.ts';

/** Bytes of the files that had arrived: as they are, and each compressed with gzip. */
export interface Bytes {
  readonly files: number;
  readonly raw: number;
  readonly gzip: number;
}

/** One start of the app with a training link, from navigation. */
export interface Start {
  /** To the first paint with content, ms. */
  readonly paintMs: number;
  /** To the keypoints of the first frame of the camera, ms. */
  readonly judgedMs: number;
  /** What had been fetched by then, from the network or a cache. */
  readonly beforePaint: Bytes;
  readonly beforeJudged: Bytes;
}

/**
 * The starts of a run, medians: `cold` in an empty browser, `cached` with a session before that filled the browser's own
 * cache, `stored` with the app kept on the device, whose service worker serves the page for the first time, `again` the start
 * after that: the browser has kept the compiled code of what it got from the service worker.
 */
export interface StartFigures {
  readonly cold: Start;
  readonly cached: Start;
  readonly stored: Start;
  readonly again: Start;
  readonly rounds: number;
}

/** A fetched file, and when it had arrived, ms since the epoch. */
interface Fetched {
  readonly at: number;
  readonly raw: number;
  readonly gzip: number;
}

const fetchedIn = async (response: Response, at: number): Promise<Fetched | undefined> => {
  try {
    const body = await response.body();
    return { at, raw: body.length, gzip: gzipSync(body).length };
  } catch {
    // A redirect, or the page was closed.
    return undefined;
  }
};

const bytesUntil = (fetched: readonly Fetched[], at: number): Bytes => {
  const until = fetched.filter((one) => one.at <= at);
  const sumOf = (of: 'raw' | 'gzip'): number => until.reduce((sum, one) => sum + one[of], 0);
  return { files: until.length, raw: sumOf('raw'), gzip: sumOf('gzip') };
};

/** The first keypoints, and the first paint with content, as the page's own clock has them; and who served the page. */
const milestones = (page: Page): Promise<{ isStored: boolean; origin: number; paint: number; judged: number }> =>
  page.evaluate(() => ({
    // Playwright blocks service workers by taking the registration away.
    isStored: (navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller instanceof ServiceWorker,
    origin: performance.timeOrigin,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    judged: window.limberNoted.passages[0]?.received ?? Number.NaN,
  }));

/**
 * How long a tab is left alone before it is used, ms: for each new tab Chromium loads pages of its own (the popup of the
 * address bar, 400 modules), which keeps a core busy for over a second.
 */
const settleMs = 3000;

/** Starts a session; throws where `isStored` does not tell whether a service worker serves the page. */
const start = async (context: BrowserContext, appUrl: string, isStored: boolean): Promise<Start> => {
  const page = await context.newPage();
  const arrived: { readonly response: Response; readonly at: number }[] = [];
  page.on('response', (response) => arrived.push({ response, at: Date.now() }));
  await watchPage(page);
  await page.waitForTimeout(settleMs);
  await page.goto(`${appUrl}${trainingLink}`);
  await page.waitForFunction(() => window.limberNoted.passages.length > 0, undefined, { timeout: 90_000 });
  const { origin, paint, judged, ...found } = await milestones(page);
  if (found.isStored !== isStored) throw new Error(`${isStored ? 'No' : 'A'} service worker served the start.`);
  // Read only now: to read and compress them takes the time of a core.
  const read = await Promise.all(arrived.map(({ response, at }) => fetchedIn(response, at)));
  await page.close();
  const fetched = read.filter((one) => one !== undefined);
  return {
    paintMs: paint,
    judgedMs: judged,
    beforePaint: bytesUntil(fetched, origin + paint),
    beforeJudged: bytesUntil(fetched, origin + judged),
  };
};

/** The start with the median time to the first judged frame. */
const middleOf = (starts: readonly Start[]): Start => {
  const median = medianOf(starts.map(({ judgedMs }) => judgedMs));
  const [first] = starts.toSorted((a, b) => Math.abs(a.judgedMs - median) - Math.abs(b.judgedMs - median));
  if (!first) throw new Error('No start was measured.');
  return first;
};

const contextOf = (browser: Browser, serviceWorkers: 'allow' | 'block'): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1280, height: 720 }, permissions: ['camera'], serviceWorkers });

/** How long after a page is closed the next start begins, ms: the browser writes its caches. */
const betweenMs = 2000;

/** Leaves the home page open until all of the app is stored, and says so. */
const store = async (context: BrowserContext, appUrl: string): Promise<void> => {
  const page = await context.newPage();
  await watchPage(page);
  await page.goto(appUrl);
  await page.getByText(en.app.offline.ready).waitFor({ timeout: 90_000 });
  await page.close();
};

/** Starts the app cold, cached, stored and once more, some times in turn. */
export const measureStarts = async (appUrl: string, film: EncodedFilm, rounds: number): Promise<StartFigures> => {
  const [cold, cached, stored, again]: [Start[], Start[], Start[], Start[]] = [[], [], [], []];
  for (let round = 0; round < rounds; round += 1) {
    const browser = await launchWithWebcam(film, '480p');
    try {
      const unstored = await contextOf(browser, 'block');
      cold.push(await start(unstored, appUrl, false));
      await rest(betweenMs);
      cached.push(await start(unstored, appUrl, false));
      await unstored.close();
      const kept = await contextOf(browser, 'allow');
      // A session first, as in the other rows: what it found out about the device is known.
      await start(kept, appUrl, false);
      await store(kept, appUrl);
      await rest(betweenMs);
      stored.push(await start(kept, appUrl, true));
      await rest(betweenMs);
      again.push(await start(kept, appUrl, true));
    } finally {
      await browser.close();
    }
    process.stdout.write(`start: round ${round + 1} of ${rounds}\n`);
  }
  return { cold: middleOf(cold), cached: middleOf(cached), stored: middleOf(stored), again: middleOf(again), rounds };
};
