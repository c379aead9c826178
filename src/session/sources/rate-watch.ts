/** Below this many frames a second a source is too slow to be coached by. */
const leastRate = 8;

/** Over how much waiting the rate is taken, ms. */
const enough = 2000;

/**
 * Watches how fast frames come; time in which nobody waits for one does not count, nor does the first stretch, in which
 * everything is done for the first time.
 */
export class RateWatch {
  #waited = 0;
  #frames = 0;
  #hasBegun = false;

  /** Takes a frame and how long it was waited for, ms; whether frames come too slowly. */
  isTooSlow(waited: number): boolean {
    this.#waited += waited;
    this.#frames += 1;
    if (this.#waited < enough) return false;
    const rate = (this.#frames * 1000) / this.#waited;
    this.#waited = 0;
    this.#frames = 0;
    const isFirst = !this.#hasBegun;
    this.#hasBegun = true;
    return !isFirst && rate < leastRate;
  }
}
