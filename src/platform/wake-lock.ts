import { createPageVisibility } from './page-visibility.ts';

/** The part of the browser's wake lock that is needed. */
interface ScreenLocks {
  request(type: 'screen'): Promise<Pick<WakeLockSentinel, 'release'>>;
}

/** The browser's own; `undefined` where it has none, or the page is not served securely. */
const browserLocks = (): ScreenLocks | undefined => ('wakeLock' in navigator ? navigator.wakeLock : undefined);

/** Keeps the screen awake; where that is not possible, or refused on a low battery, nothing happens. */
export const createWakeLock = (
  locks: ScreenLocks | undefined = browserLocks(),
  sight: Pick<ReturnType<typeof createPageVisibility>, 'isVisible' | 'changes'> = createPageVisibility(),
) => ({
  /** Keeps it awake until the signal aborts; the browser lets go of it when the page is hidden, so it is asked for again. */
  hold(signal: AbortSignal): void {
    if (!locks || signal.aborted) return;
    let held: Pick<WakeLockSentinel, 'release'> | undefined;

    const release = (lock: typeof held): void => void lock?.release().catch(() => undefined);
    const acquire = async (): Promise<void> => {
      try {
        const lock = await locks.request('screen');
        // It may have been given up, or got a second time, in the meantime.
        release(signal.aborted ? lock : held);
        held = signal.aborted ? undefined : lock;
      } catch {
        // Refused: the screen may go dark.
      }
    };

    const stopListening = sight.changes.listen((isVisible) => {
      if (isVisible) void acquire();
    });
    signal.addEventListener(
      'abort',
      () => {
        stopListening();
        release(held);
        held = undefined;
      },
      { once: true },
    );
    if (sight.isVisible) void acquire();
  },
});
