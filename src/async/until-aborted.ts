import { openAbortRace } from './abort-race.ts';

/** Yields the values of a source and ends as soon as the signal aborts, even while the source is pending. */
export async function* untilAborted<T>(
  source: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  if (signal.aborted) return;
  const race = openAbortRace(signal);
  const iterator = source[Symbol.asyncIterator]();
  try {
    while (!signal.aborted) {
      const next = await race.run(iterator.next());
      if (next === undefined || next.done === true) return;
      yield next.value;
    }
  } finally {
    race.end();
    // Not awaited: a source that hangs must not block its consumer.
    void iterator.return?.()?.catch(() => undefined);
  }
}
