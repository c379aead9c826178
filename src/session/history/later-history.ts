import { laterOf } from '../async/later.ts';
import type { History, HistoryState } from './history.ts';

/** The state before anything was read. */
const unread: HistoryState = {
  problem: undefined,
  inMemory: 0,
  damaged: [],
  isPersistent: undefined,
  hasPlan: false,
  exportedAt: undefined,
};

/** A history whose code is loaded on first use; its methods reject where `load` does. */
export const laterHistory = (load: () => Promise<History>): History => {
  const later = laterOf(load);
  return {
    get state() {
      return later.loaded?.state ?? unread;
    },
    changes: later.changes,
    list: async () => (await later.get()).list(),
    open: async (id) => (await later.get()).open(id),
    keep: async (session) => (await later.get()).keep(session),
    setNote: async (id, note) => (await later.get()).setNote(id, note),
    remove: async (id) => (await later.get()).remove(id),
    exportFile: async (options) => (await later.get()).exportFile(options),
    exportTable: async () => (await later.get()).exportTable(),
    rescueFile: async () => (await later.get()).rescueFile(),
    dropDamaged: async () => (await later.get()).dropDamaged(),
    previewImport: async (file, options) => (await later.get()).previewImport(file, options),
    bringIn: async (file, options) => (await later.get()).bringIn(file, options),
    deleteAll: async () => (await later.get()).deleteAll(),
  };
};
