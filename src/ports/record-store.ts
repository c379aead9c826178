/**
 * The stores of records on this device: finished sessions with their events, their rows for the list, unfinished
 * sessions, records that could not be read, what is known about the stores themselves, and recordings of keypoints: a row
 * of each for the list, and their files.
 */
export const recordStores = [
  'sessions',
  'summaries',
  'unfinished',
  'damaged',
  'about',
  'recordings',
  'recording-files',
] as const;

/** The name of a store of records. */
export type RecordStoreName = (typeof recordStores)[number];

/** A change of one record: it is put, or deleted. */
export type RecordChange =
  | { readonly in: RecordStoreName; readonly key: string; readonly put: unknown }
  | { readonly in: RecordStoreName; readonly key: string; readonly isDeleted: true };

/** A condition for a write: the record that is there, `undefined` if there is none, must allow it. */
export interface RecordGuard {
  readonly in: RecordStoreName;
  readonly key: string;
  readonly allows: (present: unknown) => boolean;
}

/**
 * Why records cannot be written: the browser gives no storage (`blocked`), a new version could not convert what is
 * stored (`migration-failed`), or a later version wrote it (`newer`). After the last two, records are still read.
 */
export type RecordStoreProblem = 'blocked' | 'migration-failed' | 'newer';

/** A record, or the error that the browser threw when it was read. */
export type FoundRecord =
  { readonly key: string; readonly value: unknown } | { readonly key: string; readonly error: unknown };

/** Records on this device. Each method rejects with the browser's error if it fails. */
export interface RecordStore {
  /** Why nothing can be written; `undefined` if it can, and before the first use. */
  readonly problem: RecordStoreProblem | undefined;
  /** The keys of a store, in their order. */
  keys(store: RecordStoreName): Promise<readonly string[]>;
  /** One record; its value is `undefined` if there is none. */
  find(store: RecordStoreName, key: string): Promise<FoundRecord>;
  /** All records of a store, in the order of their keys; one that cannot be read does not hide the others. */
  findAll(store: RecordStoreName): Promise<readonly FoundRecord[]>;
  /**
   * Makes all changes, or none; resolves to false where the guard does not allow them. Writes are made in the order of
   * the calls, and one that has begun is finished although the page is killed.
   */
  write(changes: readonly RecordChange[], guard?: RecordGuard): Promise<boolean>;
  /** Deletes every record of every store, and the database; the next use makes an empty one. */
  clear(): Promise<void>;
}
