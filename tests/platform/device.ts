import type { TabLocks } from '../../src/platform/tab-locks.ts';

/** A device's storage that can be full or blocked; counts the writes. */
export const device = () => {
  const kept = new Map<string, string>();
  const state = { isFull: false, isBlocked: false };
  const writes: { readonly key: string; readonly text: string }[] = [];
  const open = () => {
    if (state.isBlocked) throw new DOMException('blocked', 'SecurityError');
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string): void => {
        if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
        writes.push({ key, text });
        kept.set(key, text);
      },
    };
  };
  return { kept, state, writes, open };
};

/** The locks of the tabs of one browser. */
export const browserOfTabs = () => {
  const holders = new Map<string, object>();
  const openTab = (): TabLocks & { readonly crash: () => void } => {
    const tab = {};
    const free = (name: string): void => {
      if (holders.get(name) === tab) holders.delete(name);
    };
    return {
      hold: (name, signal) => {
        if (holders.has(name)) return Promise.resolve(false);
        holders.set(name, tab);
        signal.addEventListener('abort', () => free(name));
        return Promise.resolve(true);
      },
      crash: () => [...holders.keys()].forEach(free),
    };
  };
  return { openTab };
};
