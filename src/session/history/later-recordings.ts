import { Stream } from '../async/stream.ts';
import type { Recordings } from './recordings.ts';

/** Recordings whose code is loaded on first use; their methods reject where `load` does. */
export const laterRecordings = (load: () => Promise<Recordings>): Recordings => {
  const changes = new Stream<void>();
  let loaded: Recordings | undefined;
  const get = async (): Promise<Recordings> => {
    const recordings = await load();
    if (loaded !== recordings) recordings.changes.listen(() => changes.publish());
    loaded = recordings;
    return recordings;
  };
  return {
    get problem() {
      return loaded?.problem;
    },
    changes,
    list: async () => (await get()).list(),
    keep: async (movement) => (await get()).keep(movement),
    open: async (id) => (await get()).open(id),
    fileOf: async (id) => (await get()).fileOf(id),
    remove: async (id) => (await get()).remove(id),
    restore: async (removed) => (await get()).restore(removed),
    read: async (file) => (await get()).read(file),
  };
};
