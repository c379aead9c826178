import { app } from '../../../src/texts/en/app.ts';
import { routine } from '../../../src/texts/en/routine.ts';
import type { Fault } from '../fault.ts';
import { proven } from '../proven.ts';
import { crash, fillStorage, freeStorage, goesOn, setHidden, storesAll, type Scene } from '../scene.ts';

const home = ({ page }: Scene): Promise<unknown> => page.locator('home-screen').waitFor();

/** Writes a choice of the settings, and goes home. */
const chooseAndGoHome = async ({ page }: Scene): Promise<void> => {
  await page.evaluate(() => void (location.hash = '#/settings'));
  await page.locator('settings-screen input[name=sounds]').press(' ');
  await page.evaluate(() => void (location.hash = '#/'));
  await page.locator('home-screen').waitFor();
};

const storageWorks = async (scene: Scene): Promise<void> => {
  await chooseAndGoHome(scene);
  await scene.page.getByText(app.notKept).waitFor({ state: 'detached' });
};

/** Puts texts where records are in each store of the app's database. */
const breakRecords = ({ page }: Scene): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('limber');
        opening.addEventListener('error', () => failed(new Error('There is no database.')));
        opening.addEventListener('success', () => {
          const database = opening.result;
          const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
          for (const name of database.objectStoreNames)
            for (const key of ['butterfly', 'butterfly/done']) transaction.objectStore(name).put('{"version":', key);
          transaction.addEventListener('complete', () => {
            database.close();
            done();
          });
        });
      }),
  );

/** Faults of what the device stores, and of several tabs. */
export const storageFaults: readonly Fault[] = [
  {
    id: 'storage-full-settings',
    kind: 'settings',
    fault: 'The storage is full when a setting is chosen',
    how: '`localStorage` is filled to the last byte, and then freed',
    sees: app.notKept,
    proof: {
      on: 'own',
      link: '#/',
      force: async (scene) => {
        await home(scene);
        await fillStorage(scene);
        await chooseAndGoHome(scene);
      },
      mend: freeStorage,
      recovered: storageWorks,
    },
  },
  {
    id: 'storage-blocked',
    kind: 'settings',
    fault: 'The browser blocks the storage',
    how: '`localStorage` throws a `SecurityError`, as where cookies are blocked; safety is read, and a session begins',
    sees: app.notKept,
    proof: {
      on: 'own',
      link: '#/',
      arrange: ({ context }) =>
        context.addInitScript(() => {
          Object.defineProperty(window, 'localStorage', {
            get: () => {
              throw new DOMException('Access is denied for this document.', 'SecurityError');
            },
          });
        }),
      mend: async ({ page }) => {
        await page.evaluate(() => void (location.hash = '#/train/butterfly?pain=off'));
        await page.locator('safety-screen button').first().click();
      },
    },
  },
  {
    id: 'storage-unreadable',
    kind: 'settings',
    fault: 'Nothing that is stored can be read',
    how: 'Every key of `localStorage` is cut off in the middle of its JSON, and texts are in IndexedDB; then a session begins',
    sees: undefined,
    proof: {
      on: 'own',
      link: '#/',
      arrange: ({ context }) =>
        context.addInitScript(() => {
          for (const key of ['settings', 'routines', 'ranges', 'runtime', 'unfinished', 'unfinished.butterfly'])
            localStorage.setItem(`limber.${key}`, '{"version":1,"settings":{"voi');
        }),
      force: async (scene) => {
        await home(scene);
        await breakRecords(scene);
        await scene.page.reload();
        await home(scene);
        await scene.page.evaluate(() => void (location.hash = '#/train/butterfly?pain=off'));
        await scene.page.locator('safety-screen button').first().click();
      },
    },
  },
  {
    id: 'settings-later-version',
    kind: 'settings',
    fault: 'A later version of Limber wrote the settings',
    how: 'Settings of version 99; they stay as they are',
    sees: undefined,
    proof: proven('platform/settings-store.test.ts', 'of a later version are not overwritten, whatever is chosen here'),
  },
  {
    id: 'routine-broken',
    kind: 'settings',
    fault: 'One of several own routines cannot be read',
    how: 'Broken JSON of one; the others are offered, and it stays as it is written',
    sees: undefined,
    proof: proven(
      'session/planning/routines.test.ts',
      'skip a broken one, keep the others, and leave it as it is written',
    ),
  },
  {
    id: 'storage-full-in-session',
    kind: 'progress',
    fault: 'The storage fills up in the middle of a session',
    how: '`localStorage` is filled and IndexedDB refuses to write; freed again, the page has stored all of the session',
    sees: undefined,
    proof: {
      on: 'webcam',
      force: async (scene) => {
        await fillStorage(scene);
        await setHidden(scene, true);
        await setHidden(scene, false);
      },
      check: async (scene) => {
        await freeStorage(scene);
        await storesAll(scene);
        await goesOn(scene);
      },
    },
  },
  {
    id: 'storage-cleared-in-session',
    kind: 'progress',
    fault: 'The site’s data are cleared in the middle of a session',
    how: 'DevTools clear all storage of the origin; hidden once, the page has stored the session again',
    sees: undefined,
    proof: {
      on: 'webcam',
      force: async (scene) => {
        const session = await scene.devtools();
        await session.send('Storage.clearDataForOrigin', {
          origin: new URL(scene.host.url).origin,
          storageTypes: 'local_storage,indexeddb,cache_storage',
        });
        await session.detach();
      },
      check: async (scene) => {
        await storesAll(scene);
        await goesOn(scene);
      },
    },
  },
  {
    id: 'progress-unreadable',
    kind: 'progress',
    fault: 'The stored session cannot be read',
    how: 'A record that is none; it is put aside for the history to offer as a file, and a session begins as usual',
    sees: undefined,
    proof: proven(
      'platform/history/progress-store.test.ts',
      'that cannot be read is put aside, and a session begins as usual',
    ),
  },
  {
    id: 'database-refuses',
    kind: 'progress',
    fault: 'The database is full or blocked as a session ends',
    how: 'A database that refuses to write; what was done is offered as a file',
    sees: undefined,
    proof: proven('platform/history/progress-store.test.ts', '(%s) a session that ends is offered as a file'),
  },
  {
    id: 'killed-at-any-time',
    kind: 'progress',
    fault: 'The page is killed at any time of a session',
    how: 'What is stored after each pose: every repetition but the one under way',
    sees: routine.resume.title,
    proof: proven(
      'session/guide/guide-keeps.test.ts',
      'has every repetition but the one under way, whenever the page is killed',
    ),
  },
  {
    id: 'second-tab',
    kind: 'tabs',
    fault: 'The same session is opened in a second tab',
    how: 'A second tab of the built app; the camera stays with the first',
    sees: routine.resume.elsewhere.title,
    proof: proven(
      'e2e/second-tab.test.ts',
      'resumes after the page was killed, in one tab only, and moves to the other once that is closed',
    ),
  },
  {
    id: 'second-tab-trains',
    kind: 'tabs',
    fault: 'The user trains in the second tab as well',
    how: 'Two pages with one storage; the second has a place of its own',
    sees: routine.resume.elsewhere.title,
    proof: proven(
      'browser/ui-resume.test.ts',
      'reports that the session runs in the first, begins nothing, and leaves its slot alone where the user trains anyway',
    ),
  },
  {
    id: 'first-tab-crashes',
    kind: 'tabs',
    fault: 'The tab with the session crashes while another is open',
    how: 'The process of the first page is crashed; the second offers the session',
    sees: routine.resume.title,
    proof: {
      on: 'webcam',
      force: async (scene) => {
        await crash(scene);
        await scene.page.goto(`${scene.host.url}#/`);
      },
      mend: ({ page }) => page.getByRole('button', { name: routine.resume.go }).first().click(),
    },
  },
  {
    id: 'tab-without-locks',
    kind: 'tabs',
    fault: 'The browser has no locks between tabs',
    how: 'A browser without `navigator.locks`, or one that refuses them',
    sees: undefined,
    proof: proven(
      'platform/tab-locks.test.ts',
      'is given to each where the browser has no locks, or the page may not use them',
    ),
  },
];
