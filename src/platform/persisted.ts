/** The part of a device's storage that is needed. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** A value stored on this device. Never throws: what cannot be stored is kept in memory until the page is closed. */
export interface Persisted<T> {
  read(): T;
  write(value: T): void;
}

/** Parses JSON; returns `undefined` if there is none or it is invalid. */
const parsed = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Stores a value under a key as JSON; if the storage is full or blocked, in memory until the page is closed.
 * `readValue` parses the stored JSON, `undefined` if there is none or it is invalid. A text that `isReadable` rejects
 * is copied to `<key>.unread` before the first write replaces it, so that the user's data is not lost.
 */
export const persistedUnder = <T>(
  key: string,
  readValue: (written: unknown) => T,
  openStorage: () => DeviceStorage = () => localStorage,
  isReadable: (written: unknown) => boolean = () => true,
): Persisted<T> => {
  let ofThisPage: { readonly value: T } | undefined;

  const written = (): unknown => {
    try {
      return parsed(openStorage().getItem(key));
    } catch {
      return undefined;
    }
  };

  const keepUnreadable = (storage: DeviceStorage): void => {
    const text = storage.getItem(key);
    if (text !== null && !isReadable(parsed(text))) storage.setItem(`${key}.unread`, text);
  };

  return {
    read: () => (ofThisPage ? ofThisPage.value : readValue(written())),

    write(value) {
      try {
        const storage = openStorage();
        keepUnreadable(storage);
        storage.setItem(key, JSON.stringify(value ?? null));
        ofThisPage = undefined;
      } catch {
        ofThisPage = { value };
      }
    },
  };
};
