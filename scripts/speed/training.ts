import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright';
import manifest from '../../package.json' with { type: 'json' };
import type { DetectorModel } from '../../src/ports/detector-model.ts';
import { webcamFileOf } from '../films/draw.ts';
import { launchBrowser } from '../films/launch.ts';
import { spreadOf, type Spread } from './figures.ts';
import { cameraSizes, speedFilm, type CameraSize } from './film.ts';
import { secondsOfChildren } from './process-tree.ts';
import { cache, type Site } from './site.ts';
import type { EncodedFilm } from './enlarge.ts';
import { busiestThreads, mainThreadOf, type MainThread, type ThreadShare, type TraceEvent } from './trace.ts';
import { watchPage, type Noted } from './watch-page.ts';

/** A camera at real time, and what uses it: Limber as built, or pose-detection's own demo loop. */
export interface TrainingCase {
  readonly user: 'limber' | 'demo-loop';
  readonly model: DetectorModel;
  readonly size: CameraSize;
}

/** Shares of time, 0-1. */
export interface MainThreadCounters {
  /** Processor time of the thread: it does not depend on what else the machine does. */
  readonly processor: number;
  /** By the clock: time in tasks, and of it in script, and in style and layout. */
  readonly busy: number;
  readonly script: number;
  readonly layout: number;
}

/** What one trained time cost and gave. */
export interface TrainingFigures extends TrainingCase {
  /** How long it was measured, s. */
  readonly seconds: number;
  /** Judged frames a second. */
  readonly rate: number;
  /** Processor seconds of the whole browser, for a minute; `undefined` where the system does not tell. */
  readonly processorSecondsPerMinute: number | undefined;
  /** The same for one judged frame, ms. */
  readonly processorMsPerFrame: number | undefined;
  /** The page's main thread by Chromium's own counters, shares of the measured time, 0-1. */
  readonly counters: MainThreadCounters;
  /** The page's main thread, and the busiest threads of the browser, by a trace of a part of the time. */
  readonly trace: MainThread;
  readonly threads: readonly ThreadShare[];
  /** Judged frames a second in the traced part. */
  readonly tracedRate: number;
  /** Tasks of more than 50 ms by the page's own observer. */
  readonly longTasks: number;
  /** From the capture of a picture to its keypoints in the page, and to a coaching event, ms. */
  readonly captureToKeypoints: Spread;
  readonly captureToEvent: Spread;
  /** The page's JS heap after collection, MB, and the tensors in the worker: at the begin and at the end. */
  readonly heapMb: readonly [number, number];
  readonly tensors: readonly [number, number] | undefined;
}

/** How long a training is measured, and how long a part of it is traced, s. */
export interface Durations {
  readonly measured: number;
  readonly traced: number;
}

/** How long the app trains before it is measured, s: the set-up passes, and WebAssembly is compiled to its last tier. */
const settleSeconds = 14;

/** The switches of a browser whose webcam plays the film in that size. */
export const webcamSwitches = (film: EncodedFilm, size: CameraSize): readonly string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${webcamFileOf({ ...film, film: { ...speedFilm, name: `speed-${size}` } })}`,
];

/** Opens a browser whose webcam plays the film in that size. */
export const launchWithWebcam = (film: EncodedFilm, size: CameraSize): Promise<Browser> =>
  launchBrowser(webcamSwitches(film, size));

/** The link of the training that is measured, within the app. */
export const trainingLink = '#/train/butterfly?source=camera&sets=1&reps=50&hold=3&range=norm&pain=off';

/** Makes a page of the app note what it does, and judge with a model: what the app remembers of the device decides. */
export const prepareApp = async (page: Page, model: DetectorModel): Promise<void> => {
  await watchPage(page);
  await page.addInitScript(
    ([app, which]) => {
      localStorage.setItem(
        'limber.detector',
        JSON.stringify({
          version: 1,
          app,
          runtime: { model: which, backend: 'wasm', isThunderTooSlow: which === 'lightning' },
        }),
      );
    },
    [manifest.version, model] as const,
  );
};

const openLimber = async (page: Page, appUrl: string, model: DetectorModel): Promise<void> => {
  await prepareApp(page, model);
  await page.goto(`${appUrl}${trainingLink}`);
  await page.waitForFunction(() => window.limberNoted.passages.length > 0, undefined, { timeout: 90_000 });
};

const openDemoLoop = async (page: Page, site: Site, { model, size }: TrainingCase): Promise<void> => {
  const { width, height } = cameraSizes[size];
  await page.goto(`${site.urlOf('demo-loop')}?model=${model}&width=${width}&height=${height}`);
  await page.waitForFunction(() => window.framesJudged > 0, undefined, { timeout: 90_000 });
};

const framesOf = (page: Page, { user }: TrainingCase): Promise<number> =>
  page.evaluate((own) => (own ? window.limberNoted.passages.length : window.framesJudged), user === 'limber');

/** The page's JS heap after a collection, MB. */
export const heapOf = async (session: CDPSession): Promise<number> => {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 2 ** 20;
};

/** The tensors in the workers of a page of the app. */
export const tensorsIn = async (page: Page): Promise<number> =>
  (await page.evaluate(() => window.countTensors())).reduce((sum, count) => sum + count, 0);

const countersOf = async (session: CDPSession): Promise<ReadonlyMap<string, number>> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
};

const categories = ['toplevel', 'blink', 'v8', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

const traced = async (browser: Browser, page: Page, seconds: number, name: string): Promise<readonly TraceEvent[]> => {
  await browser.startTracing(page, { categories });
  await page.waitForTimeout(seconds * 1000);
  const trace = await browser.stopTracing();
  writeFileSync(join(cache, `trace-${name}.json`), trace);
  return (JSON.parse(trace.toString('utf8')) as { readonly traceEvents: readonly TraceEvent[] }).traceEvents;
};

/** Trains for a while in real time, and measures what it costs and how late it is. */
export const measureTraining = async (
  which: TrainingCase,
  { site, appUrl, film }: { readonly site: Site; readonly appUrl: string; readonly film: EncodedFilm },
  durations: Durations,
): Promise<TrainingFigures> => {
  const browser = await launchWithWebcam(film, which.size);
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 720 },
      serviceWorkers: 'block',
      bypassCSP: true,
    });
    page.on('pageerror', ({ message }) => console.error(`${which.user}: ${message}`));
    const isLimber = which.user === 'limber';
    await (isLimber ? openLimber(page, appUrl, which.model) : openDemoLoop(page, site, which));
    await page.waitForTimeout(settleSeconds * 1000);

    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'timeTicks' });
    const heapBefore = await heapOf(session);
    const tensorsBefore = isLimber ? await tensorsIn(page) : undefined;
    if (isLimber) await page.evaluate(() => window.startNoting());

    const [countersBefore, processorBefore, framesBefore] = [
      await countersOf(session),
      secondsOfChildren(),
      await framesOf(page, which),
    ];
    const began = performance.now();
    await page.waitForTimeout(durations.measured * 1000);
    const [countersAfter, processorAfter, framesAfter] = [
      await countersOf(session),
      secondsOfChildren(),
      await framesOf(page, which),
    ];
    const seconds = (performance.now() - began) / 1000;
    const noted: Noted = isLimber
      ? await page.evaluate(() => window.limberNoted)
      : { passages: [], events: [], longTasks: [] };
    const heapAfter = await heapOf(session);
    const tensorsAfter = isLimber ? await tensorsIn(page) : undefined;

    const framesUntraced = await framesOf(page, which);
    const events = await traced(browser, page, durations.traced, `${which.user}-${which.model}-${which.size}`);
    const tracedRate = ((await framesOf(page, which)) - framesUntraced) / durations.traced;

    const share = (name: string): number =>
      ((countersAfter.get(name) ?? Number.NaN) - (countersBefore.get(name) ?? Number.NaN)) / seconds;
    const frames = framesAfter - framesBefore;
    const used =
      processorBefore === undefined || processorAfter === undefined ? undefined : processorAfter - processorBefore;
    return {
      ...which,
      seconds,
      rate: frames / seconds,
      processorSecondsPerMinute: used === undefined ? undefined : (used * 60) / seconds,
      processorMsPerFrame: used === undefined ? undefined : (used * 1000) / frames,
      counters: {
        processor: share('ThreadTime'),
        busy: share('TaskDuration'),
        script: share('ScriptDuration'),
        layout: share('RecalcStyleDuration') + share('LayoutDuration'),
      },
      trace: mainThreadOf(events, durations.traced * 1000),
      threads: busiestThreads(events, durations.traced * 1000),
      tracedRate,
      longTasks: noted.longTasks.length,
      captureToKeypoints: spreadOf(noted.passages.map(({ captured, received }) => received - captured)),
      captureToEvent: spreadOf(noted.events.map(({ afterCapture }) => afterCapture)),
      heapMb: [heapBefore, heapAfter],
      tensors: tensorsBefore === undefined || tensorsAfter === undefined ? undefined : [tensorsBefore, tensorsAfter],
    };
  } finally {
    await browser.close();
  }
};

/**
 * The trainings that are measured at a size: Limber, then the demo loop. Lightning only: on a processor the app itself uses
 * Thunder only where one of its frames takes 50 ms or less.
 */
export const trainingCases = (size: CameraSize): readonly TrainingCase[] =>
  (['limber', 'demo-loop'] as const).map((user) => ({ user, model: 'lightning' as const, size }));
