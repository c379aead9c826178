import { expect, vi } from 'vitest';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import type { Recording } from '../../src/engine/pose/recording.ts';
import { millis } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { createRoutineStore } from '../../src/platform/routine-store.ts';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import { readRoutine } from '../../src/session/planning/routines.ts';
import { readSettings, type Settings } from '../../src/session/settings.ts';
import type { OpenSource, PoseSource, RangeStore, RecordVideo } from '../../src/session/ports.ts';
import { en } from '../../src/texts/en/en.ts';
import type { AppContext } from '../../src/ui/app-context.ts';
import { LimberApp } from '../../src/ui/limber-app.ts';
import { SummaryScreen } from '../../src/ui/screens/summary-screen.ts';
import { filmed } from '../scenarios/play.ts';
import { historyOver, recordsInMemory } from '../records.ts';
import { quietDevice } from './quiet-device.ts';
import { firstOf } from './ui-parts.ts';

/* The app with a device that has everything, and a figure that does what is asked. */

/** The exercise that is trained. */
export const exercise = firstOf(exercises);

/** The true figure, as fast as its poses are read; it practises where that is asked for. */
export const film = (repetitions: number, close: () => void = () => undefined, practice = false): PoseSource => {
  let practises = practice;
  return {
    picture: document.createElement('canvas'),
    mirrored: false,
    usesGroundTruth: () => true,
    follow: ({ plan }) => void (practises ||= plan.range.is === 'practice'),
    async *poses() {
      const options = { repetitions, hold: millis(1500), practice: practises };
      yield* filmed(exercise, performanceOf(exercise.motion, options));
    },
    close,
  };
};

/** A camera that is refused. */
export const refused: OpenSource = () => Promise.reject(Object.assign(new Error('no'), { kind: 'denied' }));

/** A recording without frames. */
export const emptyRecording: Recording = { version: 1, frame: { width: 1, height: 1 }, frames: [] };

/** A device without any kept range. */
export const nothingKept: RangeStore = { read: () => undefined, write: () => undefined };

/** A device that has everything, on which the user has only read the safety page. */
export const quietWorld = (storage = storageOf({ safetyAcceptedAt: 1 })) => ({
  exercises,
  texts: en,
  settings: createSettingsStore(readSettings, () => storage),
  routines: createRoutineStore(readRoutine, () => emptyStorage),
  ...historyOver(recordsInMemory().store),
  app: '1.2.3',
  isKeeping: () => true,
  ...quietDevice,
});

/** A storage that keeps nothing. */
export const emptyStorage = { getItem: () => null, setItem: () => undefined };

/** A storage with these settings. */
export const storageOf = (settings: Partial<Settings>) => {
  let kept = JSON.stringify({ version: 1, settings });
  return { getItem: () => kept, setItem: (_: string, text: string) => void (kept = text) };
};

/** Opens the app at a link; resolves once it shows a screen. */
export const mount = async (
  hash: string,
  openSource: OpenSource,
  ranges = nothingKept,
  more: Partial<AppContext> = {},
): Promise<LimberApp> => {
  location.hash = hash;
  const app = new LimberApp();
  const demonstrate = () => Promise.resolve();
  const record: RecordVideo = (video) =>
    Promise.resolve({ ...emptyRecording, frame: { width: video.size, height: 1 } });
  app.context = { ...quietWorld(), openSource, record, demonstrate, ranges, ...more };
  document.body.append(app);
  await app.updateComplete;
  // A session before the camera first checks whether it runs in another tab.
  await vi.waitFor(() => expect(screenOf(app)?.localName).toMatch(/screen$/));
  return app;
};

/** The elements in an element's shadow, at any depth. */
export const inside = (root: Element, selector: string): readonly Element[] => {
  const shadow = root.shadowRoot;
  if (!shadow) return [];
  const deeper = [...shadow.querySelectorAll('*')].flatMap((child) => inside(child, selector));
  return [...shadow.querySelectorAll(selector), ...deeper];
};

/** The screen that is shown; within a session, the one that the session shows. */
export const screenOf = (app: LimberApp): Element | null => {
  const screen = app.renderRoot.firstElementChild;
  return screen?.localName === 'session-screen' ? (screen.shadowRoot?.firstElementChild ?? null) : screen;
};

/** The summary that the app shows; `undefined` where it shows another screen. */
export const summaryIn = (app: LimberApp): SummaryScreen | undefined => {
  const screen = screenOf(app);
  return screen instanceof SummaryScreen ? screen : undefined;
};
