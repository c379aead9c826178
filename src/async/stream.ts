/** Ends a subscription. */
export type Unsubscribe = () => void;

/** A stream to listen to; a listener receives only the values published after it was added. */
export interface Listenable<T> {
  listen(listener: (value: T) => void): Unsubscribe;
}

/**
 * A stream of values. A value published during the delivery of another is delivered after it, so that all listeners
 * receive the values in the same order.
 */
export class Stream<T> implements Listenable<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly #waiting: T[] = [];
  #isPublishing = false;

  listen(listener: (value: T) => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  publish(value: T): void {
    this.#waiting.push(value);
    if (this.#isPublishing) return;
    this.#isPublishing = true;
    try {
      while (this.#waiting.length > 0)
        for (const next of this.#waiting.splice(0, 1)) for (const listener of this.#listeners) listener(next);
    } finally {
      this.#isPublishing = false;
    }
  }
}
