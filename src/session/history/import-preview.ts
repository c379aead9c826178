/**
 * Why a part of a file is not imported: no JSON there, not of Limber, of a later version, a part of it invalid, larger
 * than any session or file can be, the checksum does not match, the file ends early, or an id that comes twice.
 */
export type ImportTrouble =
  | 'not-json'
  | 'not-of-limber'
  | 'newer'
  | 'invalid'
  | 'too-large'
  | 'checksum'
  | 'cut-off'
  | 'twice';

/** A part of a file that is not imported. */
export interface ImportRefusal {
  readonly trouble: ImportTrouble;
  /** The place: `session 3`, or `session 3: steps.0.exercise`; `the file` for the whole of it. */
  readonly place: string;
  /** What is wrong there, for a developer. */
  readonly reason: string;
}

/** What an import would do with a session: add it, replace an earlier record, or leave what is there. */
export type ImportEffect = 'adds' | 'replaces' | 'same' | 'older';

/** A readable session of a file. */
export interface ImportEntry {
  readonly id: string;
  readonly routine: string;
  /** Ms since 1970. */
  readonly startedAt: number;
  readonly effect: ImportEffect;
}

/** What importing a file would change. */
export interface ImportPreview {
  /** The readable sessions, in the order of the file. */
  readonly entries: readonly ImportEntry[];
  /** What would not be imported, at most the first hundred. */
  readonly refusals: readonly ImportRefusal[];
  /** The number of all refusals. */
  readonly refused: number;
}

/** What an import has changed: sessions by their effect. */
export interface ImportResult extends ImportPreview {
  /** The sessions of the entries that could be kept in memory only. */
  readonly inMemory: number;
}
