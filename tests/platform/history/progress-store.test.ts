import { describe, expect, it } from 'vitest';
import { leftSession } from '../../../src/session/guide/left-session.ts';
import type { ProgressSlot, ProgressStore, RoutineProgress } from '../../../src/session/guide/progress.ts';
import { historyOver, recordsInMemory } from '../../records.ts';
import { browserOfTabs, device } from '../device.ts';

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
  const { kept, open } = device();
  const records = recordsInMemory();
  const browser = browserOfTabs();
  const openTab = (now = noon) => {
    const locks = browser.openTab();
    const { history, unfinished } = historyOver(
      records.store,
      { now: () => now },
      { openStorage: open, locks, now: () => now },
    );
    const store: ProgressStore = unfinished;
    /** Claims a slot; returns it with the function that releases it. */
    const claim = async (routine: string): Promise<readonly [ProgressSlot | undefined, () => void]> => {
      const running = new AbortController();
      return [await store.claim(routine, running.signal), () => running.abort()];
    };
    /** A session that saves some progress and is closed. */
    const leaves = async (progress: RoutineProgress): Promise<void> => {
      const [slot, close] = await claim(progress.routine);
      slot?.write(progress);
      await settled();
      close();
    };
    return { store, history, claim, leaves, crash: locks.crash };
  };
  return { kept, records, openTab };
};

/** Waits until everything that was written is written. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

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
    await settled();
    expect(await openTab().store.left(both)).toEqual([relief]);
  });

  it('is not offered after half a day, and is in the history then', async () => {
    const { records, openTab } = opened();
    await openTab().leaves(relief);
    expect(await openTab(noon + 12 * hour - 1).store.left(both)).toHaveLength(1);
    const later = openTab(noon + 12 * hour);
    expect(await later.history.list()).toEqual([]);
    expect(await later.store.left(both)).toEqual([]);
    expect(await later.history.list()).toMatchObject([
      { routine: relief.routine, startedAt: 5, endedAt: noon, why: 'left', painBefore: 3 },
    ]);
    expect(records.of('unfinished').size).toBe(0);
  });

  it('is in the history once another session takes its place', async () => {
    const { openTab } = opened();
    await openTab().leaves(relief);
    await openTab(noon + hour).leaves({ ...relief, startedAt: 9 });
    const { history, store } = openTab(noon + hour);
    expect((await history.list()).map(({ startedAt }) => startedAt)).toEqual([5]);
    expect((await store.left(both)).map(({ startedAt }) => startedAt)).toEqual([9]);
  });

  it('is in the history with the exercise under way', async () => {
    const { openTab } = opened();
    const events = [{ type: 'repetition-timed', at: 4000, exercise: 'cheer', number: 1, ofMs: 900 }] as const;
    const settings = { sets: 1, reps: 8, holdMs: 0, restMs: 0, strictness: 1, range: 'timed', easeLevel: 0 } as const;
    const setting = { exercise: 'cheer', view: 'side', settings } as const;
    const current = { events, counted: { sets: 0, repetitions: [1], attempts: 0, timed: 1, eased: 0 }, setting };
    await openTab().leaves({ ...relief, current });
    const later = openTab(noon + 13 * hour);
    await later.store.left(both);
    const [row] = await later.history.list();
    expect(row?.exercises).toMatchObject([{ exercise: 'butterfly' }, { exercise: 'cheer', done: { timed: 1 } }]);
  });

  it('that cannot be read is put aside, and a session begins as usual', async () => {
    const { records, openTab } = opened();
    await openTab().leaves(relief);
    const running = records.of('unfinished').get(relief.routine) as { progress: object };
    records.of('unfinished').set(relief.routine, { ...running, progress: { ...running.progress, link: 7 } });
    const tab = openTab();
    expect(await tab.store.left(both)).toEqual([]);
    await tab.history.list();
    expect(tab.history.state.damaged).toHaveLength(1);
    expect(await (await tab.history.rescueFile()).text()).toContain('"link":7');
    await openTab().leaves(relief);
    expect(await openTab().store.left(both)).toEqual([relief]);
  });

  it('moves into the history as it ends, and is not offered again', async () => {
    const { openTab } = opened();
    const { claim, history, store } = openTab();
    const [slot, close] = await claim(relief.routine);
    slot?.write(relief);
    slot?.finish(leftSession(relief, noon));
    await settled();
    close();
    expect(await history.list()).toMatchObject([{ routine: relief.routine, startedAt: 5 }]);
    expect(await store.left(both)).toEqual([]);
  });

  it('from the future is offered only where the clock was corrected by minutes', async () => {
    const { openTab } = opened();
    await openTab().leaves(relief);
    expect(await openTab(noon - 2 * minute).store.left(both)).toHaveLength(1);
    const [slot, close] = await openTab(noon - 24 * hour).claim(relief.routine);
    expect(slot?.read()).toBeUndefined();
    close();
    const before = openTab(noon - hour);
    expect(await before.store.left(both)).toEqual([]);
    expect(await before.history.list()).toHaveLength(1);
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
    await settled();
    expect(await openTab().store.left(both)).toEqual([alone]);
    kept.set('limber.unfinished', written);
    openTab().store.forget(relief.routine);
    await settled();
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

  it('as the last version wrote it in two parts is still offered, and moves into the database', async () => {
    const { kept, records, openTab } = opened();
    const { steps, ...small } = relief;
    kept.set('limber.unfinished.cheer', 'null');
    kept.set(
      'limber.unfinished.upper-back-relief',
      JSON.stringify({ version: 2, savedAt: noon, done: 1, progress: small }),
    );
    kept.set(
      'limber.unfinished.upper-back-relief.done',
      JSON.stringify({ version: 2, startedAt: relief.startedAt, steps }),
    );
    expect(await openTab().store.left(both)).toEqual([relief]);
    const [slot, close] = await openTab().claim(relief.routine);
    expect(slot?.read()).toEqual(relief);
    slot?.write(relief);
    await settled();
    close();
    expect(records.of('unfinished').size).toBe(2);
    expect([...kept.values()].join()).not.toContain('butterfly');
    expect(await openTab().store.left(both)).toEqual([relief]);
  });

  it('is written without the finished steps, which are written once', async () => {
    const { records, openTab } = opened();
    const [slot] = await openTab().claim(relief.routine);
    slot?.write(relief);
    slot?.write({ ...relief, pain: [] });
    slot?.write({ ...relief, current: undefined });
    const { writes } = records;
    expect(writes.filter(({ put }) => JSON.stringify(put).includes('isSkipped'))).toHaveLength(1);
    expect(writes).toHaveLength(4);
  });
});

describe('a second tab', () => {
  it('neither offers what runs in the first, nor can overwrite it', async () => {
    const { openTab } = opened();
    const [first, second] = [openTab(), openTab()];
    await first.leaves(alone);
    const [slot, close] = await first.claim(relief.routine);
    slot?.write(relief);
    await settled();
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
    await settled();
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
    slot?.finish(undefined);
    await settled();
    expect(await second.store.left(both)).toEqual([alone]);
  });

  it('that trains the same as the first takes nothing from it, and loses nothing where it is killed', async () => {
    const { openTab } = opened();
    const [first, second] = [openTab(), openTab()];
    const [slot, close] = await first.claim(relief.routine);
    slot?.write(relief);
    const beside = second.store.claimBeside(relief.routine, new AbortController().signal);
    beside.write({ ...relief, startedAt: 8 });
    await settled();
    second.crash();
    close();
    const third = openTab();
    expect(await third.store.left(both)).toEqual([relief]);
    expect((await third.history.list()).map(({ startedAt }) => startedAt)).toEqual([8]);
  });
});

describe('on a device that refuses', () => {
  it.each(['isFull', 'isBlocked'] as const)('(%s) a session lasts as long as the page', async (trouble) => {
    const { records, openTab } = opened();
    records.state[trouble] = true;
    const tab = openTab();
    await tab.leaves(relief);
    expect(await tab.store.left(both)).toEqual([relief]);
    expect(await openTab().store.left(both)).toEqual([]);
    tab.store.forget(relief.routine);
    await settled();
    expect(await tab.store.left(both)).toEqual([]);
  });

  it.each(['isFull', 'isBlocked'] as const)('(%s) a session that ends is offered as a file', async (trouble) => {
    const { records, openTab } = opened();
    const tab = openTab();
    const [slot] = await tab.claim(relief.routine);
    records.state[trouble] = true;
    slot?.write(relief);
    slot?.finish(leftSession(relief, noon));
    await settled();
    expect(await tab.history.list()).toHaveLength(1);
    expect(tab.history.state).toMatchObject({ inMemory: 1, problem: trouble === 'isFull' ? 'full' : 'blocked' });
    expect(await (await tab.history.exportFile()).text()).toContain('upper-back-relief');
  });

  it('keeps the whole of a session that ended, although a part of it was stored before there was no room', async () => {
    const { records, openTab } = opened();
    const tab = openTab();
    const [slot, close] = await tab.claim(relief.routine);
    slot?.write(relief);
    await settled();
    records.state.isFull = true;
    const whole = leftSession(relief, noon + hour);
    slot?.finish(whole && { ...whole, why: 'completed' });
    await settled();
    close();
    await tab.leaves({ ...relief, startedAt: 9 });
    expect((await tab.history.list()).find(({ startedAt }) => startedAt === 5)).toMatchObject({ why: 'completed' });
  });
});
