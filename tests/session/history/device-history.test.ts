import { describe, expect, it, vi } from 'vitest';
import { exercises } from '../../../src/exercises/registry.ts';
import { createRangeStore } from '../../../src/platform/range-store.ts';
import type { TrainingPlan } from '../../../src/session/planning/training-plan.ts';
import { exerciseAlone } from '../../../src/session/planning/routines.ts';
import { keptOutcome } from '../../../src/session/summary/routine-outcome.ts';
import { planOf } from '../../../src/session/record/export.ts';
import { keptSession, type KeptSession } from '../../../src/session/record/kept-session.ts';
import { listedSession } from '../../../src/session/history/listed-session.ts';
import { countedIn, summarise } from '../../../src/session/summary/summary.ts';
import { madeSessions } from '../../made-sessions.ts';
import { historyOver, planInMemory, recordsInMemory } from '../../records.ts';
import { guided, usualOptions } from '../guided.ts';
import { madePlan } from '../plan/made-plan.ts';
import { played } from '../played.ts';

const made = madeSessions(4, 3);
const [first, second, third, fourth] = made;
if (!first || !second || !third || !fourth) throw new Error('Four were asked for.');

/** A history with some sessions, and its records. */
const holding = async (sessions: readonly KeptSession[] = made) => {
  const records = recordsInMemory();
  const { history } = historyOver(records.store, { now: () => 1_800_000_000_000 });
  for (const session of sessions) await history.keep(session);
  return { records, history };
};

const idsOf = (sessions: readonly { readonly id: string }[]): readonly string[] => sessions.map(({ id }) => id);

describe('the list', () => {
  it('has every session, the latest first, and reads no events', async () => {
    const { records, history } = await holding();
    const find = vi.spyOn(records.store, 'find');
    expect(idsOf(await history.list())).toEqual(idsOf(made.toReversed()));
    expect(find.mock.calls.filter(([store]) => store === 'sessions')).toEqual([]);
  });

  it('of a new device is empty', async () => {
    const { history } = historyOver(recordsInMemory().store);
    expect(await history.list()).toEqual([]);
    expect(history.state).toMatchObject({ problem: undefined, inMemory: 0, damaged: [] });
  });

  it('makes a row that is missing, damaged or of an earlier version from its session', async () => {
    const { records, history } = await holding();
    const before = await history.list();
    records.of('summaries').delete(first.id);
    records.of('summaries').set(second.id, { id: second.id, version: 0 });
    records.of('summaries').set(third.id, 'torn');
    expect(await history.list()).toEqual(before);
    expect(JSON.parse(String(records.of('summaries').get(third.id)))).toEqual(listedSession(third));
  });

  it('shows the same numbers as the summary when the session ended', async () => {
    const cheer = await played('cheer', { repetitions: 3 }, { reps: 3 });
    const tilt = await played('head-tilt', { repetitions: 2 }, { reps: 2, holdSeconds: 2 });
    const steps = [cheer, tilt].map(({ record }) => ({
      exercise: record.exercise,
      isSkipped: false,
      session: record,
    }));
    const session = keptSession({ routine: 'own', startedAt: 5, endedAt: 9, why: 'completed', steps, pain: [] });
    const { history } = await holding([session]);
    const [row] = await history.list();
    const opened = await history.open(session.id);
    for (const [index, { summary }] of [cheer, tilt].entries()) {
      const done = row?.exercises[index]?.done;
      expect(done).toMatchObject({
        repetitions: countedIn(summary),
        attempts: summary.attempts.length,
        heldMs: summary.heldMs,
        durationMs: summary.durationMs,
        unseenMs: summary.unseenMs,
      });
      expect(done?.peaks.map(({ best }) => best)).toContain(summary.best);
      expect(done?.ranges.map(({ value, error }) => [value, error])).toEqual(
        summary.ranges.map(({ value, error }) => [value, error]),
      );
      const record = opened?.steps[index]?.session;
      const exercise = exercises.find(({ id }) => id === record?.exercise);
      if (!record || !exercise) throw new Error('The session holds both.');
      expect(summarise(planOf(record, exercise), record.events)).toEqual(summary);
    }
  });
});

describe('a damaged record', () => {
  it('is put aside, named, offered as a file, and hides no other', async () => {
    const { records, history } = await holding();
    records.of('sessions').set(second.id, { ...second, steps: 'torn' });
    expect(await history.open(second.id)).toBeUndefined();
    expect(history.state.damaged).toMatchObject([{ id: second.id, reason: expect.stringContaining('') }]);
    expect(idsOf(await history.list())).toEqual(idsOf([fourth, third, first]));
    expect(await history.open(first.id)).toEqual(first);
    expect(await (await history.rescueFile()).text()).toContain('"torn"');
    await history.dropDamaged();
    expect(history.state.damaged).toEqual([]);
    expect(await (await history.rescueFile()).text()).not.toContain('"torn"');
  });

  it('is found and put aside by an export, which holds all others', async () => {
    const { records, history } = await holding();
    records.of('sessions').set(second.id, { ...second, pain: [{ exercise: 'cheer', moment: 'before', value: 11 }] });
    const text = await (await history.exportFile()).text();
    expect(text).toContain('"count":3');
    expect(history.state.damaged).toMatchObject([{ id: second.id, reason: expect.stringContaining('pain.0.value') }]);
  });

  it('that the browser cannot read stays where it is, and hides no other', async () => {
    const { records, history } = await holding();
    records.state.unreadable.add(second.id);
    expect(await history.open(second.id)).toBeUndefined();
    expect(history.state.damaged).toHaveLength(1);
    expect(idsOf(await history.list())).toContain(first.id);
    records.state.unreadable.clear();
    expect(await history.open(second.id)).toEqual(second);
  });

  it('of a later version stays for that version', async () => {
    const { records, history } = await holding();
    records.of('sessions').set(second.id, { ...second, version: 4 });
    expect(await history.open(second.id)).toBeUndefined();
    expect(history.state.damaged).toMatchObject([{ id: second.id, reason: expect.stringContaining('later version') }]);
    await history.keep({ ...second, changedAt: second.changedAt + 1 });
    expect(records.of('sessions').get(second.id)).toMatchObject({ version: 4 });
  });
});

describe('a session', () => {
  it('of version 2, which was only ever a file, is read as the same session each time', async () => {
    const { version: _, id: __, endedAt: ___, changedAt: ____, utcOffset: _____, ...earlier } = first;
    const file = new Blob([JSON.stringify({ ...earlier, version: 2 })]);
    const { history } = await holding([]);
    expect((await history.bringIn(file)).entries).toMatchObject([{ id: first.id, effect: 'adds' }]);
    expect((await history.bringIn(file)).entries).toMatchObject([{ id: first.id, effect: 'same' }]);
    expect((await history.open(first.id))?.steps).toEqual(first.steps);
  });

  it('has a note, which a later record keeps from being replaced by the earlier one', async () => {
    const { history } = await holding();
    await history.setNote(first.id, '  Slept badly. ');
    expect((await history.open(first.id))?.note).toBe('Slept badly.');
    await history.keep(first);
    expect((await history.open(first.id))?.note).toBe('Slept badly.');
    await history.setNote(first.id, '');
    expect(await history.open(first.id)).not.toHaveProperty('note');
  });

  it('is deleted, and is back after undo', async () => {
    const { records, history } = await holding();
    const removed = await history.remove(second.id);
    expect(idsOf(await history.list())).not.toContain(second.id);
    expect(JSON.stringify([...records.of('sessions'), ...records.of('summaries')])).not.toContain(second.id);
    if (removed) await history.keep(removed);
    expect(await history.open(second.id)).toEqual(second);
    expect(await history.remove('none')).toBeUndefined();
  });

  it('that is not kept leaves nothing of itself on the device, and is whole again after undo', async () => {
    const written = new Map<string, string>();
    const storage = {
      getItem: (key: string) => written.get(key) ?? null,
      setItem: (key: string, text: string) => void written.set(key, text),
    };
    const ranges = createRangeStore(() => storage);
    const records = recordsInMemory();
    const { history } = historyOver(records.store, { ranges });
    const setting = {
      routine: exerciseAlone('cheer'),
      options: { ...usualOptions, range: 'personal' as const, reps: 1, sets: 1 },
      ranges,
      now: () => Date.now(),
    };
    const train = async (): Promise<KeptSession> => {
      const { guide } = guided(setting);
      await guide.run(new AbortController().signal);
      if (guide.state.is !== 'over') throw new Error('It is over.');
      const kept = keptOutcome(guide.state.outcome);
      await history.keep(kept);
      return kept;
    };
    await train();
    const own = ranges.read('cheer', 'side', 'lightning');
    expect(own?.length).toBeGreaterThan(0);
    const [{ id } = { id: '' }] = await history.list();
    const removed = await history.remove(id);
    expect(ranges.read('cheer', 'side', 'lightning')).toBeUndefined();
    const left = JSON.stringify([...written.values(), ...records.of('sessions'), ...records.of('summaries')]);
    expect(left).not.toContain(id);
    expect(left).not.toMatch(/"value":/);
    if (removed) await history.keep(removed);
    expect(ranges.read('cheer', 'side', 'lightning')).toEqual(own);
  });
});

describe('a device that refuses', () => {
  it.each([
    ['isFull', 'full'],
    ['isBlocked', 'blocked'],
  ] as const)(
    '(%s) keeps the session in memory, offers it as a file, and stores it once it can',
    async (trouble, problem) => {
      const { records, history } = await holding([first]);
      records.state[trouble] = true;
      await history.keep(second);
      expect(history.state).toMatchObject({ problem, inMemory: 1 });
      expect(idsOf(await history.list())).toContain(second.id);
      expect(await history.open(second.id)).toEqual(second);
      expect(await (await history.rescueFile()).text()).toContain(second.id);
      records.state[trouble] = false;
      await history.keep(third);
      expect(history.state).toMatchObject({ problem: undefined, inMemory: 0 });
      expect([...records.of('sessions').keys()]).toEqual(expect.arrayContaining([...idsOf([first, second, third])]));
    },
  );

  it('stops an import at the session for which there is no room, and says so', async () => {
    const { history: full } = await holding();
    const file = await full.exportFile();
    const { records, history } = await holding([]);
    records.state.isFull = true;
    const done = await history.bringIn(file);
    expect(done.refusals).toMatchObject([{ trouble: 'no-room', session: 1 }]);
    expect(done.entries).toEqual([]);
  });
});

describe('persistent storage', () => {
  it('is asked for once, after the first finished session', async () => {
    const ask = vi.fn<() => Promise<boolean>>(() => Promise.resolve(true));
    const { store } = recordsInMemory();
    const persistence = { ask, isGranted: () => Promise.resolve(true) };
    const { history } = historyOver(store, { persistence });
    await history.list();
    expect(history.state.isPersistent).toBeUndefined();
    expect(ask).not.toHaveBeenCalled();
    await history.adopt(first, []);
    await history.adopt(second, []);
    expect(ask).toHaveBeenCalledTimes(1);
    const { history: later } = historyOver(store, { persistence });
    await later.list();
    expect(later.state.isPersistent).toBe(true);
  });
});

describe('the plan', () => {
  /** A history of some sessions and a plan. */
  const planning = async (plan?: TrainingPlan, sessions: readonly KeptSession[] = [first, second]) => {
    const store = planInMemory(plan);
    const { history } = historyOver(recordsInMemory().store, { plan: store });
    for (const session of sessions) await history.keep(session);
    return { history, store };
  };
  const mine = madePlan({ doses: [{ exercise: 'butterfly', sets: 1, reps: 6, holdSeconds: 6 }], changedAt: 5 });

  it('is in the file, and is there again after it was brought in elsewhere', async () => {
    const { history } = await planning(mine);
    const file = await history.exportFile();
    const { history: elsewhere, store } = await planning(undefined, []);
    expect(await elsewhere.previewImport(file)).toMatchObject({ plan: 'adds', refused: 0 });
    expect(store.read()).toBeUndefined();
    const { entries, plan } = await elsewhere.bringIn(file);
    expect([plan, entries.length]).toEqual(['adds', 2]);
    expect(store.read()).toEqual(mine);
    const formatted = new Blob([JSON.stringify(JSON.parse(await file.text()), undefined, 2)]);
    expect(await elsewhere.bringIn(formatted)).toMatchObject({ plan: 'same', refused: 0 });
  });

  it('that is later stays, and an earlier one is replaced', async () => {
    const file = await (await planning(mine)).history.exportFile();
    for (const [changedAt, effect] of [
      [6, 'stays'],
      [4, 'replaces'],
    ] as const) {
      const { history, store } = await planning({ ...mine, time: '07:00', changedAt });
      expect((await history.bringIn(file)).plan).toBe(effect);
      expect(store.read()?.time).toBe(effect === 'stays' ? '07:00' : mine.time);
    }
  });

  it('that is damaged is refused with its place, and takes no session with it', async () => {
    const text = await (await (await planning(mine)).history.exportFile()).text();
    const torn = [
      [text.replace('"18:00"', '"18:01"'), { trouble: 'checksum', at: 'plan' }],
      [text.replace(/"plan":\{"sha256":"[^"]*"/, '"plan":{"sum":1'), { trouble: 'not-of-limber', at: 'plan' }],
    ] as const;
    for (const [damaged, refusal] of torn) {
      const { history, store } = await planning(undefined, []);
      const { entries, refusals, plan } = await history.bringIn(new Blob([damaged]));
      expect(refusals[0]).toMatchObject(refusal);
      expect([entries.length, plan, store.read()]).toEqual([2, undefined, undefined]);
    }
    // A plan that is missing is missed.
    const { history } = await planning(undefined, []);
    const missing = await history.bringIn(new Blob([text.replace('"plan":', '"plbn":')]));
    expect(missing.refusals).toMatchObject([{ trouble: 'checksum' }]);
    const wrong = { ...mine, since: '2026-02-30' };
    const invalid = await (await planning(wrong)).history.exportFile();
    expect((await history.bringIn(invalid)).refusals).toMatchObject([{ trouble: 'invalid', at: 'plan.since' }]);
  });
});

describe('an import', () => {
  it('after an export and a wipe gives the same sessions, by the checksum of the file', async () => {
    const { history } = await holding();
    const file = await history.exportFile();
    expect(history.state.exportedAt).toBe(1_800_000_000_000);
    await history.deleteAll();
    expect(await history.list()).toEqual([]);
    const done = await history.bringIn(file);
    expect(done).toMatchObject({ refused: 0, refusals: [] });
    expect(done.entries.map(({ effect }) => effect)).toEqual(made.map(() => 'adds'));
    expect(await (await history.exportFile()).text()).toBe(await file.text());
  });

  it('is shown before it is made: what it adds, replaces, finds or leaves', async () => {
    const { history: other } = await holding([
      first,
      { ...second, note: 'later', changedAt: second.changedAt + 9 },
      third,
    ]);
    await other.keep(fourth);
    const file = await other.exportFile();
    const { history } = await holding([first, second, { ...third, note: 'mine', changedAt: third.changedAt + 9 }]);
    const before = await history.list();
    const preview = await history.previewImport(file);
    expect(new Map(preview.entries.map(({ id, effect }) => [id, effect]))).toEqual(
      new Map([
        [first.id, 'same'],
        [second.id, 'replaces'],
        [third.id, 'stays'],
        [fourth.id, 'adds'],
      ]),
    );
    expect(await history.list()).toEqual(before);
    await history.bringIn(file);
    expect((await history.open(second.id))?.note).toBe('later');
    expect((await history.open(third.id))?.note).toBe('mine');
    expect(await history.open(fourth.id)).toEqual(fourth);
  });

  it('of an empty history changes nothing in a full one', async () => {
    const { history: empty } = await holding([]);
    const { history } = await holding();
    const done = await history.bringIn(await empty.exportFile());
    expect(done).toEqual({ entries: [], refusals: [], refused: 0 });
    expect(await history.list()).toHaveLength(made.length);
  });

  it('reads a file that an editor has formatted, or given other line ends', async () => {
    const { history } = await holding();
    const text = await (await history.exportFile()).text();
    for (const other of [JSON.stringify(JSON.parse(text), undefined, 2), text.replaceAll('\n', '\r\n')]) {
      const { history: empty } = await holding([]);
      expect(await empty.bringIn(new Blob([other]))).toMatchObject({ refused: 0 });
      expect(idsOf(await empty.list())).toEqual(idsOf(await history.list()));
    }
  });

  it('names the place and the reason of what it refuses', async () => {
    const { history } = await holding();
    const text = await (await history.exportFile()).text();
    const refusalsOf = async (changed: string) => (await history.previewImport(new Blob([changed]))).refusals;
    expect(await refusalsOf(text.replace('"why":"completed"', '"why":"complated"'))).toMatchObject([
      { trouble: 'checksum', session: expect.any(Number) },
    ]);
    expect(await refusalsOf(text.slice(0, -40))).toMatchObject([{ trouble: 'cut-off', session: undefined }]);
    expect(await refusalsOf(text.replace('"version":1', '"version":2'))).toMatchObject([
      { trouble: 'newer', at: 'version' },
    ]);
    expect(await refusalsOf(JSON.stringify({ ...first, why: 'bored' }))).toMatchObject([
      { trouble: 'invalid', at: 'why' },
    ]);
    expect(await refusalsOf('a,b\r\n')).toMatchObject([{ trouble: 'not-json' }]);
    expect(await refusalsOf('{"a":1}')).toMatchObject([{ trouble: 'not-of-limber' }]);
    const twice = text
      .split('\n')
      .toSpliced(2, 0, text.split('\n')[1] ?? '')
      .join('\n');
    expect(await refusalsOf(twice)).toMatchObject([{ trouble: 'twice', session: 2 }, { trouble: 'cut-off' }]);
  });

  it('can be cancelled', async () => {
    const { history } = await holding();
    const file = await history.exportFile();
    const reason = new Error('enough');
    await expect(history.bringIn(file, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('the table', () => {
  it('has a row for each exercise, and no text that a spreadsheet would run', async () => {
    const notes = ['=1+1', '+1', '-1', '@a', '\t=1', ' =1', '\uFF1D1', 'a "b", c\nd'];
    const sessions = notes.map((note, index) => ({ ...first, id: `${index}`, startedAt: index, note }));
    const { history } = await holding(sessions);
    // Reading a blob as text drops the byte order mark.
    const text = await (await history.exportTable()).text();
    const cells = text.split('\r\n')[0]?.split(',') ?? [];
    expect(cells.slice(0, 3)).toEqual(['session', 'started', 'ended']);
    expect(text.match(/\r\n/g)).toHaveLength(1 + notes.length * first.steps.length);
    for (const note of notes.slice(0, -1)) expect(text).toContain(`,"'${note}"\r\n`);
    expect(text).toContain(',"a ""b"", c\nd"\r\n');
    expect(text).not.toMatch(/(^|,|\n)"?[\s]*[=+@]/);
  });
});
