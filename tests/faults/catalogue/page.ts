import { app } from '../../../src/texts/en/app.ts';
import { routine } from '../../../src/texts/en/routine.ts';
import type { Fault } from '../fault.ts';
import { proven } from '../proven.ts';
import { crash, goesOn, recorded, webcamLink, type Scene } from '../scene.ts';

const hidden = (id: string, fault: string, sees?: string): Fault => ({
  id: `hidden-${id}`,
  kind: 'hidden-page',
  fault: `The page is hidden ${fault}`,
  how: 'The visibility of the built app’s page changes for half a second; the camera is off meanwhile',
  sees,
  proof: proven(
    'e2e/hidden-page.test.ts',
    'resumes each time when it is hidden in each phase of a session',
    '2 s on two idle cores',
  ),
});

/** Goes on with the remote's key for "next". */
const resume = async ({ page }: Scene): Promise<void> => {
  await page.keyboard.press('PageDown');
};

/** Turns the page's wall clock by so many ms. */
const turnClock =
  (by: number) =>
  ({ page }: Scene): Promise<void> =>
    page.evaluate((ms) => {
      const { now } = Date;
      Date.now = () => now.call(Date) + ms;
    }, by);

/** The session that a page loaded now would offer: with the clock as it is turned. */
const isStillOffered = async (scene: Scene): Promise<void> => {
  const before = await recorded(scene);
  await scene.page.reload();
  await scene.page.getByText(routine.resume.title).waitFor();
  await resume(scene);
  await goesOn(scene);
  if ((await recorded(scene)) < before) throw new Error('Repetitions are lost.');
};

/** Faults of the page, its process and its clocks. */
export const pageFaults: readonly Fault[] = [
  hidden('opening', 'while the camera opens'),
  hidden('question', 'at the question about pain'),
  hidden('set-up', 'in set-up and practice'),
  hidden('hold', 'in the countdown, on the way and in the hold'),
  hidden('rest', 'in the rest, and at the summary'),
  {
    id: 'page-reloaded',
    kind: 'page',
    fault: 'The page is loaded again in the middle of a session',
    how: 'A reload',
    sees: routine.resume.title,
    proof: { on: 'webcam', isGap: true, force: ({ page }) => page.reload(), mend: resume },
  },
  {
    id: 'page-crashed',
    kind: 'page',
    fault: 'The process of the page dies',
    how: 'The process is crashed (`Page.crash`); the same link is opened again',
    sees: routine.resume.title,
    proof: {
      on: 'webcam',
      isGap: true,
      force: async (scene) => {
        await crash(scene);
        await scene.page.goto(`${scene.host.url}${webcamLink}`);
      },
      mend: resume,
    },
  },
  {
    id: 'page-left-and-back',
    kind: 'page',
    fault: 'The user follows a link away and comes back',
    how: 'Another page, then the browser’s "back"',
    sees: routine.resume.title,
    proof: {
      on: 'webcam',
      isGap: true,
      force: async ({ page, host }) => {
        await page.goto(`${host.url}privacy.txt`);
        await page.goBack();
      },
      mend: resume,
    },
  },
  {
    id: 'page-frozen',
    kind: 'page',
    fault: 'The browser freezes the page, as laptops do to save energy',
    how: 'DevTools freeze the page for three seconds (`Page.setWebLifecycleState`)',
    sees: undefined,
    proof: {
      on: 'webcam',
      force: async (scene) => {
        const session = await scene.devtools();
        await session.send('Page.setWebLifecycleState', { state: 'frozen' });
        await new Promise((done) => setTimeout(done, 3000));
        await session.send('Page.setWebLifecycleState', { state: 'active' });
        await session.detach();
      },
      mend: async () => undefined,
    },
  },
  {
    id: 'page-blocked',
    kind: 'slow-device',
    fault: 'The page hangs for five seconds',
    how: 'A loop on its thread; the camera is not blamed',
    sees: undefined,
    proof: {
      on: 'webcam',
      force: ({ page }) =>
        page.evaluate(() => {
          const until = performance.now() + 5000;
          while (performance.now() < until);
        }),
      mend: async () => undefined,
    },
  },
  {
    id: 'page-closed',
    kind: 'page',
    fault: 'The page is closed in the middle of a routine',
    how: 'The first of two tabs is closed without a word; the home screen of the other offers the routine',
    sees: routine.resume.title,
    proof: proven(
      'e2e/second-tab.test.ts',
      'resumes after the page was killed, in one tab only, and moves to the other once that is closed',
      '3 s',
    ),
  },
  {
    id: 'figure-too-slow',
    kind: 'slow-device',
    fault: 'The device is too slow to draw and to judge the figure',
    how: 'A detector that is slow',
    sees: app.train.truth,
    proof: proven(
      'session/sources/figure-source.test.ts',
      'switches to the true keypoints where judging is too slow, and keeps them',
    ),
  },
  {
    id: 'model-too-slow',
    kind: 'slow-device',
    fault: 'The better model has become too slow for the device',
    how: 'A worker whose warm-up takes too long; Lightning takes its place, also the next time',
    sees: undefined,
    proof: proven(
      'platform/detector/thunder.test.ts',
      'returns to Lightning where it has become too slow, and begins with it the next time',
    ),
  },
  {
    id: 'clock-back',
    kind: 'clock',
    fault: 'The device’s clock is turned back by an hour in the middle of a session',
    how: '`Date.now` of the page; then the page is loaded again, with the right time',
    sees: undefined,
    proof: { on: 'webcam', force: turnClock(-3_600_000), check: isStillOffered },
  },
  {
    id: 'clock-forward',
    kind: 'clock',
    fault: 'The device’s clock is put forward by three minutes',
    how: 'As above',
    sees: undefined,
    proof: { on: 'webcam', force: turnClock(180_000), check: isStillOffered },
  },
  {
    id: 'session-from-the-future',
    kind: 'clock',
    fault: 'A stored session is from the future',
    how: 'A store whose clock was set back by minutes, and by days',
    sees: undefined,
    proof: proven(
      'platform/history/progress-store.test.ts',
      'from the future is offered only where the clock was corrected by minutes',
    ),
  },
  {
    id: 'range-from-the-future',
    kind: 'clock',
    fault: 'A stored own range is from the future',
    how: 'A store whose clock was set back; the user practises again',
    sees: undefined,
    proof: proven(
      'platform/range-store.test.ts',
      'are valid for a day, each from when it was shown, and not where the clock was set back',
    ),
  },
  {
    id: 'media-clock-jumps',
    kind: 'clock',
    fault: 'The clock of the camera’s stream jumps',
    how: 'Media times that go back to 0, and forward by 500 s',
    sees: undefined,
    proof: proven('platform/frame-clock.test.ts', 'continues with the page clock where the media clock jumps to %s s'),
  },
  {
    id: 'screen-narrow',
    kind: 'screen',
    fault: 'The window becomes as narrow as a phone in the middle of a session',
    how: 'A viewport of 320 x 568 pixels, and back',
    sees: undefined,
    proof: {
      on: 'webcam',
      force: ({ page }) => page.setViewportSize({ width: 320, height: 568 }),
      check: ({ page }) => page.setViewportSize({ width: 1280, height: 720 }),
    },
  },
  {
    id: 'wake-lock-refused',
    kind: 'screen',
    fault: 'The browser refuses to keep the screen awake, or cannot',
    how: 'A request that is refused, and a browser without it',
    sees: undefined,
    proof: proven('platform/wake-lock.test.ts', 'never throws where it is refused, or where there is none'),
  },
  {
    id: 'wake-lock-lost',
    kind: 'screen',
    fault: 'The browser takes the wake lock away while the page is hidden',
    how: 'A lock that is released; it is requested again when the page is shown',
    sees: undefined,
    proof: proven(
      'platform/wake-lock.test.ts',
      'is requested again each time that the page is shown again, and never afterwards',
    ),
  },
  {
    id: 'element-moved',
    kind: 'screen',
    fault: 'An embedding page moves the app while it trains',
    how: 'The element is attached elsewhere in the page',
    sees: undefined,
    proof: proven('browser/ui-moved.test.ts', 'continues its session when it is moved in the page'),
  },
  {
    id: 'enter-twice',
    kind: 'screen',
    fault: 'The user presses Enter twice',
    how: 'Two presses on a button that vanishes with the first',
    sees: undefined,
    proof: proven(
      'browser/ui-app.test.ts',
      'keeps no focus on the button that went on, so that a second press of Enter skips nothing',
    ),
  },
];
