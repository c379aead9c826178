import { laterOf } from '../async/later.ts';
import type { ProgressStore } from './progress.ts';

/** A store that knows whether it could store everything. */
type KeepingStore = ProgressStore & { isKeeping(): boolean };

/**
 * A store of unfinished sessions whose code is loaded on first use. Where `load` rejects, there are none to resume, and
 * `claim` rejects.
 */
export const laterProgress = (load: () => Promise<KeepingStore>): KeepingStore => {
  const later = laterOf(load);
  const offered = async (routines: readonly string[]) => (await later.get()).left(routines);
  return {
    claim: async (routine, signal) => (await later.get()).claim(routine, signal),
    claimBeside: (routine, signal) => {
      if (later.loaded === undefined) throw new Error('A session is claimed before it is claimed beside another.');
      return later.loaded.claimBeside(routine, signal);
    },
    left: (routines) => offered(routines).catch(() => []),
    forget: (routine) => void later.get().then((store) => store.forget(routine)),
    changes: later.changes,
    isKeeping: () => later.loaded?.isKeeping() ?? true,
  };
};
