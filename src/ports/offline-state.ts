import type { Listenable } from '../async/stream.ts';

/**
 * Whether everything that a session needs is stored on this device (`isReady`), and whether a new version waits to be
 * installed.
 */
export interface OfflineState {
  readonly isReady: boolean;
  readonly isUpdateWaiting: boolean;
}

/** The copy of the app on this device. */
export interface OfflineCopy {
  readonly state: OfflineState;
  /** Publishes each change of the state. */
  readonly changes: Listenable<void>;
  /** Installs the version that waits and loads the page again. */
  update(): void;
}
