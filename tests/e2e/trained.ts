import type { Browser, BrowserContextOptions, Page } from 'playwright';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import type { Keypoints } from '../../src/engine/pose/keypoints.ts';
import type { FromWorker } from '../../src/platform/detector/protocol.ts';
import type { PageFrame } from '../../src/session/ports.ts';
import { webcamFileOf, type DrawnFilm } from '../../scripts/films/draw.ts';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { keepEvents } from '../../scripts/films/page-events.ts';

declare global {
  interface Window {
    /** How often the camera was requested. */
    cameraRequests: number;
    /** When each pose came from the detector's worker, ms. */
    detections: number[];
    /** The keypoints of each pose. */
    keypoints: Keypoints[];
    /** The bare model's median time a frame, as its warm-up measured it, ms. */
    bareMs: number;
  }
}

/** The result of a training. */
export interface Trained {
  readonly events: readonly CoachingEvent[];
  readonly cameraRequests: number;
  /** What the detector saw, frame by frame. */
  readonly keypoints: readonly Keypoints[];
  /** Poses a second that came from the detector. */
  readonly rate: number;
  /** The rate over that of the bare model in the same page. */
  readonly ratio: number;
}

/** The settings of a user who has been here before. */
const knownPerson = JSON.stringify({ version: 1, settings: { safetyAcceptedAt: 1 } });

/**
 * Opens a page that records every event of the app and counts its camera requests; its user has read the safety page.
 */
export const watchedPage = async (browser: Browser, context: BrowserContextOptions = {}): Promise<Page> => {
  // A service worker would fetch the model beside the test, and hide requests from routes.
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    serviceWorkers: 'block',
    ...context,
  });
  await page.addInitScript((known) => {
    if (!localStorage.getItem('limber.settings')) localStorage.setItem('limber.settings', known);
  }, knownPerson);
  await watchEvents(page);
  return page;
};

/** Makes a page record every event of the app and count its camera requests. */
export const watchEvents = async (page: Page): Promise<void> => {
  page.on('pageerror', (error) => console.error(`page error: ${error.message}`));
  await keepEvents(page);
  await page.addInitScript(() => {
    window.cameraRequests = 0;
    window.detections = [];
    window.keypoints = [];
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        this.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
          if (data.type === 'keypoints') {
            window.detections.push(performance.now());
            window.keypoints.push(data.keypoints);
          }
          if (data.type === 'ready') window.bareMs = data.medianMs;
        });
      }
    };
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (constraints) => {
      window.cameraRequests += 1;
      return ask(constraints);
    };
  });
};

/** How fast a session was judged, in words. */
export const speedOf = ({ rate, ratio }: Pick<Trained, 'rate' | 'ratio'>): string =>
  `${rate.toFixed(1)} poses a second, ${ratio.toFixed(2)} of the bare model's rate`;

/** Waits for the end of the session; returns what happened. */
export const sessionEnd = async (page: Page, timeout: number): Promise<Trained> => {
  await page.waitForFunction(() => window.limberEvents.some(({ type }) => type === 'session-ended'), undefined, {
    timeout,
  });
  const { detections, bareMs, ...seen } = await page.evaluate(() => ({
    events: window.limberEvents,
    cameraRequests: window.cameraRequests,
    detections: window.detections,
    keypoints: window.keypoints,
    bareMs: window.bareMs,
  }));
  const elapsed = (detections.at(-1) ?? 0) - (detections[0] ?? 0);
  const rate = ((detections.length - 1) * 1000) / elapsed;
  return { ...seen, rate, ratio: (rate * bareMs) / 1000 };
};

/** Trains on a film that Chromium plays as the webcam, in real time. */
export const trainOnWebcam = async (
  appUrl: string,
  link: string,
  film: DrawnFilm,
  look: (page: Page) => Promise<void> = async () => {},
): Promise<Trained> => {
  const browser = await launchBrowser([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${webcamFileOf(film)}`,
  ]);
  try {
    const page = await watchedPage(browser);
    await page.goto(`${appUrl}#/train/${link}`);
    const lasts = film.frames.length / film.film.framesPerSecond;
    const [trained] = await Promise.all([sessionEnd(page, (lasts + 30) * 1000), look(page)]);
    return trained;
  } finally {
    await browser.close();
  }
};

/** Trains on a film whose frames are passed to the app one by one, none dropped, as fast as they are judged. */
export const trainOnFrames = async (
  browser: Browser,
  appUrl: string,
  link: string,
  film: DrawnFilm,
): Promise<Trained> => {
  const page = await watchedPage(browser);
  try {
    await page.route('**/film.bin', (route) =>
      route.fulfill({ body: film.bytes, contentType: 'application/octet-stream' }),
    );
    await page.goto(appUrl);
    await page.evaluate(async (frames) => {
      const film = await (await fetch('film.bin')).blob();
      const app = document.querySelector('limber-app');
      if (!app) throw new Error('The page has no app.');
      app.frames = (async function* (): AsyncGenerator<PageFrame> {
        for (const { at, from, to } of frames)
          yield { image: await createImageBitmap(film.slice(from, to, 'image/jpeg')), at };
      })();
    }, film.frames);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/train/${link}`);
    return await sessionEnd(page, 120_000);
  } finally {
    await page.close();
  }
};
