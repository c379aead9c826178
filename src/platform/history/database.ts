import { deleteDB, openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type {
  FoundRecord,
  RecordChange,
  RecordGuard,
  RecordStore,
  RecordStoreName,
  RecordStoreProblem,
} from '../../ports/record-store.ts';
import { migrations as allMigrations, type MigratedDatabase, type Migration } from './migrations.ts';

/** The name of the database. */
export const databaseName = 'limber';

/** The dependencies of a database; they default to the app's own. */
export interface DatabaseSetting {
  readonly name?: string;
  readonly migrations?: readonly Migration[];
}

/** An open database, and why it cannot be written. */
interface Opened {
  readonly database: IDBPDatabase;
  readonly problem: RecordStoreProblem | undefined;
}

/** What a migration may do, within the transaction that the new version is made in. */
const migrated = (
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): MigratedDatabase => ({
  createStore: (name) => void database.createObjectStore(name),
  async convertAll(store, convert) {
    for (let at = await transaction.objectStore(store).openCursor(); at; at = await at.continue())
      await at.update(convert(at.value));
  },
});

/** A key of a record; every key is a text. */
const textOf = (key: IDBValidKey): string => (typeof key === 'string' ? key : JSON.stringify(key));

const nameOf = (thrown: unknown): string =>
  thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';

/** Whether the browser has closed the connection, as when a telephone puts the page to sleep. */
const isClosed = (thrown: unknown): boolean => nameOf(thrown) === 'InvalidStateError';

/** Whether it may work with a new connection: WebKit reports a lost one as unknown. */
const isLost = (thrown: unknown): boolean => isClosed(thrown) || nameOf(thrown) === 'UnknownError';

/**
 * The database of the user's records, in IndexedDB. It is opened with the first use, and again where the browser has
 * closed it. Another tab that needs a newer version gets it at once: this one closes its connection.
 */
export const openRecordStore = ({
  name = databaseName,
  migrations = allMigrations,
}: DatabaseSetting = {}): RecordStore & { readonly close: () => void } => {
  let opened: Opened | undefined;
  let opening: Promise<Opened> | undefined;
  let problem: RecordStoreProblem | undefined;

  const release = (): void => {
    opened?.database.close();
    opened = opening = undefined;
  };

  /** Opens the version that is there, for reading only. */
  const openAsIs = async (why: RecordStoreProblem): Promise<Opened> => ({
    database: await openDB(name, undefined, { blocking: release, terminated: release }),
    problem: why,
  });

  const openNewest = async (): Promise<Opened> => {
    let failure: unknown;
    try {
      const database = await openDB(name, migrations.length, {
        async upgrade(made, from, _, transaction) {
          try {
            for (const migrate of migrations.slice(from)) await migrate(migrated(made, transaction));
          } catch (thrown) {
            failure = thrown;
            transaction.done.catch(() => undefined);
            transaction.abort();
          }
        },
        blocking: release,
        terminated: release,
      });
      return { database, problem: undefined };
    } catch (thrown) {
      if (nameOf(thrown) === 'VersionError') return openAsIs('newer');
      if (failure === undefined) throw thrown;
      console.error(failure);
      return openAsIs('migration-failed');
    }
  };

  const open = (): Promise<Opened> => {
    opening ??= openNewest().then(
      (now) => {
        problem = now.problem;
        opened = now;
        return now;
      },
      (thrown: unknown) => {
        problem = 'blocked';
        opening = undefined;
        throw thrown;
      },
    );
    return opening;
  };

  /** Uses the database, at once if it is open; once more if the browser has closed it meanwhile. */
  const use = async <T>(how: (from: Opened) => Promise<T>): Promise<T> => {
    try {
      return await how(opened ?? (await open()));
    } catch (thrown) {
      if (!isLost(thrown)) throw thrown;
      release();
      return how(await open());
    }
  };

  const readable = ({ database }: Opened, store: RecordStoreName): boolean => database.objectStoreNames.contains(store);

  const find = async (from: Opened, store: RecordStoreName, key: string): Promise<FoundRecord> => {
    if (!readable(from, store)) return { key, value: undefined };
    try {
      return { key, value: await from.database.get(store, key) };
    } catch (error) {
      if (isClosed(error)) throw error;
      return { key, error };
    }
  };

  const keys = async (from: Opened, store: RecordStoreName): Promise<readonly string[]> =>
    readable(from, store) ? (await from.database.getAllKeys(store)).map(textOf) : [];

  const findAll = async (from: Opened, store: RecordStoreName): Promise<readonly FoundRecord[]> => {
    if (!readable(from, store)) return [];
    const transaction = from.database.transaction(store);
    try {
      const [found, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
      return found.map((key, index) => ({ key: textOf(key), value: values[index] as unknown }));
    } catch (thrown) {
      if (isClosed(thrown)) throw thrown;
      // One value that cannot be read fails the reading of all.
      return Promise.all((await keys(from, store)).map((key) => find(from, store, key)));
    }
  };

  const write = async (
    { database, problem: forbids }: Opened,
    changes: readonly RecordChange[],
    guard: RecordGuard | undefined,
  ): Promise<boolean> => {
    if (forbids) throw new DOMException(`Nothing is written: ${forbids}.`, 'ReadOnlyError');
    const stores = new Set([...changes.map((change) => change.in), ...(guard ? [guard.in] : [])]);
    const transaction = database.transaction([...stores], 'readwrite');
    // Its rejection is awaited below, or replaced by that of a request.
    transaction.done.catch(() => undefined);
    if (guard) {
      const present: unknown = await transaction.objectStore(guard.in).get(guard.key);
      if (!guard.allows(present)) return false;
    }
    try {
      for (const change of changes) {
        const store = transaction.objectStore(change.in);
        const request = 'put' in change ? store.put(change.put, change.key) : store.delete(change.key);
        request.catch(() => undefined);
      }
    } catch (thrown) {
      // A value that cannot be stored; the changes before it must not be made alone.
      transaction.abort();
      throw thrown;
    }
    // Without waiting for the results, so that the page may be killed from here on.
    transaction.commit();
    await transaction.done;
    return true;
  };

  const clear = async ({ database }: Opened): Promise<void> => {
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names, 'readwrite');
    await Promise.all([...names.map((store) => transaction.objectStore(store).clear()), transaction.done]);
  };

  return {
    get problem() {
      return problem;
    },
    keys: (store) => use((from) => keys(from, store)),
    find: (store, key) => use((from) => find(from, store, key)),
    findAll: (store) => use((from) => findAll(from, store)),
    write: (changes, guard) => use((from) => write(from, changes, guard)),
    async clear() {
      await use(clear);
      release();
      await deleteDB(name);
    },
    close: release,
  };
};
