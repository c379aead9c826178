import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import { briefingCamera } from '../../src/engine/figure/camera.ts';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
import { seconds } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { reliefRoutine } from '../../src/session/planning/routines.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { drawFilms, webcamFileOf } from '../../scripts/films/draw.ts';
import type { Film } from '../../scripts/films/film.ts';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { eventsOf } from '../scenarios/play.ts';
import { watchedPage } from './trained.ts';

/*
 * One session of the built app before Chromium's webcam, judged by the real MoveNet, hidden once in each of its phases.
 * Headless Chromium never hides a page: its `visibilityState` is replaced, and its pictures continue, which is the
 * harder case. Each time the camera is opened the film begins again, as for a user who comes back.
 */

/** Sits for four seconds and does a butterfly in which the elbows stay together for three. */
const film: Film = {
  name: 'butterfly-hidden',
  camera: briefingCamera('front'),
  look: 'teal',
  framesPerSecond: 10,
  keyframes: keyframesOf(butterfly.motion, {
    repetitions: 1,
    calm: seconds(4),
    settle: seconds(6),
    hold: seconds(3),
  }),
};

declare global {
  interface Window {
    /** What happened while the page was hidden although it must not. */
    offences: string[];
    /** How many frames were sent to the detector. */
    framesSent: number;
    /** Whether a camera is on. */
    isCameraOn: () => boolean;
    setHidden: (isHidden: boolean) => void;
  }
}

/** Makes a page hidable, and records what it does while hidden. */
const watchHiding = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    let isHidden = false;
    const tracks: MediaStreamTrack[] = [];
    Object.defineProperty(document, 'visibilityState', { get: () => (isHidden ? 'hidden' : 'visible') });
    window.offences = [];
    window.framesSent = 0;
    window.isCameraOn = () => tracks.some(({ readyState }) => readyState === 'live');
    window.setHidden = (next) => {
      isHidden = next;
      document.dispatchEvent(new Event('visibilitychange'));
    };
    setInterval(() => {
      if (isHidden && window.isCameraOn()) window.offences.push('the camera was on');
      if (tracks.filter(({ readyState }) => readyState === 'live').length > 1) window.offences.push('two cameras');
    }, 20);
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await ask(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
    window.Worker = class extends Worker {
      override postMessage(message: unknown, more?: Transferable[] | StructuredSerializeOptions): void {
        if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'frame') {
          window.framesSent += 1;
          if (isHidden) window.offences.push('a frame was judged');
        }
        super.postMessage(message, more as Transferable[]);
      }
    };
  });

/** Waits for the phase of an exercise. */
const phaseIs = (page: Page, phase: string, timeout = 40_000): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => {
      const last = window.limberEvents.findLast(({ type }) => type === 'phase-changed');
      return last?.type === 'phase-changed' && last.to === wanted;
    },
    phase,
    { timeout, polling: 30 },
  );

/** Hides the page for a moment, and shows it again. */
const hide = async (page: Page): Promise<void> => {
  await page.evaluate(() => window.setHidden(true));
  await page.waitForTimeout(500);
  await page.evaluate(() => window.setHidden(false));
};

/** Whether the user sees themselves: the shown video plays the camera's stream. */
const isPictureLive = (): boolean => {
  const videos = (root: ParentNode): readonly HTMLVideoElement[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof HTMLVideoElement ? [element] : []),
      ...(element.shadowRoot ? videos(element.shadowRoot) : []),
    ]);
  return videos(document).some(({ srcObject }) => srcObject instanceof MediaStream && srcObject.active);
};

/**
 * How long the page may take after it is shown, ms: two seconds where a frame takes at most 40 ms, as on two idle
 * cores, and proportionally more where the machine is busy.
 */
const patience = async (page: Page): Promise<number> => {
  const bareMs = await page.evaluate(() => window.bareMs);
  return 2000 * Math.max(1, bareMs / 40);
};

/**
 * Hides and shows the page while the user is watched: soon a frame is judged and the picture is back, and set-up begins
 * again.
 */
const hideAndGoOn = async (page: Page): Promise<void> => {
  const timeout = await patience(page);
  await hide(page);
  const began = performance.now();
  const sent = await page.evaluate(() => window.framesSent);
  await Promise.all([
    page.waitForFunction((before) => window.framesSent > before, sent, { timeout, polling: 30 }),
    page.waitForFunction(isPictureLive, undefined, { timeout, polling: 30 }),
  ]);
  console.log(`judged and shown again after ${Math.round(performance.now() - began)} of ${Math.round(timeout)} ms`);
  await phaseIs(page, 'neutral');
};

it('resumes each time when it is hidden in each phase of a session', { timeout: 240_000 }, async () => {
  const [drawn] = await drawFilms([film]);
  if (!drawn) throw new Error('The film was not drawn.');
  const browser = await launchBrowser([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${webcamFileOf(drawn)}`,
  ]);
  try {
    const page = await watchedPage(browser);
    await watchHiding(page);
    const began = performance.now();
    const { id } = reliefRoutine(exercises);
    await page.goto(`${inject('appUrl')}#/routine/${id}?reps=1&hold=2&rest=20`);
    await page.locator('opening-progress').waitFor();
    await hide(page);

    await page.locator('pain-check').waitFor({ timeout: 30_000 });
    await hide(page);
    await page.waitForFunction(() => !window.isCameraOn());
    await page.keyboard.press('0');

    await page.locator('coach-view').waitFor();
    await hideAndGoOn(page);
    for (const phase of ['neutral', 'practice']) {
      await phaseIs(page, phase);
      await hideAndGoOn(page);
    }
    for (const phase of ['countdown', 'working', 'holding']) {
      await phaseIs(page, 'practice');
      await page.keyboard.press('s');
      await phaseIs(page, phase);
      await hideAndGoOn(page);
    }
    await page.keyboard.press('PageDown');

    await page.locator('rest-panel').waitFor();
    await hide(page);
    await page.keyboard.press('PageDown');
    await page.locator('coach-view').waitFor();
    const sent = await page.evaluate(() => window.framesSent);
    await page.waitForFunction((before) => window.framesSent > before, sent, {
      timeout: await patience(page),
      polling: 30,
    });

    await page.keyboard.press('Escape');
    await page.locator('routine-summary-screen').waitFor();
    await hide(page);
    await page.waitForTimeout(500);
    console.log(`hidden in each phase within ${Math.round(performance.now() - began)} ms`);
    expect(await page.evaluate(() => window.offences)).toEqual([]);
    expect(await page.evaluate(() => window.isCameraOn())).toBe(false);
    const events = await page.evaluate(() => window.limberEvents);
    expect(eventsOf(events, 'session-ended').map(({ why }) => why)).toEqual(['skipped', 'person']);
    const pauses = eventsOf(events, 'session-paused').filter(({ why }) => why === 'page-hidden');
    expect(pauses).toHaveLength(6);
    expect(eventsOf(events, 'session-resumed')).toHaveLength(6);
  } finally {
    await browser.close();
  }
});
