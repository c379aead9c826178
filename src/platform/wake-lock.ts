import { createPageVisibility } from './page-visibility.ts';

/** The part of the browser's wake lock that is needed. */
interface ScreenLocks {
  request(type: 'screen'): Promise<Pick<WakeLockSentinel, 'release'>>;
}

/** The browser's wake lock; `undefined` if it has none, or the page is insecure. */
const browserLocks = (): ScreenLocks | undefined => ('wakeLock' in navigator ? navigator.wakeLock : undefined);

/** Keeps the screen awake; does nothing if that is not possible, or refused on a low battery. */
export const createWakeLock = (
  locks: ScreenLocks | undefined = browserLocks(),
  sight: Pick<ReturnType<typeof createPageVisibility>, 'isVisible' | 'changes'> = createPageVisibility(),
) => ({
  /**
   * Keeps the screen awake until the signal aborts; requests the lock again after a hidden page, where browsers release
   * it.
   */
  hold(signal: AbortSignal): void {
    if (!locks || signal.aborted) return;
    let held: Pick<WakeLockSentinel, 'release'> | undefined;

    const release = (lock: typeof held): void => void lock?.release().catch(() => undefined);
    const acquire = async (): Promise<void> => {
      try {
        const lock = await locks.request('screen');
        // Meanwhile the session may have ended, or another lock may have been granted.
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
