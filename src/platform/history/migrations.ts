import type { RecordStoreName } from '../../ports/record-store.ts';

/** The part of a database that a migration needs; the transaction is undone if the migration throws. */
export interface MigratedDatabase {
  createStore(name: string): void;
  /** Replaces every value of a store by what `convert` returns. */
  convertAll(store: string, convert: (value: unknown) => unknown): Promise<void>;
}

/**
 * A step from one version of the database to the next. It only adds stores or converts values, and never deletes: if it
 * throws, the database stays as it was.
 */
export type Migration = (database: MigratedDatabase) => Promise<void> | void;

/** The stores that each version of the database added. */
const added: readonly (readonly RecordStoreName[])[] = [
  ['sessions', 'summaries', 'unfinished', 'damaged', 'about'],
  ['recordings', 'recording-files'],
];

/** The migrations in order; the version of the database is their number. */
export const migrations: readonly Migration[] = added.map((names) => (database) => {
  for (const name of names) database.createStore(name);
});
