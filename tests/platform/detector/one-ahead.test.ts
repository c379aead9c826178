import { describe, expect, it } from 'vitest';
import { oneAhead } from '../../../src/platform/detector/one-ahead.ts';
import { countKept } from '../../collected.ts';
import { frameAt, frameTap, settled } from '../frames.ts';

describe('oneAhead', () => {
  it('drops no frame', async () => {
    const tap = frameTap();
    const frames = [0, 33, 66, 99].map(frameAt);
    for (const frame of frames) tap.send(frame);
    tap.end();
    const given: unknown[] = [];
    for await (const frame of oneAhead(tap, new AbortController().signal)) given.push(frame);
    expect(given).toEqual(frames);
    expect(frames.map((frame) => frame.closed())).toEqual([0, 0, 0, 0]);
  });

  it('requests the next frame while one is judged, and no more', async () => {
    const tap = frameTap();
    for (const at of [0, 33, 66]) tap.send(frameAt(at));
    const ahead = oneAhead(tap, new AbortController().signal);
    await ahead.next();
    await settled();
    expect(tap.asked()).toBe(2);
  });

  it('closes the frame fetched ahead when the consumer stops', async () => {
    const tap = frameTap();
    const ahead = oneAhead(tap, new AbortController().signal);
    const unused = frameAt(33);
    tap.send(frameAt(0));
    tap.send(unused);
    await ahead.next();
    await ahead.return();
    await settled();
    expect(unused.closed()).toBe(1);
    expect(tap.isReturned()).toBe(true);
  });

  it('ends on abort while the source is pending', async () => {
    const tap = frameTap();
    const ending = new AbortController();
    const coming = oneAhead(tap, ending.signal).next();
    ending.abort();
    expect((await coming).done).toBe(true);
    const late = frameAt(0);
    tap.send(late);
    await settled();
    expect(late.closed()).toBe(1);
  });

  it('passes on why the source failed', async () => {
    const tap = frameTap();
    const coming = oneAhead(tap, new AbortController().signal).next();
    tap.fail(new Error('no more film'));
    await expect(coming).rejects.toThrow('no more film');
  });

  it('keeps none of the frames that were judged', async () => {
    const tap = frameTap();
    for (let at = 0; at < 100; at += 1) tap.send(frameAt(at));
    const passed: WeakRef<object>[] = [];
    const ahead = oneAhead(tap, new AbortController().signal);
    for (let taken = 0; taken < 50; taken += 1) passed.push(new WeakRef((await ahead.next()).value as object));
    expect(await countKept(passed)).toBeLessThan(5);
    await ahead.return();
  });
});
