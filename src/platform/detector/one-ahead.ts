import type { Frame } from '../../ports/frame.ts';

/** Yields every frame in order, and prepares the next one while one is judged. Ends when the signal aborts. */
export async function* oneAhead(
  frames: AsyncIterable<Frame>,
  signal: AbortSignal,
): AsyncGenerator<Frame, void, undefined> {
  if (signal.aborted) return;
  const source = frames[Symbol.asyncIterator]();
  let abort = (): void => undefined;
  const onAbort = (): void => abort();
  signal.addEventListener('abort', onAbort);
  let coming = quietly(source.next());
  try {
    while (!isAborted(signal)) {
      // A race with one promise for the whole time would keep every frame until that promise settles.
      const next = await new Promise<IteratorResult<Frame, unknown> | undefined>((done, failed) => {
        abort = () => done(undefined);
        coming.then(done, failed);
      });
      if (next === undefined || next.done === true) return;
      coming = quietly(source.next());
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    coming.then(closeUnused, () => undefined);
    source.return?.()?.catch(() => undefined);
  }
}

/** A function, since the compiler assumes that `aborted` does not change during an await. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

/** Marks a promise as handled, since it may reject before it is awaited. */
const quietly = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};

const closeUnused = (next: IteratorResult<Frame>): void => {
  if (next.done !== true) next.value.image.close();
};
