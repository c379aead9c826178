/** Under what the settings are kept. */
const key = 'limber.settings';

/** The version of what is written; it changes when older settings can no longer be read. */
const version = 1;

/** What was written; something broken, or of another version, is as if it were not there. */
const keptIn = (text: string | null): unknown => {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    const isOurs = typeof kept === 'object' && kept !== null && 'version' in kept && kept.version === version;
    return isOurs && 'settings' in kept ? kept.settings : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Keeps settings on this device; on a full or blocked storage for as long as the page. `readSettings` makes settings of whatever
 * was kept, the usual ones of `undefined`.
 */
export const createSettingsStore = <Settings>(
  readSettings: (kept: unknown) => Settings,
  openStorage: () => Pick<Storage, 'getItem' | 'setItem'> = () => localStorage,
) => {
  const listeners = new Set<(settings: Settings) => void>();
  let current: Settings | undefined;

  const load = (): Settings => {
    try {
      return readSettings(keptIn(openStorage().getItem(key)));
    } catch {
      return readSettings(undefined);
    }
  };

  const save = (settings: Settings): void => {
    try {
      openStorage().setItem(key, JSON.stringify({ version, settings }));
    } catch {
      // They last as long as the page.
    }
  };

  return {
    read: (): Settings => (current ??= load()),

    write(settings: Settings): void {
      current = settings;
      save(settings);
      for (const listener of listeners) listener(settings);
    },

    changes: {
      listen(listener: (settings: Settings) => void): () => void {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
};
