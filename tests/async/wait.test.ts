import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { wait } from '../../src/async/wait.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A wait, and whether it is over. */
const waiting = (ms: number, signal: AbortSignal) => {
  const state = { isOver: false };
  void wait(ms, signal).then(() => (state.isOver = true));
  return state;
};

it('lasts as long as it should', async () => {
  const state = waiting(200, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(199);
  expect(state.isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(state.isOver).toBe(true);
});

it('ends as soon as the signal aborts, and leaves no timer', async () => {
  const ending = new AbortController();
  const state = waiting(200, ending.signal);
  ending.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(state.isOver).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

it('does not begin after the abort', async () => {
  const state = waiting(200, AbortSignal.abort());
  await vi.advanceTimersByTimeAsync(0);
  expect(state.isOver).toBe(true);
});

it('leaves nothing on a signal that outlives it', async () => {
  const { signal } = new AbortController();
  const removed = vi.spyOn(signal, 'removeEventListener');
  waiting(200, signal);
  await vi.advanceTimersByTimeAsync(200);
  expect(removed).toHaveBeenCalledOnce();
});
