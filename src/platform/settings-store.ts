import { persistedUnder, type DeviceStorage } from './persisted.ts';

/** The version of what is written; it changes when older settings can no longer be read. */
const version = 1;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The settings in what was written; `undefined` where it is broken, or of another version. */
const fieldsIn = (written: unknown): Fields | undefined =>
  isFields(written) && written['version'] === version && isFields(written['settings'])
    ? written['settings']
    : undefined;

/**
 * Keeps settings on this device; on a full or blocked storage for as long as the page. `readSettings` makes settings of whatever
 * was kept, the usual ones of `undefined`. What it does not know, as a later version wrote it, stays where it is written.
 */
export const createSettingsStore = <Settings extends object>(
  readSettings: (persisted: unknown) => Settings,
  openStorage?: () => DeviceStorage,
) => {
  const listeners = new Set<(settings: Settings) => void>();
  const persisted = persistedUnder<{ readonly version: number; readonly settings: Fields }>(
    'limber.settings',
    (written) => ({ version, settings: fieldsIn(written) ?? {} }),
    openStorage,
    (written) => fieldsIn(written) !== undefined,
  );

  /** What stands there that these settings do not name. */
  const unknown = (): Fields => {
    const { settings } = persisted.read();
    const known = readSettings(settings);
    return Object.fromEntries(Object.entries(settings).filter(([name]) => !(name in known)));
  };

  return {
    read: (): Settings => readSettings(persisted.read().settings),

    write(settings: Settings): void {
      persisted.write({ version, settings: { ...unknown(), ...settings } });
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
