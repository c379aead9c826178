/** Yields the values of a source and ends as soon as the signal aborts, even while the source is pending. */
export async function* untilAborted<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  if (signal.aborted) return;
  let abort = (): void => undefined;
  const onAbort = (): void => abort();
  signal.addEventListener('abort', onAbort);
  const iterator = source[Symbol.asyncIterator]();
  try {
    while (!signal.aborted) {
      // A race with one promise for the whole time would keep every value until that promise settles.
      const next = await new Promise<IteratorResult<T> | undefined>((done, failed) => {
        abort = () => done(undefined);
        iterator.next().then(done, failed);
      });
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    // Not awaited: a source that hangs must not block its consumer.
    void iterator.return?.()?.catch(() => undefined);
  }
}
