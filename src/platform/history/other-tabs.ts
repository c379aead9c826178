import { Stream, type Listenable } from '../../async/stream.ts';

/** A listener to the changes that other tabs make. */
export interface OtherTabs {
  /** Tells the other tabs that something has changed. */
  announce(): void;
  readonly changes: Listenable<void>;
}

/** The other tabs of this app; without `BroadcastChannel` they do not know of each other. */
export const createOtherTabs = (name = 'limber.records'): OtherTabs => {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  const changes = new Stream<void>();
  channel?.addEventListener('message', () => changes.publish());
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target
    announce: () => channel?.postMessage('changed'),
    changes,
  };
};
