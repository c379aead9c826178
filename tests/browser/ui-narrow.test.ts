import { page } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exercises } from '../../src/exercises/registry.ts';
import { createRoutineStore } from '../../src/platform/routine-store.ts';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import { readRoutine } from '../../src/session/planning/routines.ts';
import type { OpenSource } from '../../src/session/ports.ts';
import { readSettings } from '../../src/session/settings.ts';
import { en } from '../../src/texts/en/en.ts';
import { LimberApp } from '../../src/ui/limber-app.ts';
import '../../src/ui/styles/page.css';
import { historyOver, recordsInMemory } from '../records.ts';
import { quietDevice } from './quiet-device.ts';

/*
 * WCAG 1.4.10 and 1.4.4: at 320 pixels, and at 360 with text of twice the size, nothing needs scrolling to the side.
 */

const kept = (value: unknown) => ({
  getItem: () => JSON.stringify({ version: 1, ...Object(value) }),
  setItem: () => undefined,
});
const empty = { getItem: () => null, setItem: () => undefined };

const mount = async (hash: string, openSource: OpenSource, isAccepted: boolean): Promise<LimberApp> => {
  location.hash = hash;
  const app = new LimberApp();
  app.context = {
    exercises,
    texts: en,
    settings: createSettingsStore(readSettings, () => kept({ settings: isAccepted ? { safetyAcceptedAt: 1 } : {} })),
    routines: createRoutineStore(readRoutine, () => empty),
    ...historyOver(recordsInMemory().store),
    app: '1.2.3',
    isKeeping: () => false,
    ...quietDevice,
    openSource,
    record: () => Promise.reject(new Error('no')),
    demonstrate: () => Promise.resolve(),
    ranges: { read: () => undefined, write: () => undefined },
  };
  document.body.append(app);
  await app.updateComplete;
  return app;
};

const failing =
  (kind: string): OpenSource =>
  () =>
    Promise.reject(Object.assign(new Error('no'), { kind }));
const opening: OpenSource = () => new Promise(() => undefined);
const still: OpenSource = () =>
  Promise.resolve({
    picture: document.createElement('canvas'),
    mirrored: false,
    usesGroundTruth: () => true,
    poses: async function* () {
      await new Promise(() => undefined);
      yield* [];
    },
    close: () => undefined,
  });

const screens: readonly (readonly [name: string, hash: string, openSource: OpenSource, shows: string])[] = [
  ['home', '#/', opening, 'home-screen'],
  ['safety', '#/safety', opening, 'safety-screen'],
  ['safety before a session', '#/train/cheer', opening, 'safety-screen'],
  ['settings', '#/settings', opening, 'settings-screen'],
  ...exercises.map(({ id }) => [`briefing of ${id}`, `#/exercise/${id}`, opening, 'briefing-screen'] as const),
  ['routine', '#/routines/upper-back-relief', opening, 'routine-screen'],
  ['routine editor', '#/routine-editor', opening, 'routine-editor-screen'],
  ['lost', '#/nowhere/at/all/here', opening, 'lost-screen'],
  ['opening', '#/train/cheer?pain=off', opening, 'opening-progress'],
  ['choice of a video', '#/train/cheer?source=file', opening, 'video-panel'],
  ['pain question', '#/train/cheer', still, 'pain-check'],
  ['training', '#/train/cheer?pain=off', still, 'coach-view'],
  ...Object.keys(en.problems).map(
    (kind) => [`problem: ${kind}`, '#/train/cheer', failing(kind), 'problem-panel'] as const,
  ),
];

/** The elements in an element's shadow, at any depth. */
const inside = (root: Element): readonly Element[] =>
  [...(root.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((child) => [child, ...inside(child)]);

/** What reaches beyond the right edge, by its path, for a message that helps. */
const tooWide = (app: LimberApp, width: number): readonly string[] =>
  inside(app)
    .filter((one) => one.getBoundingClientRect().right > width + 0.5 && one.checkVisibility())
    .map((one) => `${(one.getRootNode() as ShadowRoot).host.localName} ${one.localName}.${one.className}`)
    .slice(0, 6);

afterEach(async () => {
  document.body.replaceChildren();
  document.documentElement.style.fontSize = '';
  location.hash = '';
  await page.viewport(1280, 720);
});

describe.each([
  ['320 pixels', 320, '100%'],
  ['360 pixels with text of twice the size', 360, '200%'],
] as const)('within %s fits', (_, width, fontSize) => {
  beforeEach(async () => {
    await page.viewport(width, 640);
    document.documentElement.style.fontSize = fontSize;
  });

  it.each(screens)('%s', async (name, hash, openSource, shows) => {
    const app = await mount(hash, openSource, !name.includes('before'));
    await vi.waitFor(() => expect(inside(app).map(({ localName }) => localName)).toContain(shows));
    await new Promise((done) => setTimeout(done, 30));
    const wide = document.documentElement.scrollWidth;
    expect({ wide, by: wide > width ? tooWide(app, width) : [] }).toEqual({ wide: width, by: [] });
  });
});
