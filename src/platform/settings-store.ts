import { keptUnder, type DeviceStorage } from './kept.ts';

/** The version of what is written; it changes when older settings can no longer be read. */
const version = 1;

/** The settings in what was written; something broken, or of another version, is as if it were not there. */
const settingsIn = (written: unknown): unknown => {
  const isOurs = typeof written === 'object' && written !== null && 'version' in written && written.version === version;
  return isOurs && 'settings' in written ? written.settings : undefined;
};

/**
 * Keeps settings on this device; on a full or blocked storage for as long as the page. `readSettings` makes settings of whatever
 * was kept, the usual ones of `undefined`.
 */
export const createSettingsStore = <Settings>(
  readSettings: (kept: unknown) => Settings,
  openStorage?: () => DeviceStorage,
) => {
  const listeners = new Set<(settings: Settings) => void>();
  const kept = keptUnder(
    'limber.settings',
    (written) => ({ version, settings: readSettings(settingsIn(written)) }),
    openStorage,
  );

  return {
    read: (): Settings => kept.read().settings,

    write(settings: Settings): void {
      kept.write({ version, settings });
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
