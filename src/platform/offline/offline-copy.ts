import { Stream } from '../../async/stream.ts';
import type { OfflineCopy, OfflineState } from '../../ports/offline-state.ts';
import { savesData } from '../saves-data.ts';
import { trustedScript } from '../trusted-script.ts';
import type { FromServiceWorker, ToServiceWorker } from './protocol.ts';

/** The shortest time between two looks for a new version while the page stays open, ms. */
const lookEvery = 60 * 60 * 1000;

const post = (to: ServiceWorker, message: ToServiceWorker, transfer: Transferable[] = []): void =>
  to.postMessage(message, transfer);

/** Asks a service worker to store what is missing; resolves to whether all of it is stored. */
const keep = (worker: ServiceWorker, entry: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<FromServiceWorker>) => {
      port1.close();
      resolve(data.isComplete);
    };
    post(worker, { type: 'keep', entry, fetches: !savesData() }, [port2]);
  });

const loaded = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else addEventListener('load', () => resolve(), { once: true });
  });

/** Calls the listener when a version waits, now or later. */
const watchWaiting = (registration: ServiceWorkerRegistration, onWaiting: () => void): void => {
  const look = (): void => {
    if (registration.waiting && registration.active) onWaiting();
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  registration.installing?.addEventListener('statechange', look);
  look();
};

/** Looks for a new version when the page becomes visible, at most once in `lookEvery`. */
const lookForUpdates = (registration: ServiceWorkerRegistration): void => {
  let lookedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < lookEvery) return;
    lookedAt = Date.now();
    // Offline there is none.
    registration.update().catch(() => undefined);
  });
};

/**
 * Stores the app on this device with a service worker, once the page is loaded and `calm` has resolved, so that it delays
 * nothing that the user waits for; `entry` is the address of the app's code, in the folder `assets` of the app. Returns
 * `undefined` where there is no service worker (in insecure pages), and in a page that embeds the app, which is not the
 * app's to store.
 */
export const createOfflineCopy = (
  entry: string,
  calm: () => Promise<void> = () => Promise.resolve(),
): OfflineCopy | undefined => {
  const folder = new URL('..', entry).href;
  if (!('serviceWorker' in navigator) || new URL('.', document.baseURI).href !== folder) return undefined;
  const { serviceWorker } = navigator;
  const changes = new Stream<void>();
  let state: OfflineState = { isReady: false, isUpdateWaiting: false };
  let registration: ServiceWorkerRegistration | undefined;

  const change = (next: Partial<OfflineState>): void => {
    state = { ...state, ...next };
    changes.publish();
  };

  let isAsking = false;
  const becomeReady = async (): Promise<void> => {
    if (state.isReady || isAsking) return;
    isAsking = true;
    const { active } = await serviceWorker.ready;
    const isComplete = active !== null && (await keep(active, entry));
    isAsking = false;
    if (isComplete && serviceWorker.controller) change({ isReady: true });
  };
  const ready = (): void => void becomeReady().catch((reason: unknown) => console.warn(reason));

  const start = async (): Promise<void> => {
    await loaded();
    await calm();
    const address = new URL('service-worker.js', folder).href;
    registration = await serviceWorker.register(trustedScript(address), { scope: folder, updateViaCache: 'none' });
    watchWaiting(registration, () => change({ isUpdateWaiting: true }));
    lookForUpdates(registration);
    // What failed or was put off is tried again: the connection is back, or a session has fetched it.
    for (const moment of ['online', 'hashchange']) addEventListener(moment, ready);
    ready();
  };
  // Without it the app works as long as it is online.
  start().catch((reason: unknown) => console.warn('Not stored for offline:', reason));

  return {
    get state() {
      return state;
    },
    changes,
    update() {
      const waiting = registration?.waiting;
      if (!waiting) return location.reload();
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      post(waiting, { type: 'activate' });
    },
  };
};
