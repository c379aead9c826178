/** Polling interval, ms. */
const lookEveryMs = 1000;

/** A watch over a worker that is expected to send a message. */
export interface SilenceWatch {
  stop(): void;
}

/**
 * Calls the listener once if the watch is not stopped within `limitMs`, rounded up to whole seconds. It counts polls,
 * not time: while the page is frozen or the device sleeps it does not poll, and the worker is not blamed.
 */
export const watchSilence = (limitMs: number, onSilent: () => void): SilenceWatch => {
  let looksLeft = Math.ceil(limitMs / lookEveryMs);
  const looking = setInterval(() => {
    looksLeft -= 1;
    if (looksLeft > 0) return;
    clearInterval(looking);
    onSilent();
  }, lookEveryMs);
  return { stop: () => clearInterval(looking) };
};
