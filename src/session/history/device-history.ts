import * as v from 'valibot';
import type { TrainingPlanStore } from '../planning/training-plan.ts';
import type { RecordChange, RecordStore } from '../../ports/record-store.ts';
import { Stream, type Listenable } from '../../async/stream.ts';
import { longestNote, type KeptSession } from '../record/kept-session.ts';
import { readFile } from './bring-in.ts';
import type { History, HistoryState, KeepingProblem, LongOptions } from './history.ts';
import type { ImportPreview } from './import-preview.ts';
import { isFull } from './is-full.ts';
import { changesOf, KeptRecords, mayReplace } from './kept-records.ts';
import { listedSession, type ListedSession } from './listed-session.ts';
import { sessionsFile, type Sha256 } from './sessions-file.ts';
import { sessionsTable } from './sessions-table.ts';

/** What the history needs of the device. */
export interface HistorySetting {
  readonly store: RecordStore;
  readonly sha256: Sha256;
  /** Ms since 1970. */
  readonly now: () => number;
  /** Asks the browser to keep the data (`ask`), or whether it does; `undefined` if it cannot say. */
  readonly persistence: {
    ask(): Promise<boolean | undefined>;
    isGranted(): Promise<boolean | undefined>;
  };
  /** The training plan, which the file of all sessions contains as well. */
  readonly plan: TrainingPlanStore;
  /** The user's own ranges. */
  readonly ranges: {
    /** Deletes those that a session showed; the returned function brings them back. */
    forget(session: string): () => void;
  };
  /** Deletes what is stored on this device outside of the records: settings, consent, own routines and ranges. */
  readonly forgetChoices: () => void;
  /** Tells other tabs of a change, and publishes theirs. */
  readonly otherTabs: { announce(): void; readonly changes: Listenable<void> };
}

/** The history over the records of this device. */
export class DeviceHistory implements History {
  readonly #setting: HistorySetting;
  readonly #records: KeptRecords;
  readonly #changes = new Stream<void>();
  /** The sessions that could not be stored. */
  readonly #memory = new Map<string, KeptSession>();
  /** For each deleted session, what brings its ranges back. */
  readonly #rangesBack = new Map<string, () => void>();
  #problem: KeepingProblem | undefined;
  #isPersistent: boolean | undefined;
  #exportedAt: number | undefined;

  constructor(setting: HistorySetting) {
    this.#setting = setting;
    this.#records = new KeptRecords(setting.store, setting.now);
    setting.otherTabs.changes.listen(() => this.#changes.publish());
  }

  get state(): HistoryState {
    return {
      problem: this.#problem ?? this.#setting.store.problem,
      inMemory: this.#memory.size,
      damaged: this.#records.damaged,
      isPersistent: this.#isPersistent,
      hasPlan: this.#setting.plan.read() !== undefined,
      exportedAt: this.#exportedAt,
    };
  }

  get changes(): Listenable<void> {
    return this.#changes;
  }

  async list(): Promise<readonly ListedSession[]> {
    const stored = await this.#read(async () => {
      const [rows] = await Promise.all([this.#records.list(), this.#readState()]);
      return rows;
    });
    const others = (stored ?? []).filter(({ id }) => !this.#memory.has(id));
    const all = [...others, ...[...this.#memory.values()].map(listedSession)];
    return all.toSorted((one, other) => other.startedAt - one.startedAt || (one.id < other.id ? 1 : -1));
  }

  async open(id: string): Promise<KeptSession | undefined> {
    const inMemory = this.#memory.get(id);
    if (inMemory) return inMemory;
    const before = this.#records.damaged.length;
    const session = await this.#read(() => this.#records.open(id));
    if (this.#records.damaged.length > before) this.#changed();
    return session;
  }

  async keep(session: KeptSession): Promise<void> {
    await this.#keep(session, [], true);
    this.#rangesBack.get(session.id)?.();
    this.#rangesBack.delete(session.id);
  }

  /**
   * Keeps a session that has ended and makes other changes, such as of its progress, all or none; resolves to false if
   * the session is in memory only.
   */
  async adopt(session: KeptSession, besides: readonly RecordChange[]): Promise<boolean> {
    // What was left of a session must not replace the whole of it.
    const isKept = await this.#keep(session, besides, session.why === 'left');
    if (isKept) await this.#askToPersist();
    return isKept;
  }

  async setNote(id: string, note: string): Promise<void> {
    const session = await this.open(id);
    if (!session) return;
    const { note: _, ...without } = session;
    const text = note.trim().slice(0, longestNote);
    const changedAt = Math.max(this.#setting.now(), session.changedAt + 1);
    await this.keep({ ...without, ...(text === '' ? {} : { note: text }), changedAt });
  }

  async remove(id: string): Promise<KeptSession | undefined> {
    const session = await this.open(id);
    const wasInMemory = this.#memory.delete(id);
    if (!session) return undefined;
    const deleted: readonly RecordChange[] = [
      { in: 'sessions', key: id, isDeleted: true },
      { in: 'summaries', key: id, isDeleted: true },
    ];
    const isDeleted = await this.#read(() => this.#setting.store.write(deleted));
    if (isDeleted || wasInMemory) this.#rangesBack.set(id, this.#setting.ranges.forget(id));
    this.#changed();
    return isDeleted || wasInMemory ? session : undefined;
  }

  async exportFile(options: LongOptions = {}): Promise<Blob> {
    const createdAt = this.#setting.now();
    const pieces: Blob[] = [];
    const { plan, sha256 } = this.#setting;
    for await (const piece of sessionsFile(plan.read(), this.#all(options), createdAt, sha256))
      // A blob may lie on the disk; its text need not stay in memory.
      pieces.push(new Blob([piece]));
    this.#exportedAt = createdAt;
    await this.#read(() => this.#records.noteAbout({ exportedAt: createdAt }));
    this.#changed();
    return new Blob(pieces, { type: 'application/json' });
  }

  async exportTable(): Promise<Blob> {
    return new Blob([sessionsTable(await this.list())], { type: 'text/csv;charset=utf-8' });
  }

  async rescueFile(): Promise<Blob> {
    const damaged = (await this.#read(() => this.#records.rescued())) ?? [];
    const sessions = [...this.#memory.values()];
    const rescued = { format: 'limber-rescue', version: 1, createdAt: this.#setting.now(), sessions, damaged };
    return new Blob([JSON.stringify(rescued)], { type: 'application/json' });
  }

  async dropDamaged(): Promise<void> {
    await this.#read(() => this.#records.dropDamaged());
    this.#changed();
  }

  async previewImport(file: Blob, options: LongOptions = {}): Promise<ImportPreview> {
    const { sha256, plan } = this.#setting;
    return readFile(file, { sha256, plan, present: (id) => this.#present(id), ...options });
  }

  async bringIn(file: Blob, options: LongOptions = {}): Promise<ImportPreview> {
    const { sha256, store, plan } = this.#setting;
    const bring = async (session: KeptSession): Promise<boolean> => {
      try {
        const guard = {
          in: 'sessions',
          key: session.id,
          allows: (found: unknown) => mayReplace(found, session),
        } as const;
        await store.write(changesOf(session), guard);
        this.#memory.delete(session.id);
        return true;
      } catch {
        return false;
      }
    };
    const done = await readFile(file, { sha256, plan, present: (id) => this.#present(id), bring, ...options });
    this.#changed();
    return done;
  }

  async deleteAll(): Promise<void> {
    this.#memory.clear();
    this.#exportedAt = undefined;
    this.#setting.forgetChoices();
    await this.#read(async () => {
      await this.#setting.store.clear();
      this.#records.forget();
    });
    this.#changed();
  }

  /** The record of an id as it is, in memory or in the store; `undefined` if there is none. */
  async #present(id: string): Promise<unknown> {
    const inMemory = this.#memory.get(id);
    if (inMemory) return inMemory;
    const found = await this.#read(() => this.#setting.store.find('sessions', id));
    return found && 'value' in found ? found.value : undefined;
  }

  /** All sessions, those in memory last. */
  async *#all({ onProgress, signal }: LongOptions): AsyncGenerator<KeptSession> {
    const ids = (await this.#read(() => this.#records.ids())) ?? [];
    const stored = ids.filter((id) => !this.#memory.has(id));
    for (const [index, id] of stored.entries()) {
      signal?.throwIfAborted();
      const session = await this.open(id);
      if (session) yield session;
      onProgress?.((index + 1) / stored.length);
    }
    yield* this.#memory.values();
  }

  /** Keeps a session on the device or, where that fails, in memory; resolves to whether it is on the device. */
  async #keep(session: KeptSession, besides: readonly RecordChange[], isGuarded: boolean): Promise<boolean> {
    try {
      const changes = [...changesOf(session), ...besides];
      const guard = {
        in: 'sessions',
        key: session.id,
        allows: (found: unknown) => mayReplace(found, session),
      } as const;
      const isWritten = await this.#setting.store.write(changes, isGuarded ? guard : undefined);
      if (!isWritten && besides.length > 0) await this.#setting.store.write(besides);
      if (!this.#isLaterInMemory(session)) this.#memory.delete(session.id);
      this.#problem = undefined;
      await this.#keepMemory();
      return true;
    } catch (thrown) {
      if (v.isValiError(thrown)) return await this.#keepInvalid(session, thrown.message);
      if (!this.#isLaterInMemory(session)) this.#memory.set(session.id, session);
      this.#problem = isFull(thrown) ? 'full' : (this.#setting.store.problem ?? 'blocked');
      return false;
    } finally {
      this.#changed();
    }
  }

  #isLaterInMemory(session: KeptSession): boolean {
    const inMemory = this.#memory.get(session.id);
    return inMemory !== undefined && inMemory !== session && !mayReplace(inMemory, session);
  }

  /** A record that would not be read again is not kept as a session; it is put aside. */
  async #keepInvalid(session: KeptSession, reason: string): Promise<boolean> {
    return (await this.#read(() => this.#records.keepInvalid(session.id, session, reason))) !== undefined;
  }

  /** Stores what could not be stored before. */
  async #keepMemory(): Promise<void> {
    for (const session of this.#memory.values()) {
      const allows = (found: unknown): boolean => mayReplace(found, session);
      await this.#setting.store.write(changesOf(session), { in: 'sessions', key: session.id, allows });
      this.#memory.delete(session.id);
    }
  }

  async #readState(): Promise<void> {
    const [about] = await Promise.all([this.#records.about(), this.#records.readDamaged()]);
    this.#exportedAt = about.exportedAt;
    this.#isPersistent = about.hasAsked ? await this.#setting.persistence.isGranted() : undefined;
  }

  /** Asks once, after the first session. */
  async #askToPersist(): Promise<void> {
    await this.#read(async () => {
      if ((await this.#records.about()).hasAsked) return;
      await this.#records.noteAbout({ hasAsked: true });
      this.#isPersistent = await this.#setting.persistence.ask();
      this.#changed();
    });
  }

  /** Uses the store; `undefined` where it fails, which the state then says. */
  async #read<T>(use: () => Promise<T>): Promise<T | undefined> {
    try {
      return await use();
    } catch (thrown) {
      this.#problem = isFull(thrown) ? 'full' : (this.#setting.store.problem ?? 'blocked');
      return undefined;
    }
  }

  #changed(): void {
    this.#setting.otherTabs.announce();
    this.#changes.publish();
  }
}
