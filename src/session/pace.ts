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

/** The longest step that a playhead takes, ms: where nobody asked for a frame for longer, the time between did not pass. */
const longestStep = 400;

/** A moment that moves with real time, but only while it is asked for: a paused film stands still. */
export class Playhead {
  readonly #now: () => number;
  #last: number | undefined;
  #at = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Moves on to now; the moment, ms since the first. */
  next(): number {
    const now = this.#now();
    this.#at += Math.min(longestStep, now - (this.#last ?? now));
    this.#last = now;
    return this.#at;
  }
}
