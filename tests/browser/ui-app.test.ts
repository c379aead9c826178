import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import type { RangeChoice } from '../../src/engine/rules/targets.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import type { Recording } from '../../src/engine/pose/recording.ts';
import { millis } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { sessionExport } from '../../src/session/record/export.ts';
import { keptSessionSchema } from '../../src/session/record/kept-session.ts';
import { createRoutineStore } from '../../src/platform/routine-store.ts';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import { readRoutine } from '../../src/session/planning/routines.ts';
import { readSettings, type Settings } from '../../src/session/settings.ts';
import type { PoseRequests, OpenSource, PoseSource, RangeStore, RecordVideo } from '../../src/session/ports.ts';
import { summarise } from '../../src/session/summary/summary.ts';
import { en } from '../../src/texts/en/en.ts';
import type { LimberEventDetail } from '../../src/ui/limber-event.ts';
import type { AppContext } from '../../src/ui/app-context.ts';
import { LimberApp } from '../../src/ui/limber-app.ts';
import { TrainScreen } from '../../src/ui/screens/train-screen.ts';
import { SummaryScreen } from '../../src/ui/screens/summary-screen.ts';
import { armedByNorm } from '../made-events.ts';
import { filmed } from '../scenarios/play.ts';
import type { View } from '../../src/engine/pose/view.ts';
import { historyOver, recordsInMemory } from '../records.ts';
import { quietDevice } from './quiet-device.ts';

const [exercise] = exercises;
if (!exercise) throw new Error('There is no exercise.');

/** The true figure, as fast as its poses are read; it practises where that is asked for. */
const film = (repetitions: number, close: () => void = () => undefined, practice = false): PoseSource => {
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

/** The same, slow enough that a key can be pressed meanwhile. */
const slowly = (source: PoseSource): PoseSource => ({
  ...source,
  async *poses(signal) {
    let count = 0;
    for await (const pose of source.poses(signal)) {
      if (count % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
      count += 1;
      yield pose;
    }
  },
});

const refused: OpenSource = () => Promise.reject(Object.assign(new Error('no'), { kind: 'denied' }));

const emptyRecording: Recording = { version: 1, frame: { width: 1, height: 1 }, frames: [] };

const nothingKept: RangeStore = { read: () => undefined, write: () => undefined };

/** A device that has everything, on which the user has only read the safety page. */
const quietWorld = (storage = storageOf({ safetyAcceptedAt: 1 })) => ({
  exercises,
  texts: en,
  settings: createSettingsStore(readSettings, () => storage),
  routines: createRoutineStore(readRoutine, () => emptyStorage),
  ...historyOver(recordsInMemory().store),
  app: '1.2.3',
  isKeeping: () => true,
  ...quietDevice,
});

const emptyStorage = { getItem: () => null, setItem: () => undefined };

const storageOf = (settings: Partial<Settings>) => {
  let kept = JSON.stringify({ version: 1, settings });
  return { getItem: () => kept, setItem: (_: string, text: string) => void (kept = text) };
};

const mount = async (
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
const inside = (root: Element, selector: string): readonly Element[] => {
  const shadow = root.shadowRoot;
  if (!shadow) return [];
  const deeper = [...shadow.querySelectorAll('*')].flatMap((child) => inside(child, selector));
  return [...shadow.querySelectorAll(selector), ...deeper];
};

/** The screen that is shown; within a session, the one that the session shows. */
const screenOf = (app: LimberApp): Element | null => {
  const screen = app.renderRoot.firstElementChild;
  return screen?.localName === 'session-screen' ? (screen.shadowRoot?.firstElementChild ?? null) : screen;
};

const summaryIn = (app: LimberApp): SummaryScreen | undefined => {
  const screen = screenOf(app);
  return screen instanceof SummaryScreen ? screen : undefined;
};

const trainingIn = (app: LimberApp): TrainScreen | undefined => {
  const screen = screenOf(app);
  return screen instanceof TrainScreen ? screen : undefined;
};

afterEach(() => {
  document.body.replaceChildren();
  location.hash = '';
});

describe('the app', () => {
  it('shows a card for each exercise at home', async () => {
    const app = await mount('#/', refused);
    const home = app.renderRoot.querySelector('home-screen');
    await home?.updateComplete;
    expect(home?.renderRoot.querySelectorAll('exercise-card')).toHaveLength(exercises.length);
    expect(home?.renderRoot.textContent).toContain(en.app.home.privacy);
  });

  it.each(['#/nowhere', '#/exercise/nothing', '#/train/nothing'])('reports that %s leads nowhere', async (hash) => {
    expect(screenOf(await mount(hash, refused))?.localName).toBe('lost-screen');
  });

  it('trains, dispatches every event with a cue’s words, closes the source and sums up', async () => {
    const close = vi.fn<() => void>();
    const source = film(2, close);
    const heard: LimberEventDetail[] = [];
    const hear = ({ detail }: CustomEvent<LimberEventDetail>): void => void heard.push(detail);
    document.body.addEventListener('limber-event', hear);
    const app = await mount(`#/train/${exercise.id}?source=figure&reps=2&hold=1&range=norm&pain=off`, () =>
      Promise.resolve(source),
    );
    await vi.waitFor(() => expect(screenOf(app)?.localName).toBe('summary-screen'), { timeout: 20_000 });
    document.body.removeEventListener('limber-event', hear);
    expect(heard.filter(({ type }) => type === 'rep-completed')).toHaveLength(2);
    expect(heard.at(-1)?.type).toBe('session-ended');
    const worded = heard.filter((event) => event.type === 'cue-given' && event.words !== en.cues[event.cue]);
    expect(worded).toEqual([]);
    expect(close).toHaveBeenCalledOnce();
  });

  it('opens the source once a visit, and once more on request', async () => {
    const openSource = vi.fn<OpenSource>(refused);
    const app = await mount(`#/train/${exercise.id}`, openSource);
    const screen = trainingIn(app);
    const panel = await vi.waitFor(() => {
      const found = screen?.renderRoot.querySelector('problem-panel');
      if (!found) throw new Error('There is no panel yet.');
      return found;
    });
    await panel.updateComplete;
    expect(openSource).toHaveBeenCalledOnce();
    panel.renderRoot.querySelector('button')?.click();
    await vi.waitFor(() => expect(openSource).toHaveBeenCalledTimes(2));
    expect(openSource.mock.lastCall?.[0].kind).toBe('camera');
  });

  it.each(['PageDown', '.', 'ArrowRight', ' '])('tries again with the key %j of a remote', async (key) => {
    const openSource = vi.fn<OpenSource>(refused);
    const app = await mount(`#/train/${exercise.id}`, openSource);
    await vi.waitFor(() => expect(trainingIn(app)?.renderRoot.querySelector('problem-panel')).toBeTruthy());
    dispatchEvent(new KeyboardEvent('keydown', { key }));
    await vi.waitFor(() => expect(openSource).toHaveBeenCalledTimes(2));
  });

  it('tries again when a camera is plugged in, but not where the camera was refused', async () => {
    for (const [kind, calls] of [
      ['absent', 2],
      ['unplugged', 2],
      ['stalled', 2],
      ['not-opening', 2],
      ['denied', 1],
    ] as const) {
      const plugged = new Set<() => void>();
      const cameraChanges = {
        listen: (listener: () => void) => {
          plugged.add(listener);
          return () => plugged.delete(listener);
        },
      };
      const openSource = vi.fn<OpenSource>(() => Promise.reject(Object.assign(new Error('no'), { kind })));
      const app = await mount(`#/train/${exercise.id}`, openSource, nothingKept, { cameraChanges });
      await vi.waitFor(() => expect(trainingIn(app)?.renderRoot.querySelector('problem-panel')).toBeTruthy());
      for (const listener of plugged) listener();
      await new Promise((done) => setTimeout(done, 20));
      expect([kind, openSource.mock.calls.length]).toEqual([kind, calls]);
      app.remove();
      expect(plugged.size).toBe(0);
      location.hash = '';
    }
  });

  it('keeps no focus on the button that went on, so that a second press of Enter skips nothing', async () => {
    const app = await mount('#/routine/upper-back-relief?source=figure&range=norm&pain=off', () =>
      Promise.resolve(slowly(film(9))),
    );
    const screen = trainingIn(app);
    const skip = await vi.waitFor(() => {
      const buttons = screen ? inside(screen, '.controls button') : [];
      const found = buttons.find(({ textContent }) => textContent.includes(en.app.train.next));
      if (!(found instanceof HTMLElement)) throw new Error('Nothing can be skipped yet.');
      return found;
    });
    skip.focus();
    skip.click();
    expect(screen?.shadowRoot?.activeElement).toBeNull();
  });

  it('continues with the figure where there is no camera', async () => {
    const openSource = vi.fn<OpenSource>((request) =>
      request.kind === 'camera' ? refused(request) : Promise.resolve(film(1)),
    );
    const app = await mount(`#/train/${exercise.id}?reps=1&hold=1&pain=off`, openSource);
    const screen = trainingIn(app);
    await vi.waitFor(async () => {
      const panel = screen?.renderRoot.querySelector('problem-panel');
      await panel?.updateComplete;
      const figure = panel?.renderRoot.querySelectorAll('button')[1];
      if (!figure) throw new Error('There is no panel yet.');
      figure.click();
    });
    await vi.waitFor(() => expect(openSource.mock.lastCall?.[0].kind).toBe('figure'));
  });

  it('opens nothing before the safety page was accepted', async () => {
    const openSource = vi.fn<OpenSource>(() => Promise.resolve(film(1)));
    const app = await mount(`#/train/${exercise.id}?pain=off`, openSource);
    const { settings } = app.context ?? {};
    settings?.write({ ...settings.read(), safetyAcceptedAt: undefined });
    location.hash = `#/train/${exercise.id}?pain=off&reps=2`;
    await vi.waitFor(() => expect(screenOf(app)?.localName).toBe('safety-screen'));
    expect(openSource).toHaveBeenCalledOnce();
    screenOf(app)?.dispatchEvent(new Event('safety-accepted'));
    await vi.waitFor(() => expect(openSource).toHaveBeenCalledTimes(2));
  });

  it.each(['#/', '#/exercise/cheer', '#/settings', '#/routines/upper-back-relief', '#/routine-editor', '#/safety'])(
    'has help one key away on %s, and a way back',
    async (hash) => {
      const app = await mount(hash, refused);
      const before = screenOf(app)?.localName;
      dispatchEvent(new KeyboardEvent('keydown', { key: 'f' }));
      await app.updateComplete;
      expect(screenOf(app)?.localName).toBe('red-flag-panel');
      screenOf(app)?.dispatchEvent(new Event('back-asked'));
      await app.updateComplete;
      expect(screenOf(app)?.localName).toBe(before);
    },
  );

  it('falls silent and ends the session in the same task when something feels wrong', async () => {
    const told: string[] = [];
    const app = await mount(`#/train/${exercise.id}?source=figure&reps=2&hold=1&range=norm&pain=off`, () =>
      Promise.resolve(slowly(film(2))),
    );
    const speaker = app.context?.speaker;
    if (!speaker) throw new Error('There is no speaker.');
    const cancel = vi.spyOn(speaker, 'cancel');
    const say = vi.spyOn(speaker, 'say');
    const hear = ({ detail }: CustomEvent<LimberEventDetail>): void => void told.push(detail.type);
    document.body.addEventListener('limber-event', hear);
    await vi.waitFor(() => expect(told).toContain('armed'), { timeout: 20_000 });
    cancel.mockClear();
    dispatchEvent(new KeyboardEvent('keydown', { key: 'f' }));
    // Nothing was awaited: it is all one task.
    expect(cancel).toHaveBeenCalled();
    expect(told.at(-1)).toBe('session-ended');
    const [toldUntilThen, saidUntilThen] = [told.length, say.mock.calls.length];
    await vi.waitFor(() => expect(screenOf(app)?.localName).toBe('red-flag-panel'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    document.body.removeEventListener('limber-event', hear);
    expect(told).toHaveLength(toldUntilThen);
    expect(say.mock.calls).toHaveLength(saidUntilThen);
  });

  it('aborts and closes what it opened when the user leaves', async () => {
    const close = vi.fn<() => void>();
    const source = film(1, close);
    let open: (source: PoseSource) => void = () => undefined;
    const opening = new Promise<PoseSource>((resolve) => (open = resolve));
    const openSource = vi.fn<OpenSource>(() => opening);
    const app = await mount(`#/train/${exercise.id}`, openSource);
    await vi.waitFor(() => expect(openSource).toHaveBeenCalled());
    location.hash = '#/';
    await vi.waitFor(() => expect(screenOf(app)?.localName).toBe('home-screen'));
    expect(openSource.mock.lastCall?.[0].signal.aborted).toBe(true);
    open(source);
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
  });

  it('waits for the frames of a page', async () => {
    const openSource = vi.fn<OpenSource>(() => Promise.resolve(film(1)));
    const app = await mount(`#/train/${exercise.id}?source=frames`, openSource);
    await new Promise(requestAnimationFrame);
    expect(openSource).not.toHaveBeenCalled();
    app.frames = (async function* () {})();
    await vi.waitFor(() => expect(openSource).toHaveBeenCalledOnce());
    expect(openSource.mock.lastCall?.[0].frames).toBe(app.frames);
  });
});

describe('a video file', () => {
  const video = new File(['pictures'], 'cheer.mp4', { type: 'video/mp4' });
  const link = `#/train/${exercise.id}?source=file`;

  /** Chooses a file with the button that is somewhere in an element. */
  const choose = (within: Element, file: File): void => {
    const input = inside(within, 'input[type=file]')[0];
    if (!(input instanceof HTMLInputElement)) throw new Error('There is nothing to choose with.');
    const files = new DataTransfer();
    files.items.add(file);
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
  };

  const shown = (app: LimberApp, selector: string): Promise<Element> =>
    vi.waitFor(() => {
      const [found] = inside(app, selector);
      if (!found) throw new Error(`There is no ${selector} yet.`);
      return found;
    });

  it('can be chosen in the briefing, with the keyboard as well, and is trained on without the camera', async () => {
    const openSource = vi.fn<OpenSource>(() => Promise.resolve(film(1)));
    const app = await mount(`#/exercise/${exercise.id}`, openSource);
    const input = await shown(app, 'video-choice input[type=file], input[type=file]');
    expect(input).toMatchObject({ accept: 'video/*', disabled: false, tabIndex: 0 });
    expect(input.closest('label')?.textContent).toContain(en.app.briefing.video);
    choose(app, video);
    await vi.waitFor(() => expect(openSource).toHaveBeenCalledOnce());
    expect(openSource.mock.lastCall?.[0]).toMatchObject({ kind: 'file', video });
    expect(location.hash).toBe(link);
  });

  it('is asked for where a link names none, and then trained on', async () => {
    const openSource = vi.fn<OpenSource>(() => Promise.resolve(film(1)));
    const app = await mount(`${link}&reps=1`, openSource);
    const panel = await shown(app, 'video-panel');
    await new Promise(requestAnimationFrame);
    expect(openSource).not.toHaveBeenCalled();
    expect(inside(app, '[role=alert]')).toEqual([]);
    expect(panel.shadowRoot?.textContent).toContain(en.app.video.title);
    choose(app, video);
    await vi.waitFor(() => expect(openSource).toHaveBeenCalledOnce());
    expect(openSource.mock.lastCall?.[0]).toMatchObject({ kind: 'file', video });
  });

  it('can be dropped', async () => {
    const openSource = vi.fn<OpenSource>(() => Promise.resolve(film(1)));
    const panel = await shown(await mount(link, openSource), 'video-panel');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(video);
    const over = new DragEvent('dragover', { dataTransfer, cancelable: true });
    panel.dispatchEvent(over);
    panel.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    // Otherwise the browser would open the file in place of the page.
    expect(over.defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(openSource.mock.lastCall?.[0].video).toBe(video));
  });

  it('can be passed in by a page', async () => {
    const openSource = vi.fn<OpenSource>(() => Promise.resolve(film(1)));
    const app = await mount(link, openSource);
    app.video = video;
    await vi.waitFor(() => expect(openSource.mock.lastCall?.[0].video).toBe(video));
  });

  it('that cannot be read is named, and can be replaced by another one', async () => {
    const openSource = vi.fn<OpenSource>((request) =>
      request.video === video
        ? Promise.reject(Object.assign(new Error('no'), { kind: 'undecodable' }))
        : Promise.resolve(film(1)),
    );
    const app = await mount(link, openSource);
    app.video = video;
    const panel = await shown(app, 'problem-panel');
    await vi.waitFor(() => expect(panel.shadowRoot?.textContent).toContain(en.problems.undecodable.title));
    expect(panel.shadowRoot?.textContent).not.toContain(en.app.problem.again);
    const better = new File(['more pictures'], 'better.webm');
    choose(panel, better);
    await vi.waitFor(() => expect(openSource).toHaveBeenCalledTimes(2));
    expect(openSource.mock.lastCall?.[0].video).toBe(better);
  });

  it('that breaks off in the middle loses nothing of what was counted', async () => {
    const whole = film(3);
    const source: PoseSource = {
      ...whole,
      async *poses(signal) {
        let repetitions = 0;
        const hear = ({ detail }: CustomEvent<LimberEventDetail>): void => {
          if (detail.type === 'rep-completed') repetitions += 1;
        };
        document.body.addEventListener('limber-event', hear);
        for await (const pose of whole.poses(signal)) {
          yield pose;
          if (repetitions === 2) break;
        }
        document.body.removeEventListener('limber-event', hear);
        throw Object.assign(new Error('no'), { kind: 'broken-video' });
      },
    };
    const app = await mount(`${link}&hold=1&range=norm&reps=3`, () => Promise.resolve(source));
    app.video = video;
    const panel = await vi.waitFor(() => shown(app, 'problem-panel'), { timeout: 20_000 });
    await vi.waitFor(() => expect(panel.shadowRoot?.textContent).toContain(en.app.problem.summary));
    const buttons = [...(panel.shadowRoot?.querySelectorAll('button') ?? [])];
    buttons.find(({ textContent }) => textContent.includes(en.app.problem.summary))?.click();
    await vi.waitFor(() => expect(screenOf(app)?.localName).toBe('summary-screen'));
    expect(summaryIn(app)?.summary.repetitions).toHaveLength(2);
  });

  it('shows how far it has been watched, and its ranges are not saved', async () => {
    const write = vi.fn<RangeStore['write']>();
    const read = vi.fn<RangeStore['read']>();
    let next: () => void = () => undefined;
    const source: PoseSource = {
      ...film(1, undefined, true),
      lasts: 65_000,
      async *poses() {
        for (const pose of filmed(exercise, performanceOf(exercise.motion, { repetitions: 1, practice: true }))) {
          yield pose;
          if (pose.at > 2000 && pose.at < 2030) await new Promise<void>((resolve) => (next = resolve));
        }
      },
    };
    const app = await mount(`${link}&reps=1&hold=1`, () => Promise.resolve(source), { read, write });
    app.video = video;
    const progress = await shown(app, 'film-progress');
    await vi.waitFor(() => expect(progress.shadowRoot?.textContent).toContain('Video 0:02 of 1:05'));
    expect(progress.shadowRoot?.querySelector('progress')?.value).toBeCloseTo(2 / 65, 2);
    next();
    await vi.waitFor(() => expect(screenOf(app)?.localName).toBe('summary-screen'), { timeout: 20_000 });
    expect(read).not.toHaveBeenCalled();
    expect(write).not.toHaveBeenCalled();
  });

  it('is recorded without an exercise', async () => {
    const app = await mount('#/', refused);
    expect(await app.record(video)).toMatchObject({ frame: { width: video.size } });
    await expect(new LimberApp().record(video)).rejects.toThrow('not been started');
  });
});

describe('the user’s own range', () => {
  /** Trains once; returns the range that the source was asked for. */
  const trained = async (query: string, ranges: RangeStore): Promise<RangeChoice['is'] | undefined> => {
    const source = film(1);
    const follow = vi.fn<(asking: PoseRequests) => void>((asking) => source.follow?.(asking));
    const openSource = () => Promise.resolve({ ...source, follow });
    const app = await mount(`#/train/${exercise.id}?reps=1&hold=1&pain=off&${query}`, openSource, ranges);
    await vi.waitFor(() => expect(screenOf(app)?.localName).toBe('summary-screen'), { timeout: 20_000 });
    return follow.mock.lastCall?.[0].plan.range.is;
  };

  it('is saved when it was shown before the camera, and replaces the next practice', async () => {
    const write = vi.fn<RangeStore['write']>();
    expect(await trained('source=camera', { read: () => undefined, write })).toBe('practice');
    expect(write).toHaveBeenCalledOnce();
    const [id, view, ranges, at] = write.mock.lastCall ?? [];
    expect([id, view]).toEqual([exercise.id, exercise.view]);
    expect(Math.abs(Date.now() - (at ?? 0))).toBeLessThan(60_000);
    document.body.replaceChildren();
    const again = vi.fn<RangeStore['write']>();
    expect(await trained('source=camera', { read: () => ranges, write: again })).toBe('kept');
    expect(again).not.toHaveBeenCalled();
  });

  it('is neither read nor saved where the figure trains', async () => {
    const store = { read: vi.fn<RangeStore['read']>(), write: vi.fn<RangeStore['write']>() };
    await trained('source=figure', store);
    expect(store.read).not.toHaveBeenCalled();
    expect(store.write).not.toHaveBeenCalled();
  });

  it('is measured again with the key R, and practice is skipped with S, but not while the user types', async () => {
    let next: () => void = () => undefined;
    const poses = filmed(exercise, performanceOf(exercise.motion, { repetitions: 2, hold: millis(1500) }));
    const source: PoseSource = {
      ...film(1),
      async *poses() {
        for (const pose of poses) {
          yield pose;
          if (pose.at < 10_500) continue;
          await new Promise<void>((resolve) => (next = resolve));
        }
      },
    };
    const phases: string[] = [];
    const hear = ({ detail }: CustomEvent<LimberEventDetail>): void => {
      if (detail.type === 'phase-changed') phases.push(detail.to);
    };
    document.body.addEventListener('limber-event', hear);
    const app = await mount(`#/train/${exercise.id}?pain=off&source=figure&hold=1`, () => Promise.resolve(source));
    const press = (key: string, on: EventTarget = document.body): void => {
      on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    };
    const field = document.createElement('input');
    document.body.append(field);
    const step = async (): Promise<void> => {
      next();
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await vi.waitFor(
      async () => {
        await step();
        expect(phases.at(-1)).toBe('practice');
      },
      { timeout: 20_000 },
    );
    press('s', field);
    await step();
    expect(phases.at(-1)).toBe('practice');
    press('s');
    await step();
    expect(phases.at(-1)).toBe('countdown');
    press('R');
    await step();
    expect(phases.at(-1)).toBe('looking');
    document.body.removeEventListener('limber-event', hear);
    app.remove();
  });
});

describe('the summary', () => {
  it('saves the session as a file', async () => {
    const app = await mount(`#/train/${exercise.id}?source=figure&reps=1&hold=1&range=norm&pain=off`, () =>
      Promise.resolve(film(1)),
    );
    await vi.waitFor(() => expect(screenOf(app)?.localName).toBe('summary-screen'), { timeout: 20_000 });
    const screen = summaryIn(app);
    await screen?.updateComplete;
    const saved: { name: string; file: Blob | undefined }[] = [];
    const blobs = vi.spyOn(URL, 'createObjectURL');
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      const [file] = blobs.mock.lastCall ?? [];
      saved.push({ name: this.download, file: file instanceof Blob ? file : undefined });
    });
    screen?.renderRoot.querySelectorAll('button')[1]?.click();
    click.mockRestore();
    blobs.mockRestore();
    expect(saved).toHaveLength(1);
    expect(saved[0]?.name).toMatch(new RegExp(`^limber-${exercise.id}-\\d{4}-\\d{2}-\\d{2}\\.json$`));
    const { steps } = v.parse(keptSessionSchema, JSON.parse((await saved[0]?.file?.text()) ?? ''));
    expect(steps[0]?.session?.events.filter(({ type }) => type === 'rep-completed')).toHaveLength(1);
    expect(steps[0]?.session?.traces.length).toBeGreaterThan(0);
  });

  it('contains what was only timed, and how far the user goes', async () => {
    const plan = planFor(exercise);
    const screen = new SummaryScreen();
    const timed: CoachingEvent = { type: 'repetition-timed', at: 1, exercise: exercise.id, number: 1, ofMs: 5000 };
    const bound = {
      end: 'together',
      measure: 'elbowGap',
      is: 'below',
      value: 0.7,
      tolerance: 0.1,
      easeLevel: 0,
    } as const;
    const goals = [{ ...bound, own: { value: 0.62, error: 0.013 } }];
    const events: CoachingEvent[] = [
      { ...armedByNorm({ range: 'personal', goals }), at: 0, exercise: exercise.id },
      timed,
    ];
    screen.summary = summarise(plan, events);
    screen.record = sessionExport(plan, events, []);
    screen.texts = en;
    document.body.append(screen);
    await screen.updateComplete;
    const text = screen.renderRoot.textContent?.replace(/\s+/g, ' ');
    expect(text).toContain('1 time, by the clock, not judged');
    expect(text).toContain(en.app.summary.notWellSeen);
    expect(text).toContain('62 ± 2 % of shoulder width; usual 95 %');
    expect(text).not.toContain(en.app.summary.allSeen);
    expect(text).not.toContain(en.app.summary.none);
  });
});

describe('a briefing', () => {
  it.each(exercises)('offers the further views of $id, and lists what they cannot see', async ({ id, view, views }) => {
    const app = await mount(`#/exercise/${id}`, refused);
    const briefing = app.renderRoot.querySelector('briefing-screen');
    await briefing?.updateComplete;
    const links = [...(briefing?.renderRoot.querySelectorAll('a.turn') ?? [])];
    const further = Object.keys(views).filter((one) => one !== view);
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      further.map((one) => `#/train/${id}?source=camera&view=${one}`),
    );
    const text = briefing?.renderRoot.textContent ?? '';
    const unseen = further.flatMap((one) => (one === 'front' || one === 'side' ? cannotSeeFrom(id, one) : []));
    for (const words of unseen) expect(text).toContain(words);
  });
});

const cannotSeeFrom = (id: string, view: View): readonly string[] => en.exercises[id]?.cannotSeeFrom?.[view] ?? [];
