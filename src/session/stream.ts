/** Ends a subscription. */
export type Unsubscribe = () => void;

/** A stream that can be listened to; what was published before is not repeated. */
export interface Listenable<T> {
  listen(listener: (value: T) => void): Unsubscribe;
}

/** A stream of values: published by its owner, heard by whoever listens. */
export class Stream<T> implements Listenable<T> {
  readonly #listeners = new Set<(value: T) => void>();

  listen(listener: (value: T) => void): Unsubscribe {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  publish(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
}
