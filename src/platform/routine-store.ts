import * as v from 'valibot';
import { keptUnder, type DeviceStorage } from './kept.ts';

const keptSchema = v.object({ version: v.literal(1), routines: v.array(v.unknown()) });

/** What is written; something broken, or of another version, is as if it were not there. */
const readKept = (written: unknown): v.InferOutput<typeof keptSchema> =>
  v.is(keptSchema, written) ? written : { version: 1, routines: [] };

/**
 * Keeps somebody's own routines, in the order in which they were made; on a full or blocked storage for as long as the
 * page. `read` knows a routine: an entry that it does not know is left out, but stays where it is written.
 */
export const createRoutineStore = <Entry extends { readonly id: string }>(
  read: (written: unknown) => Entry | undefined,
  openStorage?: () => DeviceStorage,
) => {
  const store = keptUnder('limber.routines', readKept, openStorage, (written) => v.is(keptSchema, written));
  const load = (): readonly unknown[] => store.read().routines;
  const save = (routines: unknown[]): void => store.write({ version: 1, routines });
  const placeOf = (kept: readonly unknown[], id: string): number => kept.findIndex((one) => read(one)?.id === id);

  return {
    /** All that can be read. */
    all(): readonly Entry[] {
      return load().flatMap((written) => read(written) ?? []);
    },

    /** Keeps a routine in the place of the one with its id; a new one at a place, at the end where nothing is said. */
    put(routine: Entry, place?: number): void {
      const kept = load();
      const its = placeOf(kept, routine.id);
      if (its >= 0) save(kept.with(its, routine));
      else save(kept.toSpliced(place ?? kept.length, 0, routine));
    },

    /** Takes a routine away; what it was and its place bring it back with `put`. */
    remove(id: string): readonly [routine: Entry, place: number] | undefined {
      const kept = load();
      const place = placeOf(kept, id);
      const routine = read(kept[place]);
      if (!routine) return undefined;
      save(kept.toSpliced(place, 1));
      return [routine, place];
    },
  };
};
