import { Stream, type Listenable } from '../async/stream.ts';
import { persistedUnder, type DeviceStorage } from './persisted.ts';

/** The version of the stored format; it changes when older settings can no longer be read. */
const version = 1;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The stored settings; `undefined` if they are invalid, or of another version. */
const fieldsIn = (written: unknown): Fields | undefined =>
  isFields(written) && written['version'] === version && isFields(written['settings'])
    ? written['settings']
    : undefined;

/**
 * Stores settings on this device; if the storage is full or blocked, in memory until the page is closed. `readSettings`
 * parses the stored fields, and returns the defaults for those that are missing. Unknown fields, as of a later version,
 * stay in the storage.
 */
export const createSettingsStore = <Settings extends object>(
  readSettings: (persisted: unknown) => Settings,
  openStorage?: () => DeviceStorage,
) => {
  const changes = new Stream<Settings>();
  const persisted = persistedUnder<{ readonly version: number; readonly settings: Fields }>(
    'limber.settings',
    (written) => ({ version, settings: fieldsIn(written) ?? {} }),
    openStorage,
    (written) => fieldsIn(written) !== undefined,
  );

  /** The stored fields that these settings do not have. */
  const unknown = (): Fields => {
    const { settings } = persisted.read();
    const known = readSettings(settings);
    return Object.fromEntries(Object.entries(settings).filter(([name]) => !(name in known)));
  };

  return {
    read: (): Settings => readSettings(persisted.read().settings),

    write(settings: Settings): void {
      persisted.write({ version, settings: { ...unknown(), ...settings } });
      changes.publish(settings);
    },

    get changes(): Listenable<Settings> {
      return changes;
    },
  };
};
