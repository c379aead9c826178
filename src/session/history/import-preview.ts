/**
 * Why a part of a file is not imported: no JSON there, not of Limber, of a later version, a part of it invalid, larger
 * than a session or a file can be, a checksum does not match, the file ends early, an id that comes twice, or no room on
 * this device.
 */
export type ImportTrouble =
  'not-json' | 'not-of-limber' | 'newer' | 'invalid' | 'too-large' | 'checksum' | 'cut-off' | 'twice' | 'no-room';

/** A part of a file that is not imported. */
export interface ImportRefusal {
  readonly trouble: ImportTrouble;
  /** The number of the session in the file, from 1; `undefined` for the file as a whole. */
  readonly session: number | undefined;
  /** The place in it, such as `steps.0.exercise`; empty if none can be named. */
  readonly at: string;
  /** What is wrong there, for a developer. */
  readonly reason: string;
}

/**
 * What an import does with a session: it adds it, replaces an earlier record of the same id, finds the same record
 * there, or leaves a record that is as late or later (`stays`).
 */
export type ImportEffect = 'adds' | 'replaces' | 'same' | 'stays';

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
  /** What becomes of the plan; left out if the file has none. */
  readonly plan?: ImportEffect;
  /** The readable sessions, in the order of the file. */
  readonly entries: readonly ImportEntry[];
  /** What would not be imported, at most the first hundred. */
  readonly refusals: readonly ImportRefusal[];
  /** The number of all refusals. */
  readonly refused: number;
}
