import { vi } from 'vitest';
import { exercises } from '../../src/exercises/registry.ts';
import { noKeypoints } from '../../src/engine/pose/keypoints.ts';
import { sourceTime } from '../../src/engine/units.ts';
import { createRoutineStore } from '../../src/platform/routine-store.ts';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import { readRoutine } from '../../src/session/planning/routines.ts';
import type { OpenSource, PoseSource } from '../../src/session/ports.ts';
import { readSettings } from '../../src/session/settings.ts';
import { en } from '../../src/texts/en/en.ts';
import { LimberApp } from '../../src/ui/limber-app.ts';
import '../../src/ui/styles/page.css';
import { willing } from '../session/guided.ts';
import { madeSessions } from '../made-sessions.ts';
import { madeMovement } from '../made-movement.ts';
import { deafTabs, historyOver, recordsInMemory } from '../records.ts';
import { packing } from '../../src/platform/history/packing.ts';
import { DeviceRecordings } from '../../src/session/history/device-recordings.ts';
import { labLink, sessionLink } from '../../src/ui/routes.ts';
import { quietDevice } from './quiet-device.ts';

/* Every screen of the app, for tests of what holds on each of them. */

/** A screen: its link, the source that a session opens, the element that shows it, and the keys that lead there. */
export interface ShownScreen {
  readonly name: string;
  readonly hash: string;
  readonly openSource: OpenSource;
  readonly shows: string;
  /** Pressed one after the other, each once the element before it is there. */
  readonly keys?: readonly (readonly [element: string, key: string])[];
  readonly isAccepted?: boolean;
}

const stored = (value: unknown) => ({ getItem: () => JSON.stringify(value), setItem: () => undefined });
const empty = { getItem: () => null, setItem: () => undefined };

const cameras = [
  { deviceId: 'a', label: 'Integrated Webcam (0bda:5538) with a rather long name' },
  { deviceId: 'b', label: 'OBS Virtual Camera' },
];

/** The sessions of the screens that show them. */
const made = madeSessions(3, 3);

/** Opens the app at a screen's link; its session is a user's, before two cameras. */
export const mountScreen = async ({ hash, openSource, isAccepted = true }: ShownScreen): Promise<LimberApp> => {
  location.hash = hash;
  const app = new LimberApp();
  const settings = isAccepted ? { safetyAcceptedAt: 1, camera: { deviceId: 'c', label: 'A camera that is gone' } } : {};
  const { store } = recordsInMemory();
  const { history, unfinished } = historyOver(store);
  const recordings = new DeviceRecordings({ store, packing, now: Date.now, otherTabs: deafTabs });
  if (hash.startsWith('#/lab/')) await recordings.keep(madeMovement({ repetitions: 1 }));
  if (/^#\/(history|progress)/.test(hash)) for (const session of made) await history.keep(session);
  // The report is on the last weeks.
  if (hash === '#/report') for (const session of made) await history.keep({ ...session, startedAt: Date.now() });
  app.context = {
    exercises,
    texts: en,
    settings: createSettingsStore(readSettings, () => stored({ version: 1, settings })),
    routines: createRoutineStore(readRoutine, () => empty),
    unfinished: hash.endsWith(leftHash) ? { ...unfinished, claim: () => Promise.resolve(leftBehind) } : unfinished,
    history,
    recordings,
    app: '1.2.3',
    isKeeping: () => false,
    ...quietDevice,
    listCameras: () => Promise.resolve(cameras),
    openSource,
    record: () => Promise.reject(new Error('no')),
    demonstrate: () => Promise.resolve(),
    ranges: { read: () => undefined, write: () => undefined },
  };
  document.body.append(app);
  await app.updateComplete;
  return app;
};

const leftHash = '#/routine/upper-back-relief?range=norm';

/** A session that was left in its first exercise, with a pain rating. */
const leftBehind = {
  read: () => ({
    routine: 'upper-back-relief',
    link: leftHash,
    startedAt: Date.now(),
    steps: [],
    pain: [{ exercise: exercises[0]?.id ?? '', moment: 'before' as const, value: 3 }],
    current: undefined,
  }),
  write: () => undefined,
  finish: () => undefined,
};

const failing =
  (kind: string): OpenSource =>
  () =>
    Promise.reject(Object.assign(new Error('no'), { kind }));
const opening: OpenSource = () => new Promise(() => undefined);

/** A camera of which the picture never comes, or comes and shows no one. */
const camera =
  (isDark = false): OpenSource =>
  () =>
    Promise.resolve({
      picture: document.createElement('canvas'),
      camera: { deviceId: 'b', label: 'OBS Virtual Camera', isAsChosen: false },
      mirrored: false,
      usesGroundTruth: () => true,
      poses: async function* (signal) {
        for (let at = 0; at < (isDark ? 20_000 : 0) && !signal.aborted; at += 100)
          yield {
            at: sourceTime(at),
            frame: { width: 640, height: 480 },
            keypoints: noKeypoints,
            isPlain: true,
          };
        await new Promise(() => undefined);
      },
      close: () => undefined,
    });

/** The true figure, which does all that is asked, and then nothing. */
const diligent: OpenSource = () => {
  const source: PoseSource = { ...willing(), picture: document.createElement('canvas') };
  return Promise.resolve(source);
};

const page = (name: string, hash: string, shows: string): ShownScreen => ({ name, hash, openSource: opening, shows });

const routine = '#/routine/upper-back-relief?pain=off&range=norm';

/** The screens of the app, with each state of a session and each problem. */
export const everyScreen: readonly ShownScreen[] = [
  page('home', '#/', 'home-screen'),
  page('safety', '#/safety', 'safety-screen'),
  { ...page('safety before a session', '#/train/cheer', 'safety-screen'), isAccepted: false },
  page('settings', '#/settings', 'settings-screen'),
  page('plan', '#/plan', 'plan-screen'),
  page('report', '#/report', 'report-table'),
  page('history', '#/history', 'history-data'),
  page('session of the history', sessionLink(made[0]?.id ?? ''), 'history-session-screen'),
  page('exercise over time', '#/progress/cheer', 'progress-screen'),
  ...exercises.map(({ id }) => page(`briefing of ${id}`, `#/exercise/${id}`, 'briefing-screen')),
  page('routine', '#/routines/upper-back-relief', 'routine-screen'),
  page('routine editor', '#/routine-editor', 'routine-editor-screen'),
  page('lab', labLink('recording'), 'lab-recordings'),
  page('lab with a recording', labLink('recording', '1000-cheer'), 'lab-readout'),
  page('lost', '#/nowhere/at/all/here', 'lost-screen'),
  page('opening', '#/train/cheer?pain=off', 'opening-progress'),
  page('choice of a video', '#/train/cheer?source=file', 'video-panel'),
  page('resume', leftHash, 'resume-panel'),
  { name: 'pain question', hash: '#/train/cheer', openSource: camera(), shows: 'pain-check' },
  { name: 'training', hash: '#/train/cheer?pain=off', openSource: camera(), shows: 'coach-view' },
  { name: 'training without a picture', hash: '#/train/cheer?pain=off', openSource: camera(true), shows: 'coach-view' },
  {
    name: 'pause',
    hash: '#/train/cheer?pain=off',
    openSource: camera(),
    keys: [['coach-view', ' ']],
    shows: 'pause-panel',
  },
  { name: 'rest', hash: routine, openSource: camera(), keys: [['coach-view', 'ArrowRight']], shows: 'rest-panel' },
  {
    name: 'rest that is paused',
    hash: routine,
    openSource: camera(),
    keys: [
      ['coach-view', 'ArrowRight'],
      ['rest-panel', ' '],
    ],
    shows: 'rest-panel',
  },
  {
    name: 'summary',
    hash: '#/train/shoulder-flexion?pain=off&range=norm&sets=1&reps=2',
    openSource: diligent,
    shows: 'summary-screen',
  },
  {
    name: 'summary of a routine',
    hash: routine,
    openSource: camera(),
    keys: [
      ['coach-view', 'ArrowRight'],
      ['rest-panel', 'Escape'],
    ],
    shows: 'routine-summary-screen',
  },
  ...Object.keys(en.problems).map((kind): ShownScreen => ({
    name: `problem: ${kind}`,
    hash: '#/train/cheer',
    openSource: failing(kind),
    shows: 'problem-panel',
  })),
];

/** The elements in an element's shadow, at any depth. */
export const inside = (root: Element): readonly Element[] =>
  [...(root.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((child) => [child, ...inside(child)]);

const isShown = (app: LimberApp, name: string): void => {
  if (!inside(app).some(({ localName }) => localName === name)) throw new Error(`There is no ${name} yet.`);
};

/** Opens the app at a screen and goes on to what it shows. */
export const openScreen = async (screen: ShownScreen): Promise<LimberApp> => {
  const app = await mountScreen(screen);
  for (const [element, key] of screen.keys ?? []) {
    await vi.waitFor(() => isShown(app, element), { timeout: 20_000 });
    await new Promise((done) => setTimeout(done, 50));
    dispatchEvent(new KeyboardEvent('keydown', { key }));
  }
  await vi.waitFor(() => isShown(app, screen.shows), { timeout: 40_000 });
  await new Promise((done) => setTimeout(done, 50));
  return app;
};

/** Removes the app, so that the next test begins with an empty page. */
export const closeScreen = (): void => {
  document.body.replaceChildren();
  document.documentElement.style.fontSize = '';
  location.hash = '';
};
