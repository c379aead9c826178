/** Names that one tab at a time can hold; a tab that is closed or crashes frees what it held. */
export interface TabLocks {
  /** Holds a name until the signal aborts; resolves to false where another tab holds it. */
  hold(name: string, signal: AbortSignal): Promise<boolean>;
}

/**
 * How long a name is waited for, ms: a page that is reloaded, or a screen that follows another, asks for it while the one before
 * still gives it back.
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
 * Locks of the Web Locks API. Every browser that has `AbortSignal.any`, which a session needs, has them wherever the camera can be
 * opened (secure contexts); elsewhere each tab gets what it asks for.
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
        // Where it was not the waiting that ended, the page may not use locks: in a sandboxed frame, for one.
        .catch(() => resolve(!waiting.aborted));
    }),
});
