import { describe, expect, it } from 'vitest';
import { untilAborted } from '../../src/async/until-aborted.ts';
import { countKept } from '../collected.ts';

/** A source that yields these values and then never settles; it records whether it was asked to end. */
const hanging = (...values: readonly number[]) => {
  const source = {
    hasReturned: false,
    [Symbol.asyncIterator]: () => {
      const left = [...values];
      return {
        next: (): Promise<IteratorResult<number>> => {
          const value = left.shift();
          return value === undefined ? new Promise(() => undefined) : Promise.resolve({ done: false, value });
        },
        return: (): Promise<IteratorResult<number>> => {
          source.hasReturned = true;
          return Promise.resolve({ done: true, value: undefined });
        },
      };
    },
  };
  return source;
};

async function* counting(until: number): AsyncGenerator<number> {
  for (let value = 1; value <= until; value += 1) yield value;
}

const collect = async (
  source: AsyncIterable<number>,
  onEach: (value: number) => void = () => {},
): Promise<number[]> => {
  const all: number[] = [];
  for await (const value of source) {
    all.push(value);
    onEach(value);
  }
  return all;
};

describe('a source until it is aborted', () => {
  it('passes on everything in order, and ends with the source', async () => {
    expect(await collect(untilAborted(counting(3), new AbortController().signal))).toEqual([1, 2, 3]);
  });

  it('ends at once while the source is pending, and asks the source to end', async () => {
    const stop = new AbortController();
    const source = hanging(1, 2);
    const all = collect(
      untilAborted(source, stop.signal),
      (value) => value === 2 && queueMicrotask(() => stop.abort()),
    );
    expect(await all).toEqual([1, 2]);
    expect(source.hasReturned).toBe(true);
  });

  it('requests nothing from a source when it was aborted before', async () => {
    let asked = 0;
    const source = {
      [Symbol.asyncIterator]: () => {
        asked += 1;
        return counting(3);
      },
    };
    expect(await collect(untilAborted(source, AbortSignal.abort()))).toEqual([]);
    expect(asked).toBe(0);
  });

  it('asks the source to end when its own reader leaves early', async () => {
    const source = hanging(1, 2, 3);
    for await (const value of untilAborted(source, new AbortController().signal)) if (value === 2) break;
    expect(source.hasReturned).toBe(true);
  });

  it('passes on what the source throws', async () => {
    const broken = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject<IteratorResult<number>>(new Error('unplugged')) }),
    };
    await expect(collect(untilAborted(broken, new AbortController().signal))).rejects.toThrow('unplugged');
  });

  it('is not blocked by a source that fails when it is asked to end', async () => {
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.resolve<IteratorResult<number>>({ done: false, value: 1 }),
        return: () => Promise.reject<IteratorResult<number>>(new Error('late')),
      }),
    };
    const seen: number[] = [];
    for await (const value of untilAborted(source, new AbortController().signal)) {
      seen.push(value);
      break;
    }
    expect(seen).toEqual([1]);
  });

  it('keeps none of the values that have passed, as a session of an hour has a hundred thousand', async () => {
    async function* objects(): AsyncGenerator<object> {
      for (let made = 0; made < 200; made += 1) yield { made };
    }
    const passed: WeakRef<object>[] = [];
    const values = untilAborted(objects(), new AbortController().signal);
    for (let taken = 0; taken < 100; taken += 1) passed.push(new WeakRef((await values.next()).value as object));
    expect(await countKept(passed)).toBeLessThan(5);
    await values.return();
  });
});
