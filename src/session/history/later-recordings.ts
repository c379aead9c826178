import { laterOf } from '../async/later.ts';
import type { Recordings } from './recordings.ts';

/** Recordings whose code is loaded on first use; their methods reject where `load` does. */
export const laterRecordings = (load: () => Promise<Recordings>): Recordings => {
  const later = laterOf(load);
  return {
    get problem() {
      return later.loaded?.problem;
    },
    changes: later.changes,
    list: async () => (await later.get()).list(),
    keep: async (movement) => (await later.get()).keep(movement),
    open: async (id) => (await later.get()).open(id),
    fileOf: async (id) => (await later.get()).fileOf(id),
    remove: async (id) => (await later.get()).remove(id),
    restore: async (removed) => (await later.get()).restore(removed),
    read: async (file) => (await later.get()).read(file),
  };
};
