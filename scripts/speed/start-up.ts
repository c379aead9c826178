import { setTimeout as rest } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright';
import type { EncodedFilm } from './enlarge.ts';
import { en } from '../../src/texts/en/en.ts';
import { medianOf } from './figures.ts';
import { launchWithWebcam, trainingLink, webcamSwitches } from './training.ts';
import { openUnwatched, type UnwatchedBrowser } from './unwatched-browser.ts';
import { noteInPage, watchPage } from './watch-page.ts';

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
}

/** What a start fetches from the network until it paints, and until it has judged a frame. */
export interface Loaded {
  readonly beforePaint: Bytes;
  readonly beforeJudged: Bytes;
}

/**
 * The starts of a run, medians: `cold` in an empty browser, `cached` with a session before that filled the browser's own
 * cache, `stored` with the app kept on the device, whose service worker serves the page for the first time, `again` the start
 * seconds after that, when Chromium still has the page's process and its code in memory, `restarted` one in a browser that was
 * restarted since. `loaded` is of a cold start.
 */
export interface StartFigures {
  readonly cold: Start;
  readonly cached: Start;
  readonly stored: Start;
  readonly again: Start;
  readonly restarted: Start;
  readonly rounds: number;
  readonly loaded: Loaded;
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

/** When a start painted for the first time and got its first keypoints, ms since the navigation; and who served the page. */
interface Milestones {
  readonly isStored: boolean;
  /** The navigation, ms since the epoch. */
  readonly origin: number;
  readonly paintMs: number;
  readonly judgedMs: number;
}

/** The milestones by the page's own clock, once the first frame is judged; runs in the page. */
const milestonesSoFar = (): Milestones | undefined => {
  const [first] = window.limberNoted.passages;
  return (
    first && {
      isStored: (navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller instanceof ServiceWorker,
      origin: performance.timeOrigin,
      paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      judgedMs: first.received,
    }
  );
};

/** Returns true once the page says a text; runs in the page. */
const isSaid = (text: string): true | undefined => {
  const textIn = (root: ParentNode & Node): string =>
    [...root.querySelectorAll('*')].reduce(
      (all, { shadowRoot }) => (shadowRoot ? all + textIn(shadowRoot) : all),
      root.textContent ?? '',
    );
  return textIn(document.documentElement).includes(text) || undefined;
};

/** Leaves a page without a service worker, as a private window; runs in the page. */
const withoutServiceWorker = (): void => {
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
};

/**
 * How long a tab is left alone before it is used, ms: for each new tab Chromium loads pages of its own (the popup of the
 * address bar, 400 modules), which keeps a core busy for over a second.
 */
const settleMs = 3000;

/** How long after a page is closed the next one is opened, ms: the browser writes its caches. */
const betweenMs = 2000;

/** How long a restarted browser is left alone, ms: it is busy with itself for some seconds. */
const awakeMs = 10_000;

/** Opens a page of the app and closes it when it has a value. */
const visit = async <T>(
  browser: UnwatchedBrowser,
  url: string,
  before: readonly (() => void)[],
  [read, text]: readonly [(text: string) => T | undefined, string?],
): Promise<T> => {
  const tab = await browser.openTab([noteInPage, ...before], new URL(url).origin);
  await rest(settleMs);
  await tab.visit(url);
  const value = await tab.valueOf(read, text);
  await tab.close();
  await rest(betweenMs);
  return value;
};

const withBrowser = async <T>(film: EncodedFilm, use: (browser: UnwatchedBrowser) => Promise<T>): Promise<T> => {
  const browser = openUnwatched(webcamSwitches(film, '480p'));
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
};

/** Checks who served a start. */
const servedAs = (isStored: boolean, found: Milestones): Milestones => {
  if (found.isStored !== isStored) throw new Error(`${isStored ? 'No' : 'A'} service worker served the start.`);
  return found;
};

type Kind = keyof Omit<StartFigures, 'rounds' | 'loaded'>;

/** One start of each kind. */
const startsOfRound = async (appUrl: string, film: EncodedFilm): Promise<Readonly<Record<Kind, Milestones>>> => {
  const startIn = async (browser: UnwatchedBrowser, isStored: boolean, ...before: readonly (() => void)[]) =>
    servedAs(isStored, await visit(browser, `${appUrl}${trainingLink}`, before, [milestonesSoFar]));
  const [cold, cached] = await withBrowser(film, async (browser) => [
    await startIn(browser, false, withoutServiceWorker),
    await startIn(browser, false, withoutServiceWorker),
  ]);
  const [stored, again, restarted] = await withBrowser(film, async (browser) => {
    // A session first, as in the other rows: what it found out about the device is known.
    await startIn(browser, false);
    await visit(browser, appUrl, [], [isSaid, en.app.offline.ready]);
    const warm = [await startIn(browser, true), await startIn(browser, true)];
    await browser.restart();
    await rest(awakeMs);
    return [...warm, await startIn(browser, true)];
  });
  if (!cold || !cached || !stored || !again || !restarted) throw new Error('A start is missing.');
  return { cold, cached, stored, again, restarted };
};

/** What a cold start fetches; Playwright watches the network, so its times are not taken. */
const loadedBy = async (appUrl: string, film: EncodedFilm): Promise<Loaded> => {
  const browser = await launchWithWebcam(film, '480p');
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 720 },
      permissions: ['camera'],
      serviceWorkers: 'block',
    });
    const arrived: { readonly response: Response; readonly at: number }[] = [];
    page.on('response', (response) => arrived.push({ response, at: Date.now() }));
    await watchPage(page);
    await page.goto(`${appUrl}${trainingLink}`);
    await page.waitForFunction(() => window.limberNoted.passages.length > 0, undefined, { timeout: 90_000 });
    const found = await page.evaluate(milestonesSoFar);
    if (!found) throw new Error('No frame was judged.');
    // Read only now: to read and compress them takes the time of a core.
    const read = await Promise.all(arrived.map(({ response, at }) => fetchedIn(response, at)));
    const fetched = read.filter((one) => one !== undefined);
    return {
      beforePaint: bytesUntil(fetched, found.origin + found.paintMs),
      beforeJudged: bytesUntil(fetched, found.origin + found.judgedMs),
    };
  } finally {
    await browser.close();
  }
};

/** The start with the median time to the first judged frame. */
const middleOf = (starts: readonly Start[]): Start => {
  const median = medianOf(starts.map(({ judgedMs }) => judgedMs));
  const [first] = starts.toSorted((a, b) => Math.abs(a.judgedMs - median) - Math.abs(b.judgedMs - median));
  if (!first) throw new Error('No start was measured.');
  return first;
};

/** Starts the app cold, cached, stored and once more, some times in turn. */
export const measureStarts = async (appUrl: string, film: EncodedFilm, rounds: number): Promise<StartFigures> => {
  const starts: Readonly<Record<Kind, Milestones>>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    starts.push(await startsOfRound(appUrl, film));
    process.stdout.write(`start: round ${round + 1} of ${rounds}\n`);
  }
  const middle = (kind: Kind): Start => middleOf(starts.map((one) => one[kind]));
  return {
    cold: middle('cold'),
    cached: middle('cached'),
    stored: middle('stored'),
    again: middle('again'),
    restarted: middle('restarted'),
    rounds,
    loaded: await loadedBy(appUrl, film),
  };
};
