import { describe, expect, it } from 'vitest';
import { createProgressStore } from '../../src/platform/progress-store.ts';
import type { ProgressSlot, ProgressStore, RoutineProgress } from '../../src/session/guide/progress.ts';
import { readProgress } from '../../src/session/guide/read-progress.ts';
import { browserOfTabs, device } from './device.ts';

const minute = 60 * 1000;
const hour = 60 * minute;
const noon = Date.UTC(2026, 2, 1, 12);

const relief: RoutineProgress = {
  routine: 'upper-back-relief',
  link: '#/routine/upper-back-relief',
  startedAt: 5,
  steps: [{ exercise: 'butterfly', outcome: undefined, isSkipped: true }],
  pain: [{ exercise: 'butterfly', moment: 'before', value: 3 }],
  current: {
    events: [{ type: 'armed', at: 4000, exercise: 'cheer', range: 'norm', goals: [] }],
    counted: { sets: 0, repetitions: [2], attempts: 1, timed: 0, eased: 1 },
  },
};

const alone: RoutineProgress = { ...relief, routine: 'cheer', link: '#/train/cheer', startedAt: 7, steps: [] };

const both = ['upper-back-relief', 'cheer'];

/** A device and the tabs that are opened on it, each at a time of day. */
const opened = () => {
  const { kept, state, writes, open } = device();
  const browser = browserOfTabs();
  const openTab = (now = noon) => {
    const locks = browser.openTab();
    const store: ProgressStore = createProgressStore(readProgress, { openStorage: open, locks, now: () => now });
    /** Claims a slot; returns it with the function that releases it. */
    const claim = async (routine: string): Promise<readonly [ProgressSlot | undefined, () => void]> => {
      const running = new AbortController();
      return [await store.claim(routine, running.signal), () => running.abort()];
    };
    /** A session that saves some progress and is closed. */
    const leaves = async (progress: RoutineProgress): Promise<void> => {
      const [slot, close] = await claim(progress.routine);
      slot?.write(progress);
      close();
    };
    return { store, claim, leaves, crash: locks.crash };
  };
  return { kept, state, writes, openTab };
};

describe('an unfinished session', () => {
  it('is found again by the next page', async () => {
    const { openTab } = opened();
    await openTab().leaves(relief);
    expect(await openTab(noon + hour).store.left(both)).toEqual([relief]);
    const [slot] = await openTab(noon + hour).claim(relief.routine);
    expect(slot?.read()).toEqual(relief);
  });

  it('does not replace that of another routine or exercise; the latest comes first', async () => {
    const { openTab } = opened();
    await openTab(noon).leaves(relief);
    await openTab(noon + minute).leaves(alone);
    expect(await openTab(noon + hour).store.left(both)).toEqual([alone, relief]);
    await openTab(noon + 2 * minute).leaves({ ...relief, startedAt: 9 });
    expect((await openTab(noon + hour).store.left(both)).map(({ startedAt }) => startedAt)).toEqual([9, 7]);
  });

  it('is not offered once it is deleted, and the others still are', async () => {
    const { openTab } = opened();
    await openTab().leaves(relief);
    await openTab().leaves(alone);
    openTab().store.forget('cheer');
    expect(await openTab().store.left(both)).toEqual([relief]);
  });

  it('is not offered after half a day, and is deleted then', async () => {
    const { kept, openTab } = opened();
    await openTab().leaves(relief);
    expect(await openTab(noon + 12 * hour - 1).store.left(both)).toHaveLength(1);
    expect(await openTab(noon + 12 * hour).store.left(both)).toEqual([]);
    expect([...kept.values()].join()).not.toContain('butterfly');
  });

  it('from the future is offered only where the clock was corrected by minutes', async () => {
    const { openTab } = opened();
    await openTab().leaves(relief);
    expect(await openTab(noon - 2 * minute).store.left(both)).toHaveLength(1);
    expect(await openTab(noon - hour).store.left(both)).toEqual([]);
    const [slot] = await openTab(noon - 24 * hour).claim(relief.routine);
    expect(slot?.read()).toBeUndefined();
  });

  it('as an earlier version wrote it is still offered, until it is replaced or deleted', async () => {
    const { kept, openTab } = opened();
    const written = JSON.stringify({ version: 1, savedAt: noon, progress: relief });
    kept.set('limber.unfinished', written);
    await openTab().leaves(alone);
    expect(await openTab().store.left(both)).toEqual(expect.arrayContaining([relief, alone]));
    await openTab(noon + minute).leaves({ ...relief, startedAt: 9 });
    expect((await openTab(noon + hour).store.left(both)).map(({ startedAt }) => startedAt)).toEqual([9, 7]);
    openTab().store.forget(relief.routine);
    expect(await openTab().store.left(both)).toEqual([alone]);
    kept.set('limber.unfinished', written);
    openTab().store.forget(relief.routine);
    expect(await openTab().store.left(both)).toEqual([alone]);
  });

  it.each([
    '',
    'no JSON',
    'null',
    '{"version":3}',
    '{"version":2,"savedAt":1772366400000,"done":0,"progress":{"startedAt":5}}',
    '{"version":2,"savedAt":"noon","done":0,"progress":{"startedAt":5,"routine":"cheer"}}',
  ])('does not exist where %j is written, and a session begins as usual', async (text) => {
    const { kept, openTab } = opened();
    for (const key of ['limber.unfinished', 'limber.unfinished.cheer', 'limber.unfinished.cheer.done'])
      kept.set(key, text);
    expect(await openTab().store.left(both)).toEqual([]);
    await openTab().leaves(alone);
    expect(await openTab().store.left(both)).toEqual([alone]);
  });

  it('is written without the finished steps, which are written once', async () => {
    const { writes, openTab } = opened();
    const [slot] = await openTab().claim(relief.routine);
    slot?.write(relief);
    slot?.write({ ...relief, pain: [] });
    slot?.write({ ...relief, current: undefined });
    expect(writes.filter(({ text }) => text.includes('isSkipped'))).toHaveLength(1);
    expect(writes).toHaveLength(4);
  });

  it.each([
    ['one more was done', [...relief.steps, { exercise: 'cheer', outcome: undefined, isSkipped: false }]],
    ['one was taken back', []],
  ])('resumes with the right exercise where the page was killed while %s', async (_, steps) => {
    const { kept, openTab } = opened();
    const [slot] = await openTab().claim(relief.routine);
    slot?.write(relief);
    const small = kept.get('limber.unfinished.upper-back-relief') ?? '';
    slot?.write({ ...relief, steps, current: undefined });
    kept.set('limber.unfinished.upper-back-relief', small);
    expect(await foundAfterCrash(kept)).toEqual({ ...relief, steps, current: undefined });
  });
});

/** What a newly started browser finds on a device. */
const foundAfterCrash = async (kept: ReadonlyMap<string, string>): Promise<RoutineProgress | undefined> => {
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: () => undefined };
  const locks = browserOfTabs().openTab();
  const store = createProgressStore(readProgress, { openStorage: () => storage, locks, now: () => noon });
  return (await store.left(both))[0];
};

describe('a second tab', () => {
  it('neither offers what runs in the first, nor can overwrite it', async () => {
    const { openTab } = opened();
    const [first, second] = [openTab(), openTab()];
    await first.leaves(alone);
    const [slot, close] = await first.claim(relief.routine);
    slot?.write(relief);
    expect(await second.store.left(both)).toEqual([alone]);
    expect((await second.claim(relief.routine))[0]).toBeUndefined();
    close();
    expect(await second.store.left(both)).toHaveLength(2);
  });

  it('offers it once the first has crashed', async () => {
    const { openTab } = opened();
    const [first, second] = [openTab(), openTab()];
    const [slot] = await first.claim(relief.routine);
    slot?.write(relief);
    first.crash();
    expect(await second.store.left(both)).toEqual([relief]);
    expect((await second.claim(relief.routine))[0]?.read()).toEqual(relief);
  });

  it('has the slot to itself once the session of the first is over', async () => {
    const { openTab } = opened();
    const [first, second] = [openTab(), openTab()];
    const [slot, close] = await first.claim('cheer');
    close();
    await second.leaves(alone);
    slot?.write({ ...alone, startedAt: 99 });
    slot?.forget();
    expect(await second.store.left(both)).toEqual([alone]);
  });
});

describe('on a storage that refuses', () => {
  it.each(['isFull', 'isBlocked'] as const)('(%s) a session lasts as long as the page', async (trouble) => {
    const { state, openTab } = opened();
    state[trouble] = true;
    const tab = openTab();
    await tab.leaves(relief);
    expect(await tab.store.left(both)).toEqual([relief]);
    expect(await openTab().store.left(both)).toEqual([]);
    tab.store.forget(relief.routine);
    expect(await tab.store.left(both)).toEqual([]);
  });
});
