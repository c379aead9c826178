/** Waits; ends early, without complaint, when the signal aborts. */
export const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener('abort', finish);
  });

/** The longest step that a playhead takes where nothing is said, ms. */
const usualStep = 400;

/**
 * A moment that moves with a clock, but only while it is asked for: a paused film stands still. Where nobody asked for longer
 * than the longest step (ms of that clock), the rest of the time between did not pass.
 */
export class Playhead {
  readonly #now: () => number;
  readonly #longestStep: number;
  #last: number | undefined;
  #at = 0;

  constructor(now: () => number = () => performance.now(), longestStep = usualStep) {
    this.#now = now;
    this.#longestStep = longestStep;
  }

  /** Moves on to now; the moment, ms since the first. */
  next(): number {
    const now = this.#now();
    this.#at += Math.min(this.#longestStep, now - (this.#last ?? now));
    this.#last = now;
    return this.#at;
  }
}
