/** What is needed of a device's storage. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Something that is kept on this device. It never throws: what cannot be kept lasts as long as the page. */
export interface Persisted<T> {
  read(): T;
  write(value: T): void;
}

/** What JSON says; `undefined` where it is none. */
const parsed = (text: string | null): unknown => {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Keeps a value under a key as JSON; on a full or blocked storage for as long as the page. `readValue` makes a value of whatever was
 * written, `undefined` where nothing was or it is no JSON. A text that `isReadable` refuses is copied to `<key>.unread` before the
 * first write replaces it, so that what a person made is not lost.
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
