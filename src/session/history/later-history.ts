import { Stream } from '../async/stream.ts';
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
  const changes = new Stream<void>();
  let loaded: History | undefined;
  const get = async (): Promise<History> => {
    const history = await load();
    if (loaded !== history) history.changes.listen(() => changes.publish());
    loaded = history;
    return history;
  };
  return {
    get state() {
      return loaded?.state ?? unread;
    },
    changes,
    list: async () => (await get()).list(),
    open: async (id) => (await get()).open(id),
    keep: async (session) => (await get()).keep(session),
    setNote: async (id, note) => (await get()).setNote(id, note),
    remove: async (id) => (await get()).remove(id),
    exportFile: async (options) => (await get()).exportFile(options),
    exportTable: async () => (await get()).exportTable(),
    rescueFile: async () => (await get()).rescueFile(),
    dropDamaged: async () => (await get()).dropDamaged(),
    previewImport: async (file, options) => (await get()).previewImport(file, options),
    bringIn: async (file, options) => (await get()).bringIn(file, options),
    deleteAll: async () => (await get()).deleteAll(),
  };
};
