import * as v from 'valibot';
import { persistedUnder, type DeviceStorage } from './persisted.ts';

const persistedSchema = v.object({ version: v.literal(1), routines: v.array(v.unknown()) });

/** Parses stored routines; invalid ones, or those of another version, are ignored. */
const readPersisted = (written: unknown): v.InferOutput<typeof persistedSchema> =>
  v.is(persistedSchema, written) ? written : { version: 1, routines: [] };

/**
 * Stores the user's own routines in order of creation; if the storage is full or blocked, in memory until the page is
 * closed. `read` parses a routine: an entry that it rejects is left out, but stays in the storage.
 */
export const createRoutineStore = <Entry extends { readonly id: string }>(
  read: (written: unknown) => Entry | undefined,
  openStorage?: () => DeviceStorage,
) => {
  const store = persistedUnder('limber.routines', readPersisted, openStorage, (written) =>
    v.is(persistedSchema, written),
  );
  const load = (): readonly unknown[] => store.read().routines;
  const save = (routines: unknown[]): void => store.write({ version: 1, routines });
  const placeOf = (persisted: readonly unknown[], id: string): number =>
    persisted.findIndex((one) => read(one)?.id === id);

  return {
    /** All readable routines. */
    all(): readonly Entry[] {
      return load().flatMap((written) => read(written) ?? []);
    },

    /**
     * Stores a routine in the place of the one with its id; a new one is inserted at `place`, by default at the end.
     */
    put(routine: Entry, place?: number): void {
      const persisted = load();
      const its = placeOf(persisted, routine.id);
      if (its >= 0) save(persisted.with(its, routine));
      else save(persisted.toSpliced(place ?? persisted.length, 0, routine));
    },

    /**
     * Removes a routine; returns it and its place, with which `put` restores it, or `undefined` if it does not exist.
     */
    remove(id: string): readonly [routine: Entry, place: number] | undefined {
      const persisted = load();
      const place = placeOf(persisted, id);
      const routine = read(persisted[place]);
      if (!routine) return undefined;
      save(persisted.toSpliced(place, 1));
      return [routine, place];
    },
  };
};
