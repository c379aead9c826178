import type { Frame } from '../../ports/frame.ts';

/** Yields every frame in order, and prepares the next one while one is judged. Ends when the signal aborts. */
export async function* oneAhead(
  frames: AsyncIterable<Frame>,
  signal: AbortSignal,
): AsyncGenerator<Frame, void, undefined> {
  if (signal.aborted) return;
  const source = frames[Symbol.asyncIterator]();
  let abort = (): void => undefined;
  const aborted = new Promise<undefined>((resolve) => {
    abort = () => resolve(undefined);
  });
  signal.addEventListener('abort', abort);
  let coming = quietly(source.next());
  try {
    for (;;) {
      const next = await Promise.race([coming, aborted]);
      if (next === undefined || next.done === true) return;
      coming = quietly(source.next());
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
    coming.then(closeUnused, () => undefined);
    source.return?.()?.catch(() => undefined);
  }
}

/** Marks a promise as handled, since it may reject before it is awaited. */
const quietly = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};

const closeUnused = (next: IteratorResult<Frame>): void => {
  if (next.done !== true) next.value.image.close();
};
