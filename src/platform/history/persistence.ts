const storage = (): Partial<StorageManager> | undefined =>
  (globalThis.navigator as Partial<Pick<Navigator, 'storage'>> | undefined)?.storage;

/** The browser's promise to keep the data of this site; `undefined` where it gives none, as in an insecure context. */
export const persistence = {
  /** Asks for it, which may show a question to the user; resolves to whether it is given. */
  ask: async (): Promise<boolean | undefined> => {
    try {
      return await storage()?.persist?.();
    } catch {
      return undefined;
    }
  },
  /** Whether it is given. */
  isGranted: async (): Promise<boolean | undefined> => {
    try {
      return await storage()?.persisted?.();
    } catch {
      return undefined;
    }
  },
};
