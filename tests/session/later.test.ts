import { describe, expect, it, vi } from 'vitest';
import { laterProgress } from '../../src/session/guide/later-progress.ts';
import { packing } from '../../src/platform/history/packing.ts';
import { DeviceRecordings } from '../../src/session/history/device-recordings.ts';
import { laterHistory } from '../../src/session/history/later-history.ts';
import { laterRecordings } from '../../src/session/history/later-recordings.ts';
import type { Recordings } from '../../src/session/history/recordings.ts';
import { madeSessions } from '../made-sessions.ts';
import { madeMovement } from '../made-movement.ts';
import { deafTabs, historyOver, recordsInMemory } from '../records.ts';

const [session] = madeSessions(1, 1);
if (!session) throw new Error('There is no session.');

describe('a history whose code is loaded on first use', () => {
  it('keeps and lists as the history does, and publishes its changes', async () => {
    const { history } = historyOver(recordsInMemory().store);
    const load = vi.fn<() => Promise<typeof history>>(() => Promise.resolve(history));
    const later = laterHistory(load);
    const changed = vi.fn<() => void>();
    later.changes.listen(changed);
    expect(later.state.inMemory).toBe(0);
    expect(load).not.toHaveBeenCalled();
    await later.keep(session);
    expect((await later.list()).map(({ id }) => id)).toEqual([session.id]);
    expect(changed).toHaveBeenCalledOnce();
  });

  it('says what the history could not store', async () => {
    const records = recordsInMemory();
    records.state.isFull = true;
    const later = laterHistory(() => Promise.resolve(historyOver(records.store).history));
    expect(later.state.problem).toBeUndefined();
    const { history } = historyOver(records.store);
    const same = laterHistory(() => Promise.resolve(history));
    await same.keep(session);
    expect(same.state).toMatchObject({ inMemory: 1, problem: 'full' });
  });
});

describe('recordings whose code is loaded on first use', () => {
  it('are kept, opened and removed as the store does, with its changes and its problem', async () => {
    const records = recordsInMemory();
    const recordings = new DeviceRecordings({ store: records.store, packing, now: () => 0, otherTabs: deafTabs });
    const load = vi.fn<() => Promise<Recordings>>(() => Promise.resolve(recordings));
    const later = laterRecordings(load);
    const changed = vi.fn<() => void>();
    later.changes.listen(changed);
    expect(later.problem).toBeUndefined();
    expect(load).not.toHaveBeenCalled();
    const movement = madeMovement({ repetitions: 1 });
    records.state.isFull = true;
    expect(await later.keep(movement)).toBe(false);
    expect(later.problem).toBe('full');
    expect(changed).toHaveBeenCalledOnce();
    expect(await later.list()).toMatchObject([{ id: '1000-cheer', isInMemory: true }]);
    expect(await later.open('1000-cheer')).toEqual(movement);
    const removed = await later.remove('1000-cheer');
    expect(await later.list()).toEqual([]);
    if (removed) await later.restore(removed);
    const file = await later.fileOf('1000-cheer');
    expect(file && (await later.read(file))).toEqual({ movement });
  });
});

describe('unfinished sessions whose code is loaded on first use', () => {
  it('are none where the code cannot be fetched, and no session can begin', async () => {
    const later = laterProgress(() => Promise.reject(new Error('offline')));
    expect(await later.left(['cheer'])).toEqual([]);
    await expect(later.claim('cheer', new AbortController().signal)).rejects.toThrow('offline');
    expect(later.isKeeping()).toBe(true);
  });

  it('are offered as the store offers them', async () => {
    const offered = { routine: 'cheer' };
    const { unfinished } = historyOver(recordsInMemory().store);
    const left = vi.fn<typeof unfinished.left>(() => Promise.resolve([offered as never]));
    const later = laterProgress(() => Promise.resolve({ ...unfinished, left, isKeeping: () => false }));
    expect(await later.left(['cheer'])).toEqual([offered]);
    expect(later.isKeeping()).toBe(false);
  });
});
