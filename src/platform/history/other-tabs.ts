/** A listener to the changes that other tabs make. */
export interface OtherTabs {
  /** Tells the other tabs that something has changed. */
  announce(): void;
  readonly changes: { listen(listener: () => void): () => void };
}

/** The other tabs of this app; without `BroadcastChannel` they do not know of each other. */
export const createOtherTabs = (name = 'limber.records'): OtherTabs => {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  const listeners = new Set<() => void>();
  channel?.addEventListener('message', () => {
    for (const listener of listeners) listener();
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
    announce: () => channel?.postMessage('changed'),
    changes: {
      listen(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
};
