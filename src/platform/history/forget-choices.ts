/** The part of a device's storage that deleting needs. */
export type ListedStorage = Pick<Storage, 'length' | 'key' | 'removeItem'>;

/** Deletes everything that the app has stored under its own keys: settings, consent, own routines, the plan and ranges. */
export const forgetChoices = (openStorage: () => ListedStorage = () => localStorage): void => {
  try {
    const storage = openStorage();
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    for (const key of keys) if (key.startsWith('limber.')) storage.removeItem(key);
  } catch {
    // A storage that is blocked holds nothing.
  }
};
