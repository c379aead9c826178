/** The default longest step of a playhead, ms. */
const usualStep = 400;

/**
 * A position in time that follows a clock only while it is read, so that a paused film stands still. If the time
 * between two reads is longer than the longest step (ms of that clock), the rest of it is skipped.
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

  /** Advances to now and returns the position, ms since the first read. */
  next(): number {
    const now = this.#now();
    this.#at += Math.min(this.#longestStep, now - (this.#last ?? now));
    this.#last = now;
    return this.#at;
  }
}
