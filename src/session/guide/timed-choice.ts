import type { Clock } from '../async/clock.ts';

/** The longest wait between two looks at the clock, ms of it. */
const lookEvery = 100;

/**
 * A question that answers itself when its time is up, so that nobody has to touch anything. Its time can be lengthened and
 * stopped (WCAG 2.2.1 and 2.2.2).
 */
export class TimedChoice<T> {
  readonly #clock: Clock;
  readonly #answered = new AbortController();
  #answer: T | 'time-up' = 'time-up';
  #left: number;
  #isPaused = false;

  /** `ms`: how long it waits, in milliseconds of its clock. */
  constructor(clock: Clock, ms: number) {
    this.#clock = clock;
    this.#left = ms;
  }

  /** How long it still waits, ms of its clock. */
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

  /** Answers it; only the first answer counts. */
  answer(value: T): void {
    if (this.#answered.signal.aborted) return;
    this.#answer = value;
    this.#answered.abort();
  }

  /** The answer, or `time-up`; also when the signal aborts. */
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
