/** Waits for one promise after the other, each only until a signal aborts. */
export interface AbortRace {
  /** Resolves or rejects as the promise does, or resolves to `undefined` as soon as the signal aborts. */
  run<T>(promise: Promise<T>): Promise<T | undefined>;
  /** Removes the listener from the signal. */
  end(): void;
}

/** Opens a race against a signal that has not aborted yet; one promise at a time, and not after the abort. */
export const openAbortRace = (signal: AbortSignal): AbortRace => {
  let abort = (): void => undefined;
  const onAbort = (): void => abort();
  signal.addEventListener('abort', onAbort);
  return {
    // A race with one promise for the whole time would keep every value until that promise settles.
    run: (promise) =>
      new Promise((done, failed) => {
        abort = () => done(undefined);
        promise.then(done, failed);
      }),
    end: () => signal.removeEventListener('abort', onAbort),
  };
};
