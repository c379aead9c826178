/** The minimum frame rate for coaching, frames per second. */
const leastRate = 8;

/** The waiting time over which the rate is measured, ms. */
const enough = 2000;

/**
 * Measures the frame rate over the time spent waiting for frames. The first measurement is ignored, since everything
 * runs for the first time in it.
 */
export class RateWatch {
  #waited = 0;
  #frames = 0;
  #hasBegun = false;

  /** Records a frame and the time spent waiting for it, ms; returns whether the rate is too low. */
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
