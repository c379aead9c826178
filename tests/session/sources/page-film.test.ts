import { describe, expect, it } from 'vitest';
import type { PageFrame } from '../../../src/session/ports.ts';
import { pageFilm } from '../../../src/session/sources/page-film.ts';
import { problemKindOf } from '../../../src/session/sources/problem.ts';
import { en } from '../../../src/texts/en/en.ts';
import { frameAt } from '../../platform/frames.ts';

/** Reads frames as the app does: the times that came through, and the error, if any. */
const read = async (frames: readonly unknown[]): Promise<{ times: number[]; thrown: unknown; isReturned: boolean }> => {
  const times: number[] = [];
  let isReturned = false;
  const given = async function* (): AsyncGenerator<PageFrame> {
    try {
      yield* frames as readonly PageFrame[];
    } finally {
      isReturned = true;
    }
  };
  try {
    for await (const { at } of pageFilm(given()).frames(new AbortController().signal)) times.push(at);
  } catch (thrown) {
    return { times, thrown, isReturned };
  }
  return { times, thrown: undefined, isReturned };
};

const { image } = frameAt(0);

describe('frames from a page', () => {
  it('pass with times that grow, from any beginning', async () => {
    const { times, thrown } = await read([frameAt(0), frameAt(0.5), frameAt(40)]);
    expect(times).toEqual([0, 0.5, 40]);
    expect(thrown).toBeUndefined();
    expect((await read([frameAt(1e6), frameAt(1e6 + 33)])).times).toHaveLength(2);
  });

  it.each([
    ['no number', { image, at: Number.NaN }, 'Frame 2 has the time NaN, which is no number of milliseconds.'],
    ['no end', { image, at: Infinity }, 'Frame 2 has the time Infinity, which is no number of milliseconds.'],
    ['a text', { image, at: '40' }, 'Frame 2 has the time 40, which is no number of milliseconds.'],
    ['no time', { image }, 'Frame 2 has the time undefined, which is no number of milliseconds.'],
    ['a negative time', { image, at: -1 }, 'Frame 2 has the time -1, before the first frame.'],
    ['an earlier time', { image, at: 5 }, 'Frame 2 has the time 5, not after that of the frame before, 10.'],
    ['the same time', { image, at: 10 }, 'Frame 2 has the time 10, not after that of the frame before, 10.'],
    [
      'a closed image',
      { image: { width: 0, height: 0, close: () => undefined }, at: 20 },
      'Frame 2 has no open ImageBitmap as its image.',
    ],
    ['no image', { at: 20 }, 'Frame 2 has no open ImageBitmap as its image.'],
    ['nothing', undefined, 'Frame 2 has no open ImageBitmap as its image.'],
  ])('are refused with %s, and the reason is given', async (_, bad, why) => {
    const { times, thrown, isReturned } = await read([frameAt(10), bad, frameAt(50)]);
    expect(times).toEqual([10]);
    expect(thrown).toMatchObject({ message: why });
    expect(en.problems[problemKindOf(thrown)].title).toContain('pictures');
    expect(isReturned).toBe(true);
  });

  it('are closed when they are refused', async () => {
    const bad = frameAt(Number.NaN);
    await read([bad]);
    expect(bad.closed()).toBe(1);
  });
});
