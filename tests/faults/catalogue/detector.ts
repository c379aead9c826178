import { app } from '../../../src/texts/en/app.ts';
import { problems } from '../../../src/texts/en/problems.ts';
import type { Fault } from '../fault.ts';
import { proven } from '../proven.ts';
import { countsOn, figureLink, inWorker, recorded, type Scene } from '../scene.ts';

/** Ends the canvas’s graphics context, as a driver may at any time; with `ms`, it comes back after that time. */
const loseFigure =
  (ms?: number) =>
  ({ page }: Scene): Promise<boolean> =>
    page.evaluate((after) => {
      const canvases = (root: ParentNode): readonly HTMLCanvasElement[] =>
        [...root.querySelectorAll('*')].flatMap((element) => [
          ...(element instanceof HTMLCanvasElement ? [element] : []),
          ...(element.shadowRoot ? canvases(element.shadowRoot) : []),
        ]);
      const lost = canvases(document).flatMap(
        (canvas) => canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context') ?? [],
      );
      for (const context of lost) context.loseContext();
      if (after !== undefined) setTimeout(() => lost.forEach((context) => context.restoreContext()), after);
      return lost.length > 0;
    }, ms);

/** Replaces the keypoints for some seconds, in which nothing may be counted. */
const garble =
  (how: Window['garble'], ms: number) =>
  async (scene: Scene): Promise<void> => {
    const before = await recorded(scene);
    await scene.page.evaluate((what) => void (window.garble = what), how);
    await scene.page.waitForTimeout(ms);
    if ((await recorded(scene)) > before + 1) throw new Error('Repetitions were counted from nothing.');
  };

const seeAgain = ({ page }: Scene): Promise<void> => page.evaluate(() => void (window.garble = undefined));

/** Resolves once the user is seen and the coach no longer pauses. */
const isSeen = async ({ page }: Scene): Promise<void> => {
  await page.getByText(app.paused.comeBack).waitFor({ state: 'detached' });
};

const throwInWorker = async (scene: Scene): Promise<void> =>
  inWorker(scene, 'setTimeout(() => { throw new Error("The worker broke."); })');

/** Faults of the detector, of graphics and of keypoints. */
export const detectorFaults: readonly Fault[] = [
  {
    id: 'worker-throws',
    kind: 'worker',
    fault: 'The worker breaks with an exception',
    how: 'An exception in the real worker; another one takes its place',
    sees: undefined,
    proof: {
      on: 'own',
      force: async (scene) => {
        await scene.page.waitForFunction(() => window.detections.length > 3);
        await throwInWorker(scene);
      },
      mend: async () => undefined,
    },
  },
  {
    id: 'worker-ends',
    kind: 'worker',
    fault: 'The worker ends without a word',
    how: 'The real worker closes itself; the page waits twenty seconds for its response',
    sees: undefined,
    proof: {
      on: 'own',
      force: async (scene) => {
        await scene.page.waitForFunction(() => window.detections.length > 3);
        inWorker(scene, 'self.close()');
        await scene.page.waitForTimeout(1000);
      },
      mend: async () => undefined,
    },
  },
  {
    id: 'worker-hangs',
    kind: 'worker',
    fault: 'The worker hangs',
    how: 'A loop without an end in the real worker',
    sees: undefined,
    proof: {
      on: 'own',
      force: async (scene) => {
        await scene.page.waitForFunction(() => window.detections.length > 3);
        inWorker(scene, 'for (;;);');
        await scene.page.waitForTimeout(1000);
      },
      mend: async () => undefined,
    },
  },
  {
    id: 'worker-hangs-at-start',
    kind: 'worker-for-good',
    fault: 'The worker gives no sign of life while it starts',
    how: 'A worker that never responds; another one is started, and then the problem is named',
    sees: problems.detector.title,
    proof: proven(
      'platform/detector/worker-link.test.ts',
      'is ended after 15 s without a message, and another one takes its place',
      '15 s',
    ),
  },
  {
    id: 'worker-ends-twice',
    kind: 'worker-for-good',
    fault: 'The worker ends, and so does the one that takes over',
    how: 'Poses as the detector gives them then; the exercise goes on by time and keeps what was counted',
    sees: app.train.unread,
    proof: proven('scenarios/unread.test.ts', 'goes on by time, with the reason, and ends with the rest of its dose'),
  },
  {
    id: 'worker-failed-before',
    kind: 'worker-for-good',
    fault: 'The detector has failed for good, and the next exercise begins',
    how: 'Workers that crash; one more is started with the next stream of poses',
    sees: undefined,
    proof: proven(
      'platform/detector/resilient-detector.test.ts',
      'is started once more with the next stream, and fails again at its next crash',
    ),
  },
  {
    id: 'worker-hangs-after-crash',
    kind: 'worker',
    fault: 'The worker that takes over hangs as well',
    how: 'Workers that never respond; the one after them does',
    sees: undefined,
    proof: proven(
      'platform/detector/resilient-detector.test.ts',
      'is survived where the next worker hangs at its start and the one after does not',
      '15 s',
    ),
  },
  {
    id: 'detector-context-lost',
    kind: 'graphics',
    fault: 'The graphics context of the detector is lost',
    how: 'The real worker loses it; wasm judges the same frame',
    sees: undefined,
    proof: proven(
      'browser/detector.test.ts',
      'takes WebGL where it is faster, and returns to wasm when its context is lost',
    ),
  },
  {
    id: 'graphics-wrong',
    kind: 'worker',
    fault: 'The worker’s graphics card gives wrong results, without an error',
    how: 'The real worker on WebGL whose draw calls do nothing; it fails its self-test, and wasm goes on',
    sees: undefined,
    proof: proven(
      'browser/detector.test.ts',
      'refuses a graphics card that computes nothing, without an error of its own',
    ),
  },
  {
    id: 'processor-wrong',
    kind: 'worker-for-good',
    fault: 'The processor gives wrong results',
    how: 'A worker on wasm that fails its self-test',
    sees: problems.detector.title,
    proof: proven(
      'platform/detector/open-detector.test.ts',
      'is a problem with the detector, and leaves no worker behind',
    ),
  },
  {
    id: 'figure-context-lost',
    kind: 'graphics',
    fault: 'The graphics context of the figure is lost and comes back',
    how: '`WEBGL_lose_context` on its canvas, for a second; the figure goes on',
    sees: undefined,
    proof: {
      on: 'figure',
      force: loseFigure(1000),
      recovered: countsOn,
    },
  },
  {
    id: 'graphics-process-crashed',
    kind: 'graphics',
    fault: 'The browser’s process for graphics crashes',
    how: 'DevTools crash it (`Browser.crashGpuProcess`) while the figure trains',
    sees: undefined,
    proof: {
      on: 'own',
      switches: [],
      link: figureLink,
      force: async ({ page, browser }) => {
        await page.waitForFunction(() => window.countedAt.length > 0);
        const session = await browser.newBrowserCDPSession();
        await session.send('Browser.crashGpuProcess').catch(() => undefined);
      },
      mend: async () => undefined,
      recovered: countsOn,
    },
  },
  {
    id: 'no-graphics',
    kind: 'graphics',
    fault: 'The browser has no WebGL',
    how: 'Chromium without 3D (`--disable-3d-apis`): words replace the figure of a briefing, and training works',
    sees: app.figureMissing,
    proof: {
      on: 'own',
      switches: ['--disable-3d-apis'],
      link: '#/exercise/butterfly',
      mend: ({ page }) => page.evaluate(() => void (location.hash = '#/train/butterfly?pain=off')),
    },
  },
  {
    id: 'figure-returns',
    kind: 'graphics',
    fault: 'The figure cannot be drawn for a while',
    how: 'A stage that fails to open; it is tried again',
    sees: app.figureMissing,
    proof: proven('browser/ui-figure-view.test.ts', 'is replaced by words, and returns by itself once it can be drawn'),
  },
  {
    id: 'keypoints-not-numbers',
    kind: 'keypoints',
    fault: 'Keypoints are not numbers',
    how: 'NaN in every message of the real worker, for four seconds',
    sees: app.paused.comeBack,
    proof: { on: 'webcam', isGap: true, force: garble('nan', 1500), mend: seeAgain, recovered: isSeen },
  },
  {
    id: 'keypoints-nobody',
    kind: 'keypoints',
    fault: 'The user leaves the picture',
    how: 'Scores of 0 in every message of the real worker',
    sees: app.paused.comeBack,
    proof: { on: 'webcam', isGap: true, force: garble('nobody', 1500), mend: seeAgain, recovered: isSeen },
  },
  {
    id: 'keypoints-noise',
    kind: 'keypoints',
    fault: 'Keypoints are noise',
    how: 'Random places and scores in every message of the real worker, for five seconds',
    sees: undefined,
    proof: { on: 'webcam', force: garble('noise', 5000), mend: seeAgain },
  },
  {
    id: 'second-person',
    kind: 'keypoints',
    fault: 'Another person walks through the picture',
    how: 'Poses of a passer-by, nearer and further away',
    sees: undefined,
    proof: proven('engine/pose/same-person.test.ts', 'rejects a passer-by 1.5 m behind and 0.8 m aside'),
  },
  {
    id: 'frames-lost',
    kind: 'keypoints',
    fault: 'A fifth of the frames is lost',
    how: 'Poses of every exercise without them, at ten and at sixty a second; every repetition counts',
    sees: undefined,
    proof: proven('scenarios/limits.test.ts', 'counts with a fifth of the frames lost, two in a row, at %i a second'),
  },
];
