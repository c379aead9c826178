import type { Clock } from '../async/clock.ts';

/** The longest interval between two readings of the clock, ms of that clock. */
const lookEvery = 100;

/**
 * A choice that ends by itself after a time, so that the user need not touch the screen. Its time can be extended and
 * paused (WCAG 2.2.1 and 2.2.2).
 */
export class TimedChoice<T> {
  readonly #clock: Clock;
  readonly #answered = new AbortController();
  #answer: T | 'time-up' = 'time-up';
  #left: number;
  #isPaused = false;

  /** `ms`: the time limit, in milliseconds of its clock. */
  constructor(clock: Clock, ms: number) {
    this.#clock = clock;
    this.#left = ms;
  }

  /** The time left, ms of its clock. */
  get left(): number {
    return Math.max(0, this.#left);
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
  }

  lengthen(ms: number): void {
    this.#left += ms;
  }

  /** Sets the answer; only the first one counts. */
  answer(value: T): void {
    if (this.#answered.signal.aborted) return;
    this.#answer = value;
    this.#answered.abort();
  }

  /** Resolves to the answer, or to `time-up` when the time is up or the signal aborts without one. */
  async result(signal: AbortSignal): Promise<T | 'time-up'> {
    const over = AbortSignal.any([signal, this.#answered.signal]);
    while (!over.aborted && this.#left > 0) {
      const began = this.#clock.now();
      await this.#clock.wait(Math.min(lookEvery, this.#left), over);
      if (!this.#isPaused) this.#left -= this.#clock.now() - began;
    }
    return this.#answer;
  }
}
