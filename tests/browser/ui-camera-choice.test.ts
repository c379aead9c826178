import { page, userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CameraDevice, OpenedCamera } from '../../src/ports/camera-device.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { createRoutineStore } from '../../src/platform/routine-store.ts';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import { readRoutine } from '../../src/session/planning/routines.ts';
import { readSettings } from '../../src/session/settings.ts';
import { en } from '../../src/texts/en/en.ts';
import { LimberApp } from '../../src/ui/limber-app.ts';
import { historyOver, recordsInMemory } from '../records.ts';
import { closeScreen, inside } from './every-screen.ts';
import { quietDevice } from './quiet-device.ts';

/* Several cameras: one is chosen in the settings, by key or remote, and one that is gone is replaced with a sentence. */

const builtIn: CameraDevice = { deviceId: 'a', label: 'Built-in camera' };
const onCable: CameraDevice = { deviceId: 'b', label: 'Camera on a cable' };
const virtual: CameraDevice = { deviceId: 'v', label: 'OBS Virtual Camera' };

/** An app on a device with cameras, which a test plugs in and out; `opened`: the names of those that were opened. */
const appWith = async (hash: string, plugged: readonly CameraDevice[], chosen?: CameraDevice) => {
  let cameras = plugged;
  const opened: string[] = [];
  const listeners = new Set<() => void>();
  let fail: (why: Error) => void = () => undefined;
  let kept = JSON.stringify({ version: 1, settings: { safetyAcceptedAt: 1, ...(chosen ? { camera: chosen } : {}) } });
  const settings = createSettingsStore(readSettings, () => ({
    getItem: () => kept,
    setItem: (_, text) => void (kept = text),
  }));
  const empty = { getItem: () => null, setItem: () => undefined };
  const open = (): OpenedCamera => {
    const { camera: wanted } = settings.read();
    const found = cameras.find(({ deviceId }) => deviceId === wanted?.deviceId);
    const device = found ?? cameras[0];
    if (!device) throw Object.assign(new Error('none'), { kind: 'absent' });
    opened.push(device.label);
    return { ...device, isAsChosen: !wanted || found !== undefined };
  };
  location.hash = hash;
  const app = new LimberApp();
  app.context = {
    exercises,
    texts: en,
    settings,
    routines: createRoutineStore(readRoutine, () => empty),
    ...historyOver(recordsInMemory().store),
    app: '1.2.3',
    isKeeping: () => true,
    ...quietDevice,
    listCameras: () => Promise.resolve(cameras),
    cameraChanges: {
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    openSource: () => {
      let camera: OpenedCamera | undefined;
      let isOn = false;
      return Promise.resolve({
        picture: document.createElement('canvas'),
        get camera() {
          return camera;
        },
        mirrored: true,
        usesGroundTruth: () => false,
        switchOn: () => {
          try {
            if (!isOn) camera = open();
            isOn = true;
            return Promise.resolve();
          } catch (thrown) {
            return Promise.reject(thrown);
          }
        },
        switchOff: () => {
          isOn = false;
        },
        async *poses() {
          await new Promise((_, failed) => {
            fail = failed;
          });
          yield* [];
        },
        close: () => undefined,
      });
    },
    record: () => Promise.reject(new Error('no')),
    demonstrate: () => Promise.resolve(),
    ranges: { read: () => undefined, write: () => undefined },
  };
  document.body.append(app);
  await app.updateComplete;
  const change = (now: readonly CameraDevice[]): void => {
    cameras = now;
    for (const listener of listeners) listener();
  };
  const lose = (kind: string): void => fail(Object.assign(new Error('gone'), { kind }));
  return { app, opened, settings, change, lose };
};

const shown = (app: LimberApp, selector: string): Promise<Element> =>
  vi.waitFor(
    () => {
      const found = inside(app).find((one) => one.matches(selector));
      if (!found) throw new Error(`There is no ${selector} yet.`);
      return found;
    },
    { timeout: 10_000 },
  );

const textIn = (app: LimberApp): string =>
  inside(app)
    .filter((one) => one.matches('p, li, button, h1'))
    .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
    .join(' | ');

const press = (key: string): void => void dispatchEvent(new KeyboardEvent('keydown', { key }));
const soon = (): Promise<void> => new Promise((done) => setTimeout(done, 60));
const train = '#/train/cheer?pain=off&range=norm';

afterEach(closeScreen);

describe('the settings', () => {
  it('list the cameras by name, with the keyboard alone, and remember the one that is chosen', async () => {
    const { settings } = await appWith('#/settings', [builtIn, onCable, virtual]);
    const { title, usual } = en.settings.camera;
    await expect.element(page.getByRole('group', { name: title })).toBeVisible();
    await expect.element(page.getByRole('radio', { name: usual.name })).toBeChecked();
    await expect.element(page.getByText(en.settings.camera.virtual)).toBeVisible();
    const first = page.getByRole('radio', { name: usual.name }).element();
    if (first instanceof HTMLElement) first.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(settings.read().camera).toEqual(onCable);
  });

  it('keep a chosen camera that is gone in the list, and find it when it is plugged in', async () => {
    const { app, change } = await appWith('#/settings', [builtIn], onCable);
    await expect.element(page.getByRole('radio', { name: onCable.label })).toBeChecked();
    await expect.element(page.getByText(en.settings.camera.gone)).toBeVisible();
    change([builtIn, onCable]);
    await vi.waitFor(() =>
      expect(inside(app).map(({ textContent }) => textContent)).not.toContain(en.settings.camera.gone),
    );
    await expect.element(page.getByRole('radio', { name: onCable.label })).toBeChecked();
  });
});

describe('a session', () => {
  it('names another camera than the chosen one', async () => {
    const { app } = await appWith(train, [builtIn], onCable);
    await shown(app, 'coach-view');
    await vi.waitFor(() => expect(textIn(app)).toContain(en.app.train.cameraGone(builtIn.label)));
  });

  it('names a virtual camera while it looks for the user', async () => {
    const { app } = await appWith(train, [virtual]);
    await shown(app, 'coach-view');
    await vi.waitFor(() => expect(textIn(app)).toContain(en.app.train.virtualCamera(virtual.label)));
  });

  it('takes the next camera with a key, remembers it, and goes on', async () => {
    const { app, opened, settings } = await appWith(train, [builtIn, onCable]);
    await shown(app, 'coach-view');
    await soon();
    press('c');
    await vi.waitFor(() => expect(opened).toEqual([builtIn.label, onCable.label]));
    expect(settings.read().camera).toEqual(onCable);
    press('c');
    await vi.waitFor(() => expect(opened.at(-1)).toBe(builtIn.label));
  });

  it('takes the next camera in a pause, with the remote or the button, and resumes', async () => {
    const { app, opened } = await appWith(train, [builtIn, onCable]);
    await shown(app, 'coach-view');
    await soon();
    press(' ');
    await shown(app, 'pause-panel');
    expect(textIn(app)).toContain(en.app.train.remoteCamera);
    press('PageUp');
    await vi.waitFor(() => expect(opened.at(-1)).toBe(onCable.label));
    await vi.waitFor(() => expect(inside(app).map(({ localName }) => localName)).not.toContain('pause-panel'));
  });

  it('offers nothing where there is one camera', async () => {
    const { app, opened } = await appWith(train, [builtIn]);
    await shown(app, 'coach-view');
    await soon();
    press(' ');
    await shown(app, 'pause-panel');
    expect(textIn(app)).not.toContain(en.app.train.otherCamera);
    press('c');
    await soon();
    expect(opened).toEqual([builtIn.label]);
  });

  it('goes on without hands before another camera when its own is unplugged, and says so', async () => {
    const { app, opened, change, lose } = await appWith(train, [onCable, builtIn], onCable);
    await shown(app, 'coach-view');
    lose('unplugged');
    await shown(app, 'problem-panel');
    change([builtIn]);
    await vi.waitFor(() => expect(opened).toEqual([onCable.label, builtIn.label]));
    await vi.waitFor(() => expect(textIn(app)).toContain(en.app.train.cameraGone(builtIn.label)));
  });

  it('leaves the screen of a stuck camera by a remote, with another camera, and names a virtual one', async () => {
    const { app, opened, lose } = await appWith(train, [virtual, builtIn]);
    await shown(app, 'coach-view');
    await soon();
    lose('stalled');
    await shown(app, 'problem-panel');
    await vi.waitFor(() => expect(textIn(app)).toContain(en.app.problem.otherCamera));
    expect(textIn(app)).toContain(en.app.problem.virtual(virtual.label));
    press('PageUp');
    await vi.waitFor(() => expect(opened).toEqual([virtual.label, builtIn.label]));
    await shown(app, 'coach-view');
  });
});
