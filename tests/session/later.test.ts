import { describe, expect, it, vi } from 'vitest';
import { laterProgress } from '../../src/session/guide/later-progress.ts';
import { laterHistory } from '../../src/session/history/later-history.ts';
import { madeSessions } from '../made-sessions.ts';
import { historyOver, recordsInMemory } from '../records.ts';

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
