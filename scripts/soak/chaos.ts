import {
  fillStorage,
  freeStorage,
  grantCamera,
  inWorker,
  refuseCamera,
  setHidden,
  type Scene,
} from '../../tests/faults/scene.ts';
import type { Chance } from '../accuracy/random.ts';

/** A fault of the soak: what begins it and what ends it. */
export interface Chaos {
  readonly name: string;
  /** Whether there is no picture of the user while it lasts, so that nothing may be counted. */
  readonly isGap: boolean;
  /** How long it lasts, s: from, to. */
  readonly lasts: readonly [number, number];
  readonly begin: (scene: Scene, chance: Chance) => Promise<unknown>;
  readonly end?: (scene: Scene) => Promise<unknown>;
}

/** Stands the camera's picture still, as a driver that hangs does. */
const freeze = ({ page }: Scene): Promise<void> =>
  page.evaluate(() => {
    const videos = (root: ParentNode): readonly HTMLVideoElement[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element instanceof HTMLVideoElement ? [element] : []),
        ...(element.shadowRoot ? videos(element.shadowRoot) : []),
      ]);
    for (const video of videos(document)) video.pause();
  });

const garble =
  (how: Window['garble']) =>
  ({ page }: Scene): Promise<void> =>
    page.evaluate((what) => void (window.garble = what), how);

const turnClock = ({ page }: Scene, chance: Chance): Promise<void> =>
  page.evaluate(
    (ms) => {
      const { now } = Date;
      Date.now = () => now.call(Date) + ms;
    },
    Math.round(chance.within(-3_600_000, 3_600_000)),
  );

/** Every fault of the soak. */
export const chaos: readonly Chaos[] = [
  {
    name: 'camera gone',
    isGap: true,
    lasts: [1, 8],
    begin: refuseCamera,
    end: grantCamera,
  },
  { name: 'picture frozen', isGap: true, lasts: [4, 8], begin: freeze },
  {
    name: 'graphics process crashed',
    isGap: false,
    lasts: [1, 2],
    begin: async ({ browser }) => {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.crashGpuProcess').catch(() => undefined);
      await session.detach().catch(() => undefined);
    },
  },
  {
    name: 'worker killed',
    isGap: false,
    lasts: [1, 2],
    begin: async (scene) => inWorker(scene, 'setTimeout(() => { throw new Error("The worker broke."); })'),
  },
  { name: 'worker silent', isGap: true, lasts: [15, 16], begin: async (scene) => inWorker(scene, 'self.close()') },
  { name: 'storage full', isGap: false, lasts: [5, 20], begin: fillStorage, end: freeStorage },
  {
    name: 'page hidden',
    isGap: true,
    lasts: [1, 10],
    begin: (scene) => setHidden(scene, true),
    end: (scene) => setHidden(scene, false),
  },
  { name: 'clock turned', isGap: false, lasts: [1, 2], begin: turnClock },
  { name: 'keypoints not numbers', isGap: true, lasts: [2, 8], begin: garble('nan'), end: garble(undefined) },
  { name: 'keypoints noise', isGap: true, lasts: [2, 8], begin: garble('noise'), end: garble(undefined) },
  { name: 'nobody in the picture', isGap: true, lasts: [2, 8], begin: garble('nobody'), end: garble(undefined) },
  {
    name: 'network off',
    isGap: false,
    lasts: [5, 20],
    begin: ({ context }) => context.setOffline(true),
    end: ({ context }) => context.setOffline(false),
  },
];
