import { Stream } from '../async/stream.ts';
import type { ProgressStore } from './progress.ts';

/** A store that knows whether it could store everything. */
type KeepingStore = ProgressStore & { isKeeping(): boolean };

/**
 * A store of unfinished sessions whose code is loaded on first use. Where `load` rejects, there are none to resume, and
 * `claim` rejects.
 */
export const laterProgress = (load: () => Promise<KeepingStore>): KeepingStore => {
  const changes = new Stream<void>();
  let loaded: KeepingStore | undefined;
  const get = async (): Promise<KeepingStore> => {
    const store = await load();
    if (loaded !== store) store.changes.listen(() => changes.publish());
    loaded = store;
    return store;
  };
  const offered = async (routines: readonly string[]) => (await get()).left(routines);
  return {
    claim: async (routine, signal) => (await get()).claim(routine, signal),
    claimBeside: (routine, signal) => {
      if (loaded === undefined) throw new Error('A session is claimed before it is claimed beside another.');
      return loaded.claimBeside(routine, signal);
    },
    left: (routines) => offered(routines).catch(() => []),
    forget: (routine) => void get().then((store) => store.forget(routine)),
    changes,
    isKeeping: () => loaded?.isKeeping() ?? true,
  };
};
