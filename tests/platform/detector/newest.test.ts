import { describe, expect, it } from 'vitest';
import { newestOf } from '../../../src/platform/detector/newest.ts';
import { frameAt, frameTap, settled } from '../frames.ts';

describe('newestOf', () => {
  it('yields the newest frame and closes the ones that it replaced', async () => {
    const tap = frameTap();
    const [first, second, third, fourth] = [frameAt(0), frameAt(33), frameAt(66), frameAt(99)];
    const newest = newestOf(tap, new AbortController().signal);
    tap.send(first);
    expect((await newest.next()).value).toBe(first);
    for (const frame of [second, third, fourth]) tap.send(frame);
    await settled();
    expect((await newest.next()).value).toBe(fourth);
    expect([first, second, third, fourth].map((frame) => frame.closed())).toEqual([0, 1, 1, 0]);
  });

  it('waits for a frame, and yields the last one before it ends', async () => {
    const tap = frameTap();
    const newest = newestOf(tap, new AbortController().signal);
    const coming = newest.next();
    await settled();
    const only = frameAt(0);
    tap.send(only);
    tap.end();
    expect((await coming).value).toBe(only);
    expect((await newest.next()).done).toBe(true);
  });

  it('passes on why the source failed', async () => {
    const tap = frameTap();
    const newest = newestOf(tap, new AbortController().signal);
    const coming = newest.next();
    await settled();
    tap.fail(new Error('unplugged'));
    await expect(coming).rejects.toThrow('unplugged');
  });

  it('ends on abort, and closes waiting and late frames', async () => {
    const tap = frameTap();
    const ending = new AbortController();
    const newest = newestOf(tap, ending.signal);
    const [first, waiting, late] = [frameAt(0), frameAt(33), frameAt(66)];
    tap.send(first);
    await newest.next();
    tap.send(waiting);
    await settled();
    const after = newest.next();
    ending.abort();
    tap.send(late);
    await settled();
    // The frame that was requested before the abort may still be yielded: then the consumer must close it.
    const given = (await after).value === waiting;
    expect(waiting.closed()).toBe(given ? 0 : 1);
    expect(late.closed()).toBe(1);
    expect((await newest.next()).done).toBe(true);
    expect(tap.isReturned()).toBe(true);
  });

  it('closes waiting frames when the consumer stops', async () => {
    const tap = frameTap();
    const newest = newestOf(tap, new AbortController().signal);
    const waiting = frameAt(33);
    tap.send(frameAt(0));
    await newest.next();
    tap.send(waiting);
    await settled();
    await newest.return();
    expect(waiting.closed()).toBe(1);
    expect(tap.isReturned()).toBe(true);
  });
});
