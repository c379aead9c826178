import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { packing } from '../../../src/platform/history/packing.ts';
import { DeviceRecordings, largestRecording } from '../../../src/session/history/device-recordings.ts';
import { longestRecording } from '../../../src/session/record/pose-recorder.ts';
import { movementOf, readMovement, type MadeMovement } from '../../../src/session/record/movement.ts';
import { planFor } from '../../../src/session/planning/plan-for.ts';
import { deafTabs, historyOver, recordsInMemory } from '../../records.ts';
import { exerciseCalled } from '../played.ts';

const fixture = readFileSync(new URL('../../fixtures/recordings/cheer-front-correct.json.gz', import.meta.url));

const movementAt = (at: number): MadeMovement => {
  const read = readMovement(gunzipSync(fixture).toString('utf8'));
  if (!('movement' in read)) throw new Error(read.reason);
  const plan = planFor(exerciseCalled('cheer'), { view: 'front', reps: 3 });
  return movementOf(read.movement, plan, { at, app: '1.2.3', source: 'camera', model: 'lightning' });
};

const device = () => {
  const records = recordsInMemory();
  const recordings = new DeviceRecordings({ store: records.store, packing, now: () => 5000, otherTabs: deafTabs });
  return { ...records, recordings };
};

describe('a recording on this device', () => {
  it('is listed with its exercise, day, length and size, the latest first, and is opened as it was kept', async () => {
    const { recordings } = device();
    for (const at of [1000, 3000, 2000]) expect(await recordings.keep(movementAt(at))).toBe(true);
    const list = await recordings.list();
    expect(list.map(({ at }) => at)).toEqual([3000, 2000, 1000]);
    const [first] = list;
    expect(first).toMatchObject({ exercise: 'cheer', view: 'front', source: 'camera', isInMemory: false });
    // The film of 411 frames lasts 34.2 s.
    expect(first?.durationMs).toBeCloseTo(34_167, 0);
    expect(await recordings.open(first?.id ?? '')).toEqual(movementAt(3000));
    expect((await recordings.fileOf(first?.id ?? ''))?.size).toBe(first?.bytes);
  });

  it('takes less than 15 MB an hour, at thirty frames a second', async () => {
    const { recordings } = device();
    const movement = movementAt(1);
    await recordings.keep(movement);
    const [{ bytes } = { bytes: Infinity }] = await recordings.list();
    const hour = (bytes / movement.frames.length) * longestRecording;
    console.log(`an hour of real keypoints takes ${(hour / 1e6).toFixed(1)} MB`);
    expect(hour).toBeLessThan(15_000_000);
  });

  it('is deleted, and brought back', async () => {
    const { recordings, of } = device();
    await recordings.keep(movementAt(1000));
    const [listed] = await recordings.list();
    const removed = await recordings.remove(listed?.id ?? '');
    expect(await recordings.list()).toEqual([]);
    expect([...of('recordings').keys(), ...of('recording-files').keys()]).toEqual([]);
    if (!removed) throw new Error('It was there.');
    await recordings.restore(removed);
    expect(await recordings.list()).toEqual([listed]);
    expect(await recordings.open(listed?.id ?? '')).toEqual(movementAt(1000));
  });

  it('stays in memory where the device is full, is said, and is stored once there is room', async () => {
    const { recordings, state, of } = device();
    state.isFull = true;
    expect(await recordings.keep(movementAt(1000))).toBe(false);
    expect(recordings.problem).toBe('full');
    expect(await recordings.list()).toMatchObject([{ isInMemory: true }]);
    expect(await recordings.open('1000-cheer')).toEqual(movementAt(1000));
    state.isFull = false;
    expect(await recordings.keep(movementAt(2000))).toBe(true);
    expect(recordings.problem).toBeUndefined();
    expect([...of('recording-files').keys()]).toHaveLength(2);
    expect((await recordings.list()).map(({ isInMemory }) => isInMemory)).toEqual([false, false]);
  });

  it('that is damaged is put aside with its reason, and hides no other', async () => {
    const { recordings, store, of } = device();
    await recordings.keep(movementAt(1000));
    await recordings.keep(movementAt(2000));
    of('recording-files').set('1000-cheer', new Uint8Array(gzipSync(fixture.subarray(0, 700)).subarray(0, 300)));
    expect(await recordings.open('1000-cheer')).toBeUndefined();
    expect((await recordings.list()).map(({ at }) => at)).toEqual([2000]);
    const { history } = historyOver(store);
    await history.list();
    expect(history.state.damaged).toMatchObject([{ id: 'recording 1000-cheer', reason: 'It cannot be unpacked.' }]);
    expect(await (await history.rescueFile()).text()).toContain('"gzip":"1f8b');
  });

  it('of which the row is missing or damaged is listed again from its file', async () => {
    const { recordings, of } = device();
    await recordings.keep(movementAt(1000));
    await recordings.keep(movementAt(2000));
    const before = await recordings.list();
    of('recordings').delete('1000-cheer');
    of('recordings').set('2000-cheer', { version: 0 });
    expect(await recordings.list()).toEqual(before);
  });

  it('is gone with everything else', async () => {
    const { recordings, store, of } = device();
    await recordings.keep(movementAt(1000));
    const { history } = historyOver(store);
    await history.deleteAll();
    expect([...of('recordings').keys(), ...of('recording-files').keys()]).toEqual([]);
    expect(await recordings.list()).toEqual([]);
  });

  it('of another tab is listed as soon as that has kept it', () => {
    const heard = vi.fn<() => void>();
    let tell = (): void => undefined;
    const otherTabs = {
      announce: () => undefined,
      changes: {
        listen: (listener: () => void) => {
          tell = listener;
          return () => undefined;
        },
      },
    };
    const recordings = new DeviceRecordings({ store: recordsInMemory().store, packing, now: () => 0, otherTabs });
    recordings.changes.listen(heard);
    tell();
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe('a file', () => {
  const { recordings } = device();
  const plain = gunzipSync(fixture).toString('utf8');
  const damaged = (change: (json: { version: number; frames: unknown[] }) => void): string => {
    const json = JSON.parse(plain) as { version: number; frames: unknown[] };
    change(json);
    return JSON.stringify(json);
  };

  it('is read packed and unpacked', async () => {
    const [packed, unpacked] = [await recordings.read(new Blob([fixture])), await recordings.read(new Blob([plain]))];
    expect(packed).toEqual(unpacked);
    expect('movement' in packed && packed.movement.frames).toHaveLength(411);
  });

  it.each([
    ['a text', 'Limber', 'not-json', ''],
    ['JSON of something else', '{"name":"limber"}', 'not-of-limber', ''],
    ['a later version', damaged((json) => (json.version = 3)), 'newer', 'version'],
    ['no frames', damaged((json) => (json.frames = [])), 'invalid', 'frames'],
    [
      'a missing keypoint',
      damaged((json) => (json.frames[3] = { at: 1, keypoints: [] })),
      'invalid',
      'frames.3.keypoints',
    ],
    ['times that go back', damaged((json) => (json.frames = json.frames.toReversed())), 'invalid', 'frames'],
  ])('is refused with its reason: %s', async (_, text, trouble, at) => {
    expect(await recordings.read(new Blob([text]))).toMatchObject({ trouble, at, reason: expect.stringMatching(/\w/) });
  });

  it('that is cut off, or unpacks to more than any recording, is refused', async () => {
    expect(await recordings.read(new Blob([fixture.subarray(0, 900)]))).toMatchObject({ trouble: 'cut-off' });
    const bomb = gzipSync(Buffer.alloc(5_000_000, ' '));
    expect(bomb.byteLength).toBeLessThan(10_000);
    expect(await packing.unpack(new Blob([bomb]), 1_000_000)).toBe('too-large');
    const large = Object.defineProperty(new Blob(), 'size', { value: largestRecording + 1 });
    expect(await recordings.read(large)).toMatchObject({ trouble: 'too-large' });
  });

  it('with any byte changed is read or refused with a reason, and never throws', { timeout: 60_000 }, async () => {
    const bytes = Buffer.from(damaged((json) => (json.frames = json.frames.slice(0, 20))));
    const change = fc.record({
      at: fc.nat(bytes.length - 1),
      to: fc.nat(255),
      cut: fc.option(fc.nat(bytes.length - 1)),
    });
    await fc.assert(
      fc.asyncProperty(change, fc.boolean(), async ({ at, to, cut }, isPacked) => {
        const changed = Buffer.from(bytes);
        changed[at] = to;
        const torn = changed.subarray(0, cut ?? changed.length);
        const read = await recordings.read(new Blob([isPacked ? gzipSync(torn) : torn]));
        expect('movement' in read || read.reason !== '').toBe(true);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
