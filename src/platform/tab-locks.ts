/** Names that one tab at a time can hold; a tab that is closed or crashes releases them. */
export interface TabLocks {
  /** Holds a name until the signal aborts; resolves to false if another tab holds it. */
  hold(name: string, signal: AbortSignal): Promise<boolean>;
}

/**
 * How long to wait for a name, ms: a reloaded page, or the next screen, requests it while the previous one is still
 * releasing it.
 */
const patience = 1000;

/** Resolves when the signal aborts. */
const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

const browserLocks = (): Pick<LockManager, 'request'> | undefined =>
  (globalThis.navigator as Partial<Pick<Navigator, 'locks'>> | undefined)?.locks;

/**
 * Locks of the Web Locks API. Every browser with `AbortSignal.any`, which a session needs, has them wherever the camera
 * can be opened (secure contexts); elsewhere every request succeeds.
 */
export const createTabLocks = (locks = browserLocks()): TabLocks => ({
  hold: (name, signal) =>
    new Promise((resolve) => {
      if (!locks) return resolve(true);
      const waiting = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
      locks
        .request(name, { signal: waiting }, () => {
          resolve(true);
          return aborted(signal);
        })
        // Unless the waiting ended, a rejection means that the page may not use locks, as in a sandboxed frame.
        .catch(() => resolve(!waiting.aborted));
    }),
});
