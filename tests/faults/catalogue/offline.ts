import { app } from '../../../src/texts/en/app.ts';
import { altered, missing } from '../altered.ts';
import type { Fault } from '../fault.ts';
import { proven } from '../proven.ts';
import { goesOn, type Scene } from '../scene.ts';

const worksOffline = async ({ page }: Scene): Promise<void> => page.getByText(app.offline.ready).waitFor();

/** Faults of offline use and of new versions. */
export const offlineFaults: readonly Fault[] = [
  {
    id: 'large-file-missing',
    kind: 'service-worker',
    fault: 'A large file for offline use does not come',
    how: 'The host answers 503; later it comes',
    sees: app.offline.ready,
    proof: proven('e2e/offline.test.ts', 'does not say that it works offline while a large file is missing', '30 s'),
  },
  {
    id: 'update-in-session',
    kind: 'update',
    fault: 'A new version is published while a session is under way',
    how: 'The host serves the next version; the worker looks for it',
    sees: app.offline.update,
    proof: proven('e2e/offline.test.ts', 'is installed on request only, whole or not at all'),
  },
  {
    id: 'half-a-version',
    kind: 'update',
    fault: 'Half of a new version is published',
    how: 'The host serves the new page with the old code; the worker refuses it',
    sees: undefined,
    proof: proven('e2e/offline.test.ts', 'is installed on request only, whole or not at all'),
  },
  {
    id: 'many-updates',
    kind: 'update',
    fault: 'Fifty versions are published one after the other',
    how: 'The host serves one after the other: two in `npm test`, fifty with `VERSIONS=50`; the weights are fetched once',
    sees: app.offline.update,
    proof: proven('e2e/offline.test.ts', 'is installed on request only, whole or not at all', '20 s each'),
  },
  {
    id: 'cache-deleted',
    kind: 'service-worker',
    fault: 'The browser deletes the stored app in the middle of a session',
    how: 'All caches of the origin are deleted; the session goes on, and the page can be loaded again',
    sees: undefined,
    proof: {
      on: 'own',
      link: '#/',
      force: async (scene) => {
        await worksOffline(scene);
        await scene.page.evaluate((link) => void (location.hash = link), '#/train/butterfly?pain=off');
        await goesOn(scene);
        await scene.page.evaluate(async () => {
          for (const key of await caches.keys()) await caches.delete(key);
        });
      },
      mend: async () => undefined,
      check: async (scene) => {
        await scene.page.reload();
        await goesOn(scene);
      },
    },
  },
  {
    id: 'no-space-for-offline',
    kind: 'service-worker',
    fault: 'There is no space to store the app',
    how: 'DevTools limit the origin to 200 kB; it trains, and does not say that it works offline',
    sees: undefined,
    proof: {
      on: 'own',
      arrange: async (scene) => {
        const session = await scene.devtools();
        await session.send('Storage.overrideQuotaForOrigin', {
          origin: new URL(scene.host.url).origin,
          quotaSize: 200_000,
        });
      },
      check: async (scene) => {
        await scene.page.goto(`${scene.host.url}#/`);
        await scene.page.locator('home-screen').waitFor();
        await scene.page.waitForTimeout(2000);
        if ((await scene.page.getByText(app.offline.ready).count()) > 0)
          throw new Error('It says that it works offline.');
      },
    },
  },
  {
    id: 'update-unreachable',
    kind: 'update',
    fault: 'The file of the service worker is gone when the browser looks for a new version',
    how: 'The host answers 404 for it; the stored version goes on',
    sees: app.offline.ready,
    proof: {
      on: 'own',
      link: '#/',
      force: async (scene) => {
        await worksOffline(scene);
        altered((path) => path === 'service-worker.js', missing)(scene);
        await scene.page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          await registration?.update().catch(() => undefined);
        });
        await scene.page.reload();
      },
      mend: async ({ page }) => page.evaluate((link) => void (location.hash = link), '#/train/butterfly?pain=off'),
    },
  },
];
