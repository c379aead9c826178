import { app } from '../../../src/texts/en/app.ts';
import { problems } from '../../../src/texts/en/problems.ts';
import { altered, missing } from '../altered.ts';
import type { Fault } from '../fault.ts';
import { proven } from '../proven.ts';
import { figureLink, press, type Scene } from '../scene.ts';

const again = press(app.problem.again);

const isWeights = (path: string): boolean => path.includes('lightning') && path.endsWith('.bin');

const isRight = async ({ host }: Scene): Promise<void> => {
  host.alter = undefined;
};

/** Ends the fault at the host, and presses "Try again". */
const tryAgain = async (scene: Scene): Promise<void> => {
  await isRight(scene);
  await again(scene);
};

const reload = async (scene: Scene): Promise<void> => {
  await isRight(scene);
  await Promise.all([scene.page.waitForEvent('load'), press(app.problem.reload)(scene)]);
};

/** Faults of the way from the host to the device. */
export const networkFaults: readonly Fault[] = [
  {
    id: 'weights-missing',
    kind: 'weights',
    fault: 'The host has no weights',
    how: 'The host answers 404',
    sees: problems.detector.title,
    proof: { on: 'own', arrange: altered(isWeights, missing), mend: tryAgain },
  },
  {
    id: 'weights-server-error',
    kind: 'weights',
    fault: 'The host fails for the weights',
    how: 'The host answers 500',
    sees: problems.detector.title,
    proof: { on: 'own', arrange: altered(isWeights, () => ({ status: 500, body: 'Error' })), mend: tryAgain },
  },
  {
    id: 'weights-cut-off',
    kind: 'weights',
    fault: 'The weights end too early',
    how: 'The host sends half of the file and ends the response',
    sees: problems.detector.title,
    proof: {
      on: 'own',
      arrange: altered(isWeights, (file) => ({ body: file.subarray(0, file.length / 2) })),
      mend: tryAgain,
    },
  },
  {
    id: 'weights-connection-breaks',
    kind: 'weights',
    fault: 'The connection breaks in the middle of the weights',
    how: 'The host destroys the socket after a megabyte, each time',
    sees: problems.detector.title,
    proof: {
      on: 'own',
      arrange: altered(isWeights, (file) => ({ body: file, brokenAfter: 1e6 })),
      mend: tryAgain,
    },
  },
  {
    id: 'weights-altered',
    kind: 'weights',
    fault: 'One byte of the weights is altered',
    how: 'The host alters it, with a header that lets browsers keep it',
    sees: problems.detector.title,
    proof: proven(
      'e2e/damaged-files.test.ts',
      'refuses weights of which one byte stays altered, and trains once they are right',
    ),
  },
  {
    id: 'code-wrong-once',
    kind: 'code',
    fault: 'Code, wasm and weights arrive wrong once, and the browser keeps them',
    how: 'The host sends its front page, or one altered byte, with a header for ever',
    sees: undefined,
    proof: proven(
      'e2e/damaged-files.test.ts',
      'asks again past the cache for code, wasm and weights that arrived wrong',
    ),
  },
  {
    id: 'figure-code-missing',
    kind: 'code',
    fault: 'The code of the figure does not arrive',
    how: 'The host answers 404 for it',
    sees: problems.code.title,
    proof: {
      on: 'own',
      link: figureLink,
      arrange: altered((path) => path.includes('figure-stage'), missing),
      mend: reload,
    },
  },
  {
    id: 'worker-code-missing',
    kind: 'code',
    fault: 'The code of the detector’s worker does not arrive',
    how: 'The host answers 404 for it',
    sees: problems.detector.title,
    proof: { on: 'own', arrange: altered((path) => path.includes('worker-'), missing), mend: tryAgain },
  },
  {
    id: 'wasm-missing',
    kind: 'code',
    fault: 'WebAssembly does not arrive',
    how: 'The host answers 404 for every wasm file',
    sees: problems.detector.title,
    proof: { on: 'own', arrange: altered((path) => path.endsWith('.wasm'), missing), mend: tryAgain },
  },
  {
    id: 'film-code-missing',
    kind: 'code',
    fault: 'The code that reads films does not arrive',
    how: 'The host answers 404 for it; then a file is chosen',
    sees: problems.code.title,
    proof: {
      on: 'own',
      link: '#/exercise/cheer',
      arrange: altered((path) => path.includes('video-file'), missing),
      force: ({ page }) =>
        page
          .getByLabel(app.briefing.video)
          .setInputFiles({ name: 'film.webm', mimeType: 'video/webm', buffer: Buffer.from('no film') }),
      mend: async (scene) => {
        await reload(scene);
      },
      recovered: ({ page }) => page.getByText(app.video.title).waitFor(),
    },
  },
  {
    id: 'offline-in-session',
    kind: 'network',
    fault: 'The network goes away in the middle of a session',
    how: 'Chromium goes offline',
    sees: undefined,
    proof: {
      on: 'webcam',
      force: ({ context }) => context.setOffline(true),
      check: ({ context }) => context.setOffline(false),
    },
  },
  {
    id: 'offline-at-first-start',
    kind: 'network',
    fault: 'The network is away when the model is needed for the first time',
    how: 'Chromium goes offline after the first page; then a session begins',
    sees: problems.detector.title,
    proof: {
      on: 'own',
      link: '#/exercise/nothing',
      arrange: ({ host }) => {
        host.alter = (path) => (path === 'service-worker.js' ? missing() : undefined);
      },
      force: async ({ page, context }) => {
        await page.getByText(app.lost.title).waitFor();
        await context.setOffline(true);
        await page.evaluate((link) => void (location.hash = link), '#/train/butterfly?pain=off');
      },
      mend: async (scene) => {
        await scene.context.setOffline(false);
        await tryAgain(scene);
      },
    },
  },
  {
    id: 'network-slow',
    kind: 'network',
    fault: 'The network is slow',
    how: 'The host sends the weights at a megabyte a second',
    sees: app.opening.model,
    proof: {
      on: 'own',
      arrange: altered(isWeights, (file) => ({ body: file, bytesPerSecond: 1e6 })),
      mend: async () => undefined,
    },
  },
  {
    id: 'host-gone-after-load',
    kind: 'network',
    fault: 'The host is gone, and the page is loaded again',
    how: 'The host is closed after "works offline"; a reload, and a session of the figure',
    sees: undefined,
    proof: proven('e2e/privacy.test.ts', 'loads, trains offline, shows a summary and saves it', '4 s'),
  },
];
