import type { Browser, BrowserContext, CDPSession, Page } from 'playwright';
import { servePlain, type PlainHost } from '../e2e/plain-host.ts';
import { watchEvents } from '../e2e/trained.ts';

declare global {
  interface Window {
    /** What replaces the keypoints that come from the detector's worker. */
    garble: 'nan' | 'noise' | 'nobody' | undefined;
    /** When repetitions were counted, by the page's clock, ms. */
    countedAt: number[];
    /** When repetitions were timed, since the detector had failed, by the page's clock, ms. */
    timedAt: number[];
    /** Every worker that the page started. */
    detectors: Worker[];
    /** The browser's own, while the storage is full. */
    put: PropertyDescriptor | undefined;
  }
}

/** The training that most faults meet: two butterflies in a film that Chromium repeats without end. */
export const webcamLink = '#/train/butterfly?source=camera&reps=50&hold=2&range=norm&pain=off';

/** The same exercise, trained by the figure. */
export const figureLink = '#/train/butterfly?source=figure&reps=50&hold=1&range=norm&pain=off&speed=4';

/** One visit of a user: a host, a browser's context with its storage, and a page. */
export interface Scene {
  readonly host: PlainHost;
  readonly browser: Browser;
  readonly context: BrowserContext;
  /** The page that is looked at; a crash replaces it. */
  page: Page;
  /** Opens a new page in the same context. */
  readonly openPage: () => Promise<Page>;
  /** A session of the DevTools protocol with the page. */
  readonly devtools: () => Promise<CDPSession>;
  readonly close: () => Promise<void>;
}

/** Makes a page record when it counts, and lets a test replace the detector's keypoints. */
const watch = async (page: Page): Promise<void> => {
  await watchEvents(page);
  await page.addInitScript(() => {
    window.countedAt = [];
    window.timedAt = [];
    window.detectors = [];
    addEventListener('limber-event', (event) => {
      const { type } = (event as CustomEvent<{ readonly type: string }>).detail;
      if (type === 'rep-completed') window.countedAt.push(performance.now());
      if (type === 'repetition-timed') window.timedAt.push(performance.now());
    });
    interface Point {
      x: number;
      y: number;
      score: number;
    }
    const garbled = (): Point => {
      if (window.garble === 'nan') return { x: Number.NaN, y: Number.NaN, score: Number.NaN };
      if (window.garble === 'nobody') return { x: 0, y: 0, score: 0 };
      return { x: Math.random() * 2000 - 500, y: Math.random() * 2000 - 500, score: Math.random() };
    };
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        window.detectors.push(this);
        this.addEventListener(
          'message',
          ({ data }: MessageEvent<{ type: string; keypoints: Record<string, Point> }>) => {
            if (data.type !== 'keypoints' || window.garble === undefined) return;
            for (const point of Object.values(data.keypoints)) Object.assign(point, garbled());
          },
        );
      }
    };
  });
};

/** Opens a visit; its user has read the safety page. The page is still empty. */
export const openScene = async (browser: Browser): Promise<Scene> => {
  const host = await servePlain('dist');
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, permissions: ['camera'] });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(() => {
    try {
      if (!localStorage.getItem('limber.settings'))
        localStorage.setItem('limber.settings', '{"version":1,"settings":{"safetyAcceptedAt":1}}');
    } catch {
      // A test may block the storage.
    }
  });
  const openPage = async (): Promise<Page> => {
    const page = await context.newPage();
    await watch(page);
    return page;
  };
  const scene: Scene = {
    host,
    browser,
    context,
    page: await openPage(),
    openPage,
    devtools: () => context.newCDPSession(scene.page),
    close: async () => {
      await context.close();
      await host.close();
    },
  };
  return scene;
};

/** Resolves once the page judges three more pictures and shows no problem. */
export const goesOn = async ({ page }: Scene): Promise<void> => {
  const seen = await page.evaluate(() => window.detections.length);
  await page.waitForFunction((before) => window.detections.length >= before + 3, seen, { polling: 50 });
  if ((await page.locator('problem-panel').count()) > 0)
    throw new Error(`There is a problem: ${await page.locator('problem-panel').first().innerText()}`);
};

/** Resolves once one more repetition is counted; the film has two in forty seconds, and the user may need to be found again. */
export const countsOn = async ({ page }: Scene): Promise<void> => {
  const counted = await page.evaluate(() => window.countedAt.length);
  await page.waitForFunction((before) => window.countedAt.length > before, counted, { timeout: 120_000 });
};

/** How many repetitions of the session under way the device has stored; 0 on a page without storage. */
export const stored = ({ page }: Scene): Promise<number> =>
  page.evaluate(async () => {
    interface Written {
      readonly progress?: { readonly current?: { readonly events?: readonly { readonly type?: unknown }[] } };
    }
    const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, failed) => {
        request.addEventListener('success', () => done(request.result));
        request.addEventListener('error', () => failed(request.error ?? new Error('The request failed.')));
      });
    try {
      // A database that is not there would be created by opening it.
      if (!(await indexedDB.databases()).some(({ name }) => name === 'limber')) return 0;
      const database = await resultOf(indexedDB.open('limber'));
      try {
        const store = database.transaction('unfinished').objectStore('unfinished');
        const written = (await resultOf(store.get('butterfly'))) as Written | undefined;
        return written?.progress?.current?.events?.filter(({ type }) => type === 'rep-completed').length ?? 0;
      } finally {
        database.close();
      }
    } catch {
      return 0;
    }
  });

const inEvents = ({ page }: Scene): Promise<number> =>
  page.evaluate(() => {
    const events: readonly { readonly type: string }[] | undefined = window.limberEvents;
    return events?.filter(({ type }) => type === 'rep-completed').length ?? 0;
  });

/** How many repetitions are recorded: in this page's events, or in the session that is stored, whichever has more. */
export const recorded = async (scene: Scene): Promise<number> => Math.max(await stored(scene), await inEvents(scene));

/** How many sessions the history has; `recordStores` has the name of the store. */
export const finishedSessions = async ({ page }: Scene): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done, failed) => {
        const opening = indexedDB.open('limber');
        opening.addEventListener('error', () => failed(new Error('There is no database.')));
        opening.addEventListener('success', () => {
          const request = opening.result.transaction('sessions').objectStore('sessions').count();
          request.addEventListener('success', () => {
            opening.result.close();
            done(request.result);
          });
        });
      }),
  );

/** Hides the page, which stores its session then, and resolves once so many repetitions are stored; by default all. */
export const storesAll = async (scene: Scene, all?: number): Promise<void> => {
  await setHidden(scene, true);
  const counted = all ?? (await inEvents(scene));
  const until = performance.now() + 5000;
  let count = await stored(scene);
  for (; count < counted && performance.now() < until; count = await stored(scene))
    await scene.page.waitForTimeout(100);
  await setHidden(scene, false);
  if (count < counted) throw new Error(`Only ${count} of ${counted} repetitions are stored.`);
};

/** Presses a button by its name. */
export const press = (name: string) => (scene: Scene) =>
  scene.page.getByRole('button', { name, exact: true }).first().click();

/** Runs code in the detector's worker, without waiting for its end. */
export const inWorker = ({ page }: Scene, code: string): void => {
  const worker = page.workers().at(-1);
  if (!worker) throw new Error('There is no detector.');
  worker.evaluate(code).catch(() => undefined);
};

/** Refuses the camera as the user may at any time beside the address. */
export const refuseCamera = async (scene: Scene): Promise<void> => {
  const session = await scene.devtools();
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.send('Browser.setPermission', {
    permission: { name: 'camera' },
    setting: 'denied',
    ...(targetInfo.browserContextId ? { browserContextId: targetInfo.browserContextId } : {}),
  });
  await session.detach();
};

/** Grants the camera again. `Browser.setPermission` does not: Chromium 156 keeps the refusal. */
export const grantCamera = ({ context }: Scene): Promise<void> => context.grantPermissions(['camera']);

/**
 * Fills the device's storage to the last byte. Chromium writes to IndexedDB whatever quota DevTools set, so its
 * interface is replaced: it refuses what is put.
 */
export const fillStorage = ({ page }: Scene): Promise<void> =>
  page.evaluate(() => {
    window.put ??= Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put');
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The storage is full.', 'QuotaExceededError');
    };
    for (let size = 1 << 20, part = 0; size >= 1; part += 1)
      try {
        localStorage.setItem(`filler-${part}`, 'x'.repeat(size));
      } catch {
        size >>= 1;
      }
  });

/** Frees what `fillStorage` took. */
export const freeStorage = ({ page }: Scene): Promise<void> =>
  page.evaluate(() => {
    if (window.put) Object.defineProperty(IDBObjectStore.prototype, 'put', window.put);
    for (const key of Object.keys(localStorage)) if (key.startsWith('filler-')) localStorage.removeItem(key);
  });

/** Shows the page, or hides it: headless Chromium never does so by itself. */
export const setHidden = ({ page }: Scene, isHidden: boolean): Promise<void> =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (hidden ? 'hidden' : 'visible'),
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);

/** Crashes the process of the page; a new page of the same context takes its place, still empty. */
export const crash = async (scene: Scene): Promise<void> => {
  const { page } = scene;
  const session = await scene.devtools();
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  scene.page = await scene.openPage();
};
