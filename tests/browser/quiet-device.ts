import { screenCodes } from '../../src/ui/limber-app.screens.ts';

// The code of all screens is there before the first test, whose time limits do not include it.
await Promise.all(Object.values(screenCodes).map((load) => load?.() ?? Promise.resolve()));

/** What an app needs of a device for its screens: no voice, no wake lock, always visible; and how slow drawing is. */
export const quietDevice = {
  plan: { read: (): undefined => undefined, write: (): void => undefined },
  speaker: {
    hasVoice: false,
    voiceChanges: { listen: () => () => undefined },
    say: (): void => undefined,
    play: (): void => undefined,
    cancel: (): void => undefined,
  },
  wakeLock: { hold: (): void => undefined },
  pageVisibility: { isVisible: true, changes: { listen: () => () => undefined } },
  isDrawingSlow: true,
  reload: (): void => undefined,
  loadCode: <T>(load: () => Promise<T>): Promise<T> => load(),
};
