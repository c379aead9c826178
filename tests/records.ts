import type { FoundRecord, RecordStore, RecordStoreName, RecordStoreProblem } from '../src/ports/record-store.ts';
import { recordStores } from '../src/ports/record-store.ts';
import type { ProgressDevice } from '../src/platform/history/progress-store.ts';
import { createProgressStore } from '../src/platform/history/progress-store.ts';
import { sha256 } from '../src/platform/history/sha256.ts';
import { leftSession } from '../src/session/guide/left-session.ts';
import { readProgress } from '../src/session/guide/read-progress.ts';
import type { TrainingPlan, TrainingPlanStore } from '../src/session/planning/training-plan.ts';
import { DeviceHistory, type HistorySetting } from '../src/session/history/device-history.ts';

/** Records in memory, as the database of a device holds them; they can be full, blocked, or unreadable by key. */
export const recordsInMemory = () => {
  const stores = new Map<RecordStoreName, Map<string, unknown>>(recordStores.map((name) => [name, new Map()]));
  const of = (name: RecordStoreName) => stores.get(name) ?? new Map<string, unknown>();
  const state = { isFull: false, isBlocked: false, unreadable: new Set<string>() };
  const writes: { readonly key: string; readonly put: unknown }[] = [];
  const refuse = (isWrite: boolean): void => {
    if (state.isBlocked) throw new DOMException('blocked', 'SecurityError');
    if (isWrite && state.isFull) throw new DOMException('full', 'QuotaExceededError');
  };
  const found = (name: RecordStoreName, key: string): FoundRecord =>
    state.unreadable.has(key)
      ? { key, error: new DOMException('lost', 'DataError') }
      : { key, value: structuredClone(of(name).get(key)) };
  const sorted = (name: RecordStoreName): readonly string[] => [...of(name).keys()].toSorted();
  const store: RecordStore = {
    get problem(): RecordStoreProblem | undefined {
      return state.isBlocked ? 'blocked' : undefined;
    },
    async keys(name) {
      refuse(false);
      return Promise.resolve(sorted(name));
    },
    async find(name, key) {
      refuse(false);
      return Promise.resolve(found(name, key));
    },
    async findAll(name) {
      refuse(false);
      return Promise.resolve(sorted(name).map((key) => found(name, key)));
    },
    async write(changes, guard) {
      refuse(changes.some((change) => 'put' in change));
      if (guard && !guard.allows(structuredClone(of(guard.in).get(guard.key)))) return Promise.resolve(false);
      for (const change of changes) {
        if ('put' in change) {
          of(change.in).set(change.key, structuredClone(change.put));
          writes.push({ key: change.key, put: change.put });
        } else of(change.in).delete(change.key);
      }
      return Promise.resolve(true);
    },
    async clear() {
      for (const one of stores.values()) one.clear();
      return Promise.resolve();
    },
  };
  return { store, of, state, writes };
};

/** A training plan in memory. */
export const planInMemory = (plan?: TrainingPlan): TrainingPlanStore => {
  let written = plan;
  return {
    read: () => written,
    write: (next) => {
      written = next;
    },
  };
};

/** Tabs that never hear of each other. */
export const deafTabs = { announce: (): void => undefined, changes: { listen: () => () => undefined } };

/** The history and the unfinished sessions over some records. */
export const historyOver = (
  store: RecordStore,
  setting: Partial<HistorySetting> = {},
  device: Partial<ProgressDevice> = {},
) => {
  const history = new DeviceHistory({
    store,
    sha256,
    now: () => Date.now(),
    persistence: { ask: () => Promise.resolve(undefined), isGranted: () => Promise.resolve(undefined) },
    plan: planInMemory(),
    ranges: { forget: () => () => undefined },
    forgetChoices: () => undefined,
    otherTabs: deafTabs,
    ...setting,
  });
  const unfinished = createProgressStore(
    { readProgress, leftSession, adopt: (session, besides) => history.adopt(session, besides) },
    {
      store,
      openStorage: () => ({ getItem: () => null, setItem: () => undefined }),
      otherTabs: deafTabs,
      ...device,
    },
  );
  return { history, unfinished };
};
