import { describe, expect, it, vi } from 'vitest';
import { clockAt, type Clock } from '../../../src/session/async/clock.ts';
import { TimedChoice } from '../../../src/session/guide/timed-choice.ts';

/** A clock that advances at once by the time that is waited for. */
const quickClock = (): Clock => {
  let now = 0;
  return {
    now: () => now,
    wait: async (ms) => {
      now += ms;
      await Promise.resolve();
    },
  };
};

const { signal } = new AbortController();

describe('a question with a time limit', () => {
  it('resolves by itself when its time is up', async () => {
    const choice = new TimedChoice<number>(quickClock(), 8000);
    await expect(choice.result(signal)).resolves.toBe('time-up');
    expect(choice.left).toBe(0);
  });

  it('takes the first answer, and at once', async () => {
    const choice = new TimedChoice<number | undefined>(clockAt(1), 60_000);
    const result = choice.result(signal);
    choice.answer(undefined);
    choice.answer(3);
    await expect(result).resolves.toBeUndefined();
  });

  it('stops while it is paused', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const choice = new TimedChoice<number>(clockAt(1), 1000);
    const result = choice.result(signal);
    choice.pause();
    await vi.advanceTimersByTimeAsync(5000);
    expect(choice.left).toBe(1000);
    choice.resume();
    await vi.advanceTimersByTimeAsync(1100);
    await expect(result).resolves.toBe('time-up');
    vi.useRealTimers();
  });

  it('can be lengthened, and ends with its signal', async () => {
    const choice = new TimedChoice<number>(clockAt(1), 1000);
    choice.lengthen(20_000);
    expect(choice.left).toBe(21_000);
    const ending = new AbortController();
    const result = choice.result(ending.signal);
    ending.abort();
    await expect(result).resolves.toBe('time-up');
  });

  it('runs as fast as its clock', async () => {
    const began = performance.now();
    await new TimedChoice<number>(clockAt(10), 2000).result(signal);
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
