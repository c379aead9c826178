import { Stream, type Listenable } from '../../async/stream.ts';

/** What is loaded on first use; its changes are published from the start. */
export interface Later<T> {
  readonly changes: Listenable<void>;
  /** `undefined` until the first use has loaded it. */
  readonly loaded: T | undefined;
  /** Resolves to it; rejects where `load` does. */
  get(): Promise<T>;
}

/** Loads something on first use by `load`, which resolves to the same object each time. */
export const laterOf = <T extends { readonly changes: Listenable<void> }>(load: () => Promise<T>): Later<T> => {
  const changes = new Stream<void>();
  let loaded: T | undefined;
  return {
    changes,
    get loaded() {
      return loaded;
    },
    async get() {
      const one = await load();
      if (loaded !== one) one.changes.listen(() => changes.publish());
      loaded = one;
      return one;
    },
  };
};
