import * as v from 'valibot';
import { persistedUnder, type DeviceStorage } from './persisted.ts';

const persistedSchema = v.object({ version: v.literal(1), routines: v.array(v.unknown()) });

/** What is written; something broken, or of another version, is as if it were not there. */
const readPersisted = (written: unknown): v.InferOutput<typeof persistedSchema> =>
  v.is(persistedSchema, written) ? written : { version: 1, routines: [] };

/**
 * Keeps somebody's own routines, in the order in which they were made; on a full or blocked storage for as long as the
 * page. `read` knows a routine: an entry that it does not know is left out, but stays where it is written.
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
    /** All that can be read. */
    all(): readonly Entry[] {
      return load().flatMap((written) => read(written) ?? []);
    },

    /** Keeps a routine in the place of the one with its id; a new one at a place, at the end where nothing is said. */
    put(routine: Entry, place?: number): void {
      const persisted = load();
      const its = placeOf(persisted, routine.id);
      if (its >= 0) save(persisted.with(its, routine));
      else save(persisted.toSpliced(place ?? persisted.length, 0, routine));
    },

    /** Takes a routine away; what it was and its place bring it back with `put`. */
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
