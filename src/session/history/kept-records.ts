import * as v from 'valibot';
import type { FoundRecord, RecordChange, RecordStore } from '../../ports/record-store.ts';
import { keptSessionSchema, type KeptSession } from '../record/kept-session.ts';
import type { DamagedRecord } from './history.ts';
import { listedSession, listedSessionSchema, type ListedSession } from './listed-session.ts';
import { readKept } from './read-kept.ts';

/** The schema of a record that was put aside, with what was found. */
const damagedSchema = v.object({
  id: v.string(),
  at: v.number(),
  reason: v.string(),
  record: v.unknown(),
});

/** A record that was put aside, with what was found. */
type Damaged = v.InferOutput<typeof damagedSchema>;

/** The schema of a row of the list as it is stored: the JSON of a listed session. */
const storedRowSchema = v.pipe(v.string(), v.parseJson(), listedSessionSchema);

/** The schema of what is known about the store itself. */
const aboutSchema = v.object({
  /** Ms since 1970. */
  exportedAt: v.exactOptional(v.number()),
  /** Whether the browser was asked to keep the data. */
  hasAsked: v.exactOptional(v.boolean()),
});

type About = v.InferOutput<typeof aboutSchema>;

/**
 * The row of a session as it is stored: text, since a browser parses a thousand rows of text in a tenth of the time in which it
 * copies them as objects out of the database (25 ms against 290 ms, V8). Throws if the row is invalid.
 */
const rowOf = (session: KeptSession): string => JSON.stringify(v.parse(listedSessionSchema, listedSession(session)));

/** The changes that keep a session: its record and its row; throws if it is invalid. */
export const changesOf = (session: KeptSession): readonly RecordChange[] => {
  const put = v.parse(keptSessionSchema, session);
  return [
    { in: 'sessions', key: put.id, put },
    { in: 'summaries', key: put.id, put: rowOf(put) },
  ];
};

/**
 * Whether a session may replace the record that is there: it is later, that one cannot be read, or that one is only what
 * was left of the session.
 */
export const mayReplace = (present: unknown, session: KeptSession): boolean => {
  if (present === undefined) return true;
  const read = readKept(present);
  if (!('kept' in read)) return read.trouble !== 'newer';
  // By its end, not by the clock, which may have been set back.
  const [wasLeft, isLeft] = [read.kept.why === 'left', session.why === 'left'];
  return wasLeft === isLeft ? read.kept.changedAt < session.changedAt : wasLeft;
};

/**
 * The records of the history in the store: each is validated when it is read, and one that is damaged is put aside, so
 * that it hides no other.
 */
export class KeptRecords {
  readonly #store: RecordStore;
  readonly #now: () => number;
  readonly #damaged = new Map<string, DamagedRecord>();
  /** The ids of those that stay in their place. */
  readonly #inPlace = new Set<string>();

  constructor(store: RecordStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  /** The records that were put aside, or are damaged and could not be. */
  get damaged(): readonly DamagedRecord[] {
    return [...this.#damaged.values()];
  }

  /** Reads which records were put aside, here or in another tab. */
  async readDamaged(): Promise<void> {
    const aside = await this.#putAside();
    const inPlace = [...this.#damaged.values()].filter(({ id }) => this.#inPlace.has(id));
    this.#damaged.clear();
    for (const { id, at, reason } of [...aside, ...inPlace]) this.#damaged.set(id, { id, at, reason });
  }

  /** The row of every session; rows that are missing or not valid are made again from their sessions. */
  async list(): Promise<readonly ListedSession[]> {
    const [rows, ids] = await Promise.all([this.#store.findAll('summaries'), this.#store.keys('sessions')]);
    const valid = new Map(rows.flatMap((row) => rowIn(row) ?? []).map((row) => [row.id, row]));
    const listed: ListedSession[] = [];
    for (const id of ids) {
      const row = valid.get(id) ?? (await this.#listAgain(id));
      if (row) listed.push(row);
    }
    return listed;
  }

  async #listAgain(id: string): Promise<ListedSession | undefined> {
    const session = await this.open(id);
    if (!session) return undefined;
    // Where it cannot be written it is made again the next time.
    await this.#store.write([{ in: 'summaries', key: id, put: rowOf(session) }]).catch(() => false);
    return listedSession(session);
  }

  /** The ids of all sessions. */
  ids(): Promise<readonly string[]> {
    return this.#store.keys('sessions');
  }

  /** Forgets the damaged records, once the store is deleted; reading it would make an empty one. */
  forget(): void {
    this.#damaged.clear();
    this.#inPlace.clear();
  }

  /** A session; `undefined` if there is none or it is damaged. */
  async open(id: string): Promise<KeptSession | undefined> {
    const found = await this.#store.find('sessions', id);
    if ('error' in found) {
      // The browser cannot read it now and perhaps later, so it stays.
      this.#damaged.set(id, { id, at: this.#now(), reason: String(found.error) });
      this.#inPlace.add(id);
      return undefined;
    }
    if (found.value === undefined) return undefined;
    const read = readKept(found.value);
    if ('kept' in read && read.kept.id === id) {
      if (this.#inPlace.delete(id)) this.#damaged.delete(id);
      return read.kept;
    }
    const [at, reason] = 'kept' in read ? ['id', 'It has the id of another session.'] : [read.at, read.reason];
    const isLater = !('kept' in read) && read.trouble === 'newer';
    await this.#note(
      { id, at: this.#now(), reason: at === '' ? reason : `${at}: ${reason}`, record: found.value },
      isLater,
    );
    return undefined;
  }

  /** Puts a damaged record aside; one of a later version stays where that version will look for it. */
  async #note(damaged: Damaged, stays: boolean): Promise<void> {
    const { id, at, reason } = damaged;
    this.#damaged.set(id, { id, at, reason });
    if (stays) {
      this.#inPlace.add(id);
      return;
    }
    const moved: readonly RecordChange[] = [
      { in: 'damaged', key: id, put: damaged },
      { in: 'sessions', key: id, isDeleted: true },
      { in: 'summaries', key: id, isDeleted: true },
    ];
    const isSame = (present: unknown): boolean => !('kept' in readKept(present));
    await this.#store.write(moved, { in: 'sessions', key: id, allows: isSame }).catch(() => false);
  }

  /** Keeps something that is no valid session, for the rescue file. */
  async keepInvalid(id: string, record: unknown, reason: string): Promise<boolean> {
    const damaged: Damaged = { id, at: this.#now(), reason, record };
    this.#damaged.set(id, { id, at: damaged.at, reason });
    return this.#store.write([{ in: 'damaged', key: id, put: damaged }]);
  }

  /** The records that were put aside. */
  async #putAside(): Promise<readonly Damaged[]> {
    const found = await this.#store.findAll('damaged');
    return found.map((one): Damaged => {
      const value = 'value' in one ? one.value : undefined;
      if (v.is(damagedSchema, value)) return value;
      return { id: one.key, at: this.#now(), reason: 'It cannot be read.', record: value };
    });
  }

  /** All damaged records, also those that are still in their place. */
  async rescued(): Promise<readonly Damaged[]> {
    const aside = await this.#putAside();
    const inPlace = this.damaged.filter(({ id }) => aside.every((one) => one.id !== id));
    const records = await Promise.all(inPlace.map(({ id }) => this.#store.find('sessions', id)));
    return [
      ...aside,
      ...inPlace.map((one, index) => {
        const record = records[index];
        return { ...one, record: record && 'value' in record ? record.value : undefined };
      }),
    ];
  }

  /** Deletes the records that were put aside. */
  async dropDamaged(): Promise<void> {
    const keys = await this.#store.keys('damaged');
    await this.#store.write(keys.map((key) => ({ in: 'damaged', key, isDeleted: true }) as const));
    await this.readDamaged();
  }

  async about(): Promise<About> {
    const found = await this.#store.find('about', 'history');
    return 'value' in found && v.is(aboutSchema, found.value) ? found.value : {};
  }

  async noteAbout(change: About): Promise<void> {
    await this.#store.write([{ in: 'about', key: 'history', put: { ...(await this.about()), ...change } }]);
  }
}

/** A row of the list; `undefined` if it is damaged, or as an earlier version wrote it. */
const rowIn = (found: FoundRecord): ListedSession | undefined => {
  const result = v.safeParse(storedRowSchema, 'value' in found ? found.value : undefined);
  return result.success && result.output.id === found.key ? result.output : undefined;
};
