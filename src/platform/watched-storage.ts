import type { DeviceStorage } from './persisted.ts';

/** A device's storage that tracks whether it keeps its data. */
export interface WatchedStorage {
  /** Opens the storage; its methods throw if it is blocked. */
  readonly open: () => DeviceStorage;
  /** False while some data could not be stored: the storage is full or blocked. */
  readonly isKeeping: () => boolean;
}

/** Watches a storage, by default the browser's `localStorage`. */
export const watchStorage = (openStorage: () => DeviceStorage = () => localStorage): WatchedStorage => {
  /** The keys whose reading or writing failed since they were last written. */
  const failed = new Set<string>();
  const watched = <T>(key: string, use: (storage: DeviceStorage) => T): T => {
    try {
      return use(openStorage());
    } catch (thrown) {
      failed.add(key);
      throw thrown;
    }
  };
  const storage: DeviceStorage = {
    getItem: (key) => watched(key, (opened) => opened.getItem(key)),
    setItem(key, text) {
      watched(key, (opened) => opened.setItem(key, text));
      failed.delete(key);
    },
  };
  return { open: () => storage, isKeeping: () => failed.size === 0 };
};
