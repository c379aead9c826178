import * as fake from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openRecordStore } from '../../../src/platform/history/database.ts';
import { migrations, type Migration } from '../../../src/platform/history/migrations.ts';
import type { FoundRecord } from '../../../src/ports/record-store.ts';

beforeEach(() => {
  const { IDBFactory, ...others } = fake;
  for (const [name, value] of Object.entries(others)) if (name.startsWith('IDB')) vi.stubGlobal(name, value);
  vi.stubGlobal('IDBFactory', IDBFactory);
  vi.stubGlobal('indexedDB', new IDBFactory());
});

const put = (key: string, value: unknown) => ({ in: 'sessions', key, put: value }) as const;
const valueOf = (found: FoundRecord): unknown => ('value' in found ? found.value : found.error);

/** A later version of the app, whose records say so. */
const later: Migration = async (database) => {
  database.createStore('later');
  await database.convertAll('sessions', (value) => ({ later: value }));
};

describe('the records of a device', () => {
  it('are all made or none', async () => {
    const store = openRecordStore();
    await store.write([put('a', 1)]);
    const torn = [put('b', 2), put('c', () => 'no record')];
    await expect(store.write(torn)).rejects.toThrow(/clone/i);
    expect(await store.keys('sessions')).toEqual(['a']);
    expect(valueOf(await store.find('sessions', 'b'))).toBeUndefined();
  });

  it('are written in the order of the calls, and begun at once where the database is open', async () => {
    const store = openRecordStore();
    await store.keys('sessions');
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const writes = [1, 2, 3].map((value) => store.write([put('a', value)]));
    expect(transaction).toHaveBeenCalledTimes(3);
    await Promise.all(writes);
    expect(valueOf(await store.find('sessions', 'a'))).toBe(3);
  });

  it('are written only where the guard allows it', async () => {
    const store = openRecordStore();
    await store.write([put('a', 2)]);
    const guarded = (value: number) =>
      store.write([put('a', value)], { in: 'sessions', key: 'a', allows: (present) => Number(present) < value });
    expect(await guarded(1)).toBe(false);
    expect(await guarded(3)).toBe(true);
    expect(valueOf(await store.find('sessions', 'a'))).toBe(3);
  });

  it('of two tabs are all kept', async () => {
    const [one, other] = [openRecordStore(), openRecordStore()];
    const keys = Array.from({ length: 40 }, (_, index) => `${index}`.padStart(2, '0'));
    await Promise.all(keys.map((key, index) => (index % 2 === 0 ? one : other).write([put(key, key)])));
    expect(await one.keys('sessions')).toEqual(keys);
    expect(await other.findAll('sessions')).toEqual(keys.map((key) => ({ key, value: key })));
  });

  it('are written again after the browser has closed the connection', async () => {
    const store = openRecordStore();
    await store.write([put('a', 1)]);
    // oxlint-disable-next-line unbound-method -- applied to its own object below
    const { transaction } = IDBDatabase.prototype;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(function (this: IDBDatabase, ...parts) {
      this.close();
      return transaction.apply(this, parts);
    });
    await store.write([put('b', 2)]);
    expect(await store.keys('sessions')).toEqual(['a', 'b']);
  });

  it('are all read but one where the browser cannot read that', async () => {
    const store = openRecordStore();
    await store.write([put('a', 1), put('b', 2), put('c', 3)]);
    // oxlint-disable-next-line unbound-method -- applied to its own object below
    const { get } = IDBObjectStore.prototype;
    const lost = (): never => {
      throw new DOMException('lost', 'DataError');
    };
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(lost);
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      return key === 'b' ? lost() : get.call(this, key);
    });
    const found = await store.findAll('sessions');
    expect(found.map((one) => ('error' in one ? 'lost' : one.value))).toEqual([1, 'lost', 3]);
    vi.restoreAllMocks();
  });

  it('are gone, with the database, once all are deleted', async () => {
    const store = openRecordStore();
    await store.write([put('a', 1)]);
    const other = openRecordStore();
    await other.keys('sessions');
    await store.clear();
    expect(await indexedDB.databases()).toEqual([]);
    expect(await other.keys('sessions')).toEqual([]);
  });
});

describe('a new version of the database', () => {
  it('converts the records of the last one', async () => {
    await openRecordStore().write([put('a', 1), put('b', 2)]);
    const store = openRecordStore({ migrations: [...migrations, later] });
    expect(await store.findAll('sessions')).toEqual([
      { key: 'a', value: { later: 1 } },
      { key: 'b', value: { later: 2 } },
    ]);
    expect(store.problem).toBeUndefined();
  });

  it('with recordings leaves the sessions of the version before as they are', async () => {
    const asBefore: Migration = (database) => {
      for (const name of ['sessions', 'summaries', 'unfinished', 'damaged', 'about']) database.createStore(name);
    };
    await openRecordStore({ migrations: [asBefore] }).write([put('a', 1), put('b', 2)]);
    const store = openRecordStore();
    expect(await store.findAll('sessions')).toEqual([
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
    ]);
    expect(store.problem).toBeUndefined();
    const file = new Uint8Array([31, 139, 8]);
    await store.write([
      { in: 'recordings', key: 'c', put: { id: 'c' } },
      { in: 'recording-files', key: 'c', put: file },
    ]);
    expect(await store.findAll('recording-files')).toEqual([{ key: 'c', value: file }]);
  });

  it('that fails leaves every record as it was, readable, and says so', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await openRecordStore().write([put('a', 1), put('b', 2)]);
    const failing: Migration = async (database) => {
      await later(database);
      throw new Error('not this time');
    };
    const store = openRecordStore({ migrations: [...migrations, failing] });
    expect(await store.findAll('sessions')).toEqual([
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
    ]);
    expect(store.problem).toBe('migration-failed');
    await expect(store.write([put('c', 3)])).rejects.toThrow('migration-failed');
    expect(errors).toHaveBeenCalledTimes(1);
    errors.mockRestore();
    store.close();
    const again = openRecordStore({ migrations: [...migrations, later] });
    expect(await again.keys('sessions')).toEqual(['a', 'b']);
    expect(again.problem).toBeUndefined();
  });

  it('gets the database at once, although the last one is open in another tab, which then only reads', async () => {
    const old = openRecordStore();
    await old.write([put('a', 1)]);
    const newer = openRecordStore({ migrations: [...migrations, later] });
    await newer.write([put('b', 2)]);
    expect(await old.keys('sessions')).toEqual(['a', 'b']);
    expect(old.problem).toBe('newer');
    await expect(old.write([put('c', 3)])).rejects.toThrow('newer');
  });
});

it('a browser without storage is a problem that is named', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('private', 'SecurityError');
    },
  });
  const store = openRecordStore();
  await expect(store.keys('sessions')).rejects.toThrow('private');
  expect(store.problem).toBe('blocked');
});
