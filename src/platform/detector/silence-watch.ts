/** How often it is looked whether anything was heard, ms. */
const lookEveryMs = 1000;

/** Watches over one worker that owes a message. */
export interface SilenceWatch {
  stop(): void;
}

/**
 * Calls the listener once when the watch was not stopped for so many milliseconds, rounded up to whole seconds. It counts looks,
 * not time: while the page is frozen or the device sleeps nobody looks, and the worker is not blamed.
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
