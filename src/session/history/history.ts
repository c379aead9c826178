import type { Listenable } from '../../async/stream.ts';
import type { RecordStoreProblem } from '../../ports/record-store.ts';
import type { KeptSession } from '../record/kept-session.ts';
import type { ImportPreview } from './import-preview.ts';
import type { ListedSession } from './listed-session.ts';

/** Why sessions are kept in memory only, until the page is closed: a problem of the store, or it is full. */
export type KeepingProblem = RecordStoreProblem | 'full';

/** A record that could not be read and was put aside. */
export interface DamagedRecord {
  readonly id: string;
  /** When it was put aside, ms since 1970. */
  readonly at: number;
  /** The place in the record and what is wrong there, for a developer. */
  readonly reason: string;
}

/** The state of the history on this device. */
export interface HistoryState {
  /** `undefined` while everything is kept on the device. */
  readonly problem: KeepingProblem | undefined;
  /** The sessions that are only in memory; offer them as a file before the page is closed. */
  readonly inMemory: number;
  /** The records that were put aside since they could not be read; offer them as a file. */
  readonly damaged: readonly DamagedRecord[];
  /** Whether the browser promised to keep the data; `undefined` before it was asked, after the first session. */
  readonly isPersistent: boolean | undefined;
  /** Whether there is a training plan, which the file of all sessions contains as well. */
  readonly hasPlan: boolean;
  /** When all sessions were last exported, ms since 1970; `undefined` if they never were. */
  readonly exportedAt: number | undefined;
}

/** Options of a long operation: `onProgress` receives the share that is done, 0-1; `signal` cancels it. */
export interface LongOptions {
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * The finished sessions on this device. No method throws for a storage that fails: what cannot be stored stays in
 * memory, and `state` says so. Only a cancelled operation rejects, with the signal's reason.
 */
export interface History {
  readonly state: HistoryState;
  /** Publishes when the list or the state has changed, also in another tab. */
  readonly changes: Listenable<void>;
  /** All sessions, the latest start first; reads no events. */
  list(): Promise<readonly ListedSession[]>;
  /** A session with its events; `undefined` if there is none, or if it was damaged and has been put aside. */
  open(id: string): Promise<KeptSession | undefined>;
  /**
   * Keeps a session, also one that `remove` returned (undo). A later record of the same id stays.
   */
  keep(session: KeptSession): Promise<void>;
  /** Replaces the user's note on a session; an empty text removes it. */
  setNote(id: string, note: string): Promise<void>;
  /** Deletes a session with the own ranges that it showed and returns it, for undo; `undefined` if there is none. */
  remove(id: string): Promise<KeptSession | undefined>;
  /** One JSON file of all sessions and the plan, with format, version and checksum; `importPreview` and `bringIn` read it. */
  exportFile(options?: LongOptions): Promise<Blob>;
  /** A table for a spreadsheet, one row for each exercise of each session. */
  exportTable(): Promise<Blob>;
  /** The damaged records and the sessions that are only in memory, as one JSON file. */
  rescueFile(): Promise<Blob>;
  /** Deletes the damaged records, for example after they were saved as a file. */
  dropDamaged(): Promise<void>;
  /** What importing a file would change; changes nothing. */
  previewImport(file: Blob, options?: LongOptions): Promise<ImportPreview>;
  /**
   * Imports the plan and the sessions of a file that its preview would add or replace, and returns what was done. Where there is no
   * room it stops, and says from which session on.
   */
  bringIn(file: Blob, options?: LongOptions): Promise<ImportPreview>;
  /**
   * Deletes all that Limber stores about the user on this device: sessions, unfinished sessions, damaged records,
   * settings, own routines, the plan, own ranges and consent. The copies of the app and of the models stay. Load the page again
   * afterwards.
   */
  deleteAll(): Promise<void>;
}
