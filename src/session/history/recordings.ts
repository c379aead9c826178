import type { Listenable } from '../../async/stream.ts';
import type { SourceKind } from '../ports.ts';
import type { View } from '../../engine/pose/view.ts';
import type { MadeMovement, Movement } from '../record/movement.ts';
import type { KeepingProblem } from './history.ts';
import type { ImportTrouble } from './import-preview.ts';

/** A recording on this device, as a list shows it. */
export interface ListedRecording {
  readonly id: string;
  /** The exercise's id. */
  readonly exercise: string;
  readonly view: View;
  readonly source: SourceKind;
  /** When the exercise began, ms since 1970. */
  readonly at: number;
  readonly durationMs: number;
  /** The size of its file, bytes. */
  readonly bytes: number;
  /** Whether it could not be stored and lasts only as long as the page. */
  readonly isInMemory: boolean;
}

/** A recording that was removed, for undo. */
export interface RemovedRecording {
  readonly listed: ListedRecording;
  readonly file: Uint8Array<ArrayBuffer>;
}

/** Why a file is no recording. */
export interface RecordingRefusal {
  readonly trouble: Exclude<ImportTrouble, 'checksum' | 'twice' | 'no-room'>;
  /** The place in it, such as `frames.3.keypoints`; empty if none can be named. */
  readonly at: string;
  /** What is wrong there, for a developer. */
  readonly reason: string;
}

/** A file that was read. */
export type ReadRecording = { readonly movement: Movement } | RecordingRefusal;

/**
 * The recordings of keypoints on this device. No method throws for a storage that fails: a recording that cannot be
 * stored stays in memory, and `problem` says so.
 */
export interface Recordings {
  /** Why recordings are kept in memory only; `undefined` while all are stored. */
  readonly problem: KeepingProblem | undefined;
  /** Publishes when the list or the problem has changed, also in another tab. */
  readonly changes: Listenable<void>;
  /** All recordings, the latest first. */
  list(): Promise<readonly ListedRecording[]>;
  /** Keeps a recording; resolves to false if it is in memory only. */
  keep(movement: MadeMovement): Promise<boolean>;
  /** A recording; `undefined` if there is none, or if it was damaged and has been put aside. */
  open(id: string): Promise<Movement | undefined>;
  /** The file of a recording: its JSON, packed with gzip, as `npm run analyse` reads it. */
  fileOf(id: string): Promise<Blob | undefined>;
  /** Deletes a recording and returns it, for undo; `undefined` if there is none. */
  remove(id: string): Promise<RemovedRecording | undefined>;
  /** Brings a removed recording back. */
  restore(removed: RemovedRecording): Promise<void>;
  /** Reads a file, packed or not, and changes nothing. */
  read(file: Blob): Promise<ReadRecording>;
}
