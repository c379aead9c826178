import * as v from 'valibot';
import { views } from '../../engine/pose/view.ts';
import type { RecordChange, RecordStore } from '../../ports/record-store.ts';
import { Stream, type Listenable } from '../../async/stream.ts';
import { sourceKinds } from '../ports.ts';
import { durationOf, readMovement, type MadeMovement, type Movement } from '../record/movement.ts';
import type { KeepingProblem } from './history.ts';
import { isFull } from './is-full.ts';
import type { ListedRecording, ReadRecording, RecordingRefusal, Recordings, RemovedRecording } from './recordings.ts';

/**
 * The largest recording that is read, bytes of its file and characters of its text: twice an hour at thirty frames a
 * second, which takes 39 MB as text and 10 MB packed.
 */
export const largestRecording = 80_000_000;

/** Packs texts with gzip. */
export interface Packing {
  pack(text: string): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * The text of a file, packed or not; `too-large` where it is longer than `longest` characters, `cut-off` where it
   * cannot be unpacked.
   */
  unpack(file: Blob, longest: number): Promise<{ readonly text: string } | 'too-large' | 'cut-off'>;
}

/** What the recordings need of the device. */
export interface RecordingsSetting {
  readonly store: RecordStore;
  readonly packing: Packing;
  /** Ms since 1970. */
  readonly now: () => number;
  /** Tells other tabs of a change, and publishes theirs. */
  readonly otherTabs: { announce(): void; readonly changes: Listenable<void> };
}

/** The schema of a row of the list: version 1. */
const rowSchema = v.object({
  version: v.literal(1),
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  exercise: v.string(),
  view: v.picklist(views),
  source: v.picklist(sourceKinds),
  at: v.number(),
  durationMs: v.pipe(v.number(), v.finite()),
  bytes: v.number(),
});

type Row = v.InferOutput<typeof rowSchema>;

const bytesSchema = v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

const kindOfFile = 'application/gzip';

const rowOf = ({ made, frames, ...recording }: MadeMovement, bytes: number): Row => ({
  version: 1,
  id: `${made.at}-${made.exercise}`,
  exercise: made.exercise,
  view: made.view,
  source: made.source,
  at: made.at,
  durationMs: durationOf({ ...recording, frames }),
  bytes,
});

const listed = (row: Row, isInMemory: boolean): ListedRecording => {
  const { version: _version, ...rest } = row;
  return { ...rest, isInMemory };
};

const changesOf = (row: Row, file: Uint8Array<ArrayBuffer>): readonly RecordChange[] => [
  { in: 'recordings', key: row.id, put: v.parse(rowSchema, row) },
  { in: 'recording-files', key: row.id, put: file },
];

const deletionsOf = (id: string): readonly RecordChange[] => [
  { in: 'recordings', key: id, isDeleted: true },
  { in: 'recording-files', key: id, isDeleted: true },
];

const refusal = (trouble: RecordingRefusal['trouble'], reason: string): RecordingRefusal => ({
  trouble,
  at: '',
  reason,
});

/** A part of a recording that was put aside, as JSON can hold it. */
const asText = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The recordings in the records of this device: a row of each for the list, and its file as it is saved. */
export class DeviceRecordings implements Recordings {
  readonly #setting: RecordingsSetting;
  readonly #changes = new Stream<void>();
  /** The recordings that could not be stored. */
  readonly #memory = new Map<string, { readonly row: Row; readonly file: Uint8Array<ArrayBuffer> }>();
  #problem: KeepingProblem | undefined;

  constructor(setting: RecordingsSetting) {
    this.#setting = setting;
    setting.otherTabs.changes.listen(() => this.#changes.publish());
  }

  get problem(): KeepingProblem | undefined {
    return this.#problem ?? this.#setting.store.problem;
  }

  get changes(): Listenable<void> {
    return this.#changes;
  }

  async list(): Promise<readonly ListedRecording[]> {
    const stored = (await this.#read(() => this.#rows())) ?? [];
    const all = [
      ...stored.filter(({ id }) => !this.#memory.has(id)).map((row) => listed(row, false)),
      ...[...this.#memory.values()].map(({ row }) => listed(row, true)),
    ];
    return all.toSorted((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
  }

  async keep(movement: MadeMovement): Promise<boolean> {
    const file = await this.#setting.packing.pack(JSON.stringify(movement));
    return this.#keep(rowOf(movement, file.byteLength), file);
  }

  async open(id: string): Promise<Movement | undefined> {
    const file = await this.fileOf(id);
    if (!file) return undefined;
    const read = await this.read(file);
    if ('movement' in read) return read.movement;
    await this.#putAside(id, read);
    return undefined;
  }

  async fileOf(id: string): Promise<Blob | undefined> {
    const file = await this.#bytesOf(id);
    return file && new Blob([file], { type: kindOfFile });
  }

  async remove(id: string): Promise<RemovedRecording | undefined> {
    const [all, file] = [await this.list(), await this.#bytesOf(id)];
    const one = all.find((recording) => recording.id === id);
    const isDeleted = await this.#read(() => this.#setting.store.write(deletionsOf(id)));
    const wasInMemory = this.#memory.delete(id);
    this.#changed();
    return one && file && (isDeleted || wasInMemory) ? { listed: one, file } : undefined;
  }

  async restore({ listed: one, file }: RemovedRecording): Promise<void> {
    const { isInMemory: _isInMemory, ...row } = one;
    await this.#keep({ version: 1, ...row }, file);
  }

  async read(file: Blob): Promise<ReadRecording> {
    if (file.size > largestRecording) return refusal('too-large', `The file is larger than ${largestRecording} bytes.`);
    const unpacked = await this.#setting.packing.unpack(file, largestRecording);
    if (unpacked === 'too-large') return refusal('too-large', `It is longer than ${largestRecording} characters.`);
    if (unpacked === 'cut-off') return refusal('cut-off', 'It cannot be unpacked.');
    return readMovement(unpacked.text);
  }

  async #keep(row: Row, file: Uint8Array<ArrayBuffer>): Promise<boolean> {
    try {
      await this.#setting.store.write(changesOf(row, file));
      this.#memory.delete(row.id);
      this.#problem = undefined;
      await this.#keepMemory();
      return true;
    } catch (thrown) {
      this.#memory.set(row.id, { row, file });
      this.#problem = isFull(thrown) ? 'full' : (this.#setting.store.problem ?? 'blocked');
      return false;
    } finally {
      this.#changed();
    }
  }

  /** Stores what could not be stored before. */
  async #keepMemory(): Promise<void> {
    for (const { row, file } of this.#memory.values()) {
      await this.#setting.store.write(changesOf(row, file));
      this.#memory.delete(row.id);
    }
  }

  /** The rows; one that is missing or not valid is made again from its file, and a file that is damaged put aside. */
  async #rows(): Promise<readonly Row[]> {
    const [rows, ids] = await Promise.all([
      this.#setting.store.findAll('recordings'),
      this.#setting.store.keys('recording-files'),
    ]);
    const valid = new Map<string, Row>();
    for (const found of rows)
      if ('value' in found && v.is(rowSchema, found.value) && found.value.id === found.key)
        valid.set(found.key, found.value);
    const all = await Promise.all(ids.map(async (id) => valid.get(id) ?? (await this.#rowAgain(id))));
    return all.flatMap((row) => row ?? []);
  }

  async #rowAgain(id: string): Promise<Row | undefined> {
    const [movement, file] = [await this.open(id), await this.#bytesOf(id)];
    if (!movement?.made || !file) return undefined;
    const row = { ...rowOf({ ...movement, made: movement.made }, file.byteLength), id };
    // Where it cannot be written it is made again the next time.
    await this.#setting.store.write([{ in: 'recordings', key: id, put: row }]).catch(() => false);
    return row;
  }

  async #bytesOf(id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const inMemory = this.#memory.get(id)?.file;
    if (inMemory) return inMemory;
    const found = await this.#read(() => this.#setting.store.find('recording-files', id));
    if (!found || !('value' in found) || found.value === undefined) return undefined;
    if (v.is(bytesSchema, found.value)) return found.value;
    await this.#putAside(id, refusal('invalid', 'This is no file.'), found.value);
    return undefined;
  }

  /** Puts a damaged recording where the history offers it as a file; one of a later version stays in its place. */
  async #putAside(id: string, { trouble, at, reason }: RecordingRefusal, value?: unknown): Promise<void> {
    if (trouble === 'newer') return;
    const record = value ?? (await this.#bytesOf(id));
    const key = `recording ${id}`;
    const put = {
      id: key,
      at: this.#setting.now(),
      reason: at === '' ? reason : `${at}: ${reason}`,
      record: record instanceof Uint8Array ? { gzip: asText(record) } : record,
    };
    await this.#read(() => this.#setting.store.write([{ in: 'damaged', key, put }, ...deletionsOf(id)]));
    this.#memory.delete(id);
    this.#changed();
  }

  /** Uses the store; `undefined` where it fails, which `problem` then says. */
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
