import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import { millis } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { createRoutineStore } from '../../src/platform/routine-store.ts';
import { createSettingsStore } from '../../src/platform/settings-store.ts';
import type { TabLocks } from '../../src/platform/tab-locks.ts';
import type { OpenSource, PoseSource, SourceRequest, Speaker } from '../../src/session/ports.ts';
import type { ProgressStore, RoutineProgress } from '../../src/session/guide/progress.ts';
import { readRoutine } from '../../src/session/planning/routines.ts';
import { readSettings } from '../../src/session/settings.ts';
import { en } from '../../src/texts/en/en.ts';
import { resumeWaits } from '../../src/ui/controllers/beginning.ts';
import { commandOf } from '../../src/ui/keys.ts';
import type { LimberEventDetail } from '../../src/ui/limber-event.ts';
import { LimberApp } from '../../src/ui/limber-app.ts';
import { filmed } from '../scenarios/play.ts';
import { historyOver, recordsInMemory } from '../records.ts';
import { quietDevice } from './quiet-device.ts';

const [exercise, another] = exercises.filter(({ view }) => view === 'front');
if (!exercise || !another) throw new Error('There are two exercises.');
const name = en.exercises[exercise.id]?.name ?? '';
const { resume } = en.routine;

/** A user before the camera, performed by the true figure; slow enough to check the page meanwhile. */
const person = (repetitions: number): PoseSource => ({
  picture: document.createElement('canvas'),
  mirrored: false,
  usesGroundTruth: () => true,
  async *poses() {
    const performed = performanceOf(exercise.motion, { repetitions, hold: millis(1500) });
    for (const pose of filmed(exercise, performed, { framesPerSecond: 15 })) {
      if (pose.at % 10 < 1) await new Promise((resolve) => setTimeout(resolve));
      yield pose;
    }
  },
  close: () => undefined,
});

/** A device on which the safety page was read; it outlives its pages. */
const device = () => {
  const kept = new Map([['limber.settings', '{"version":1,"settings":{"safetyAcceptedAt":1}}']]);
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  return { kept, storage, records: recordsInMemory() };
};

type Device = ReturnType<typeof device>;

/** How long the figure may take on a busy machine, ms. */
const patience = 40_000;

const said = vi.fn<Speaker['say']>();

/** Opens the app by a link, as the browser does when a page is loaded. */
const load = async (hash: string, { storage, records }: Device, openSource: OpenSource): Promise<LimberApp> => {
  document.body.replaceChildren();
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  const app = new LimberApp();
  const openStorage = () => storage;
  app.context = {
    exercises,
    texts: en,
    settings: createSettingsStore(readSettings, openStorage),
    routines: createRoutineStore(readRoutine, openStorage),
    ...historyOver(records.store),
    app: '1.2.3',
    isKeeping: () => true,
    ranges: { read: () => undefined, write: () => undefined },
    ...quietDevice,
    speaker: { ...quietDevice.speaker, hasVoice: true, say: said },
    openSource,
    record: () => Promise.reject(new Error('not asked for')),
    demonstrate: () => Promise.resolve(),
  };
  document.body.append(app);
  await app.updateComplete;
  return app;
};

/** The elements in an element's shadow, at any depth. */
const inside = (root: Element, selector: string): readonly Element[] => {
  const shadow = root.shadowRoot;
  if (!shadow) return [];
  const deeper = [...shadow.querySelectorAll('*')].flatMap((child) => inside(child, selector));
  return [...shadow.querySelectorAll(selector), ...deeper];
};

const shown = (app: LimberApp, selector: string, timeout = patience): Promise<Element> =>
  vi.waitFor(
    () => {
      const [found] = inside(app, selector);
      if (!found) throw new Error(`There is no ${selector} yet.`);
      return found;
    },
    { timeout },
  );

const textOf = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');

const press = (key: string): void => {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true }),
  );
};

const opens = (repetitions = 3) =>
  vi.fn<(request: SourceRequest) => Promise<PoseSource>>(() => Promise.resolve(person(repetitions)));

const link = `#/train/${exercise.id}?reps=3&hold=1&range=norm&pain=off`;

const counted = (repetitions: number): RoutineProgress => ({
  routine: exercise.id,
  link,
  startedAt: 5,
  steps: [],
  pain: [],
  current: {
    events: [],
    counted: { sets: 0, repetitions: [repetitions], attempts: 0, timed: 0, eased: 0 },
  },
});

/** A device on which a session was killed in the middle. */
const interrupted = async (progress = counted(2)): Promise<Device> => {
  const on = device();
  const running = new AbortController();
  const store: ProgressStore = historyOver(on.records.store).unfinished;
  const slot = await store.claim(progress.routine, running.signal);
  slot?.write(progress);
  running.abort();
  return on;
};

/** Locks of which no tab holds any. */
const noLocks: TabLocks = { hold: () => Promise.resolve(true) };

const keptOn = async ({ records }: Device, id = exercise.id): Promise<RoutineProgress | undefined> => {
  const store: ProgressStore = historyOver(records.store, {}, { locks: noLocks }).unfinished;
  return (await store.left([id]))[0];
};

/** Records the numbers of the repetitions that are counted from now on. */
const repetitions = (): readonly number[] => {
  const numbers: number[] = [];
  const hear = ({ detail }: CustomEvent<LimberEventDetail>): void => {
    if (detail.type === 'rep-completed') numbers.push(detail.number);
  };
  document.body.addEventListener('limber-event', hear);
  endings.push(() => document.body.removeEventListener('limber-event', hear));
  return numbers;
};

const endings: (() => void)[] = [];

/** Puts the page's clock forward; resolves once what looks at it has done so. */
const passTime = (): ((ms: number) => Promise<void>) => {
  const now = performance.now.bind(performance);
  let passed = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + passed);
  endings.push(() => clock.mockRestore());
  return async (ms) => {
    passed += ms;
    await new Promise((resolve) => setTimeout(resolve, 500));
  };
};

beforeEach(() => said.mockClear());
afterEach(async () => {
  for (const end of endings.splice(0)) end();
  document.body.replaceChildren();
  await vi.waitUntil(async () => (await navigator.locks.query()).held?.length === 0);
  history.replaceState(null, '', location.pathname + location.search);
});

describe('a link whose session was interrupted', () => {
  it('asks before anything begins, also aloud, and overwrites nothing', async () => {
    const on = await interrupted();
    const openSource = opens();
    const app = await load(link, on, openSource);
    const panel = await shown(app, 'resume-panel');
    for (const words of [resume.title, resume.line(name, 0, 1), resume.go, resume.startOver, resume.byItself])
      expect(textOf(panel)).toContain(words);
    expect(said.mock.calls.map(([words]) => words)).toEqual([resume.title]);
    expect(openSource).not.toHaveBeenCalled();
    expect(await keptOn(on)).toBeDefined();
  });

  it('resumes with the key of a presenter’s remote, with what was counted', async () => {
    const numbers = repetitions();
    const app = await load(link, await interrupted(), opens());
    await shown(app, 'resume-panel');
    press('PageDown');
    await vi.waitFor(() => expect(numbers.length).toBeGreaterThan(0), { timeout: patience });
    expect(numbers[0]).toBe(3);
    await shown(app, 'summary-screen');
  });

  it('resumes by itself where the user sits two metres away', async () => {
    const openSource = opens();
    const app = await load(link, await interrupted(), openSource);
    const pass = passTime();
    await shown(app, 'resume-panel');
    await pass(resumeWaits / 2);
    expect(openSource).not.toHaveBeenCalled();
    const numbers = repetitions();
    await pass(resumeWaits / 2);
    await vi.waitFor(() => expect(numbers[0]).toBe(3), { timeout: patience });
  });

  it('starts over on request, and keeps the old one until something new is done', async () => {
    const numbers = repetitions();
    const on = await interrupted();
    const app = await load(link, on, opens());
    await shown(app, 'resume-panel');
    press('PageUp');
    await shown(app, 'train-screen');
    expect((await keptOn(on))?.startedAt ?? 5).toBe(5);
    await vi.waitFor(() => expect(numbers.length).toBeGreaterThan(0), { timeout: patience });
    expect(numbers[0]).toBe(1);
    await shown(app, 'summary-screen');
  });

  it('waits at the key for pause, and leads home at escape with nothing lost', async () => {
    const on = await interrupted();
    const openSource = opens();
    const app = await load(link, on, openSource);
    const panel = await shown(app, 'resume-panel');
    press('b');
    await vi.waitFor(() => expect(textOf(panel)).toContain(resume.paused));
    press('Escape');
    const offer = await shown(app, 'resume-offer');
    expect(textOf(offer)).toContain(resume.line(name, 0, 1));
    expect(openSource).not.toHaveBeenCalled();
  });

  it('does not ask again what was answered at home', async () => {
    const numbers = repetitions();
    const app = await load('#/', await interrupted(), opens());
    const offer = await shown(app, 'resume-offer');
    offer.shadowRoot?.querySelector('button')?.click();
    await shown(app, 'train-screen');
    expect(location.hash).toBe(link);
    await vi.waitFor(() => expect(numbers[0]).toBe(3), { timeout: patience });
  });

  it('resumes with the dose that was begun where a link asks for another', async () => {
    const numbers = repetitions();
    const app = await load(`${link}&strictness=1.5`, await interrupted(), opens());
    await shown(app, 'resume-panel');
    press('ArrowRight');
    await vi.waitFor(() => expect(location.hash).toBe(link));
    await vi.waitFor(() => expect(numbers[0]).toBe(3), { timeout: patience });
    expect(inside(app, 'resume-panel')).toEqual([]);
  });

  it('has help one key away', async () => {
    const app = await load(link, await interrupted(), opens());
    await shown(app, 'resume-panel');
    press('f');
    expect(textOf(await shown(app, 'red-flag-panel'))).toContain(en.safety.redFlag.title);
  });

  it('of another exercise asks nothing, and keeps the other unchanged', async () => {
    const on = await interrupted();
    const openSource = opens();
    await load(`#/train/${another.id}`, on, openSource);
    await vi.waitFor(() => expect(openSource).toHaveBeenCalled());
    expect(await keptOn(on)).toBeDefined();
  });
});

describe('a demo', () => {
  it('neither asks for, reads nor replaces what a user left unfinished, and saves nothing', async () => {
    const on = await interrupted();
    const before = on.records.of('unfinished').get(exercise.id);
    const app = await load(`${link}&source=figure`, on, opens(2));
    await shown(app, 'train-screen');
    const numbers = repetitions();
    await shown(app, 'coach-view');
    await vi.waitFor(() => expect(numbers.length).toBeGreaterThan(0), { timeout: patience });
    expect(on.records.of('unfinished').get(exercise.id)).toEqual(before);
    expect(on.records.of('sessions').size).toBe(0);
  });
});

describe('a second tab', () => {
  /** Another tab in which the session runs. */
  const otherTab = async (): Promise<() => void> => {
    const running = new AbortController();
    const name = `limber.unfinished.${exercise.id}`;
    await new Promise<void>((resolve) => {
      void navigator.locks.request(name, () => {
        resolve();
        return new Promise<void>((end) => running.signal.addEventListener('abort', () => end()));
      });
    });
    const close = (): void => running.abort();
    endings.push(close);
    return close;
  };

  it('reports that the session runs in the first, begins nothing, and leaves its slot alone where the user trains anyway', async () => {
    const on = await interrupted();
    const before = on.records.of('unfinished').get(exercise.id);
    await otherTab();
    const openSource = opens();
    const app = await load(link, on, openSource);
    const panel = await shown(app, 'resume-panel');
    expect(textOf(panel)).toContain(resume.elsewhere.title);
    expect(openSource).not.toHaveBeenCalled();
    const numbers = repetitions();
    press('PageDown');
    await vi.waitFor(() => expect(numbers.length).toBeGreaterThan(1), { timeout: patience });
    expect(numbers[0]).toBe(1);
    expect(on.records.of('unfinished').get(exercise.id)).toEqual(before);
    await shown(app, 'summary-screen');
    await vi.waitFor(() => expect([...on.records.of('sessions').keys()]).toHaveLength(1));
  });

  it('does not offer at home what runs in the first, until the first is closed', async () => {
    const on = await interrupted();
    const close = await otherTab();
    const app = await load('#/', on, opens());
    await shown(app, 'exercise-card');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(inside(app, 'resume-offer')).toEqual([]);
    close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.dispatchEvent(new Event('visibilitychange'));
    await shown(app, 'resume-offer');
  });
});

describe('a routine of the user’s own', () => {
  const own = (steps: readonly { readonly exercise: string }[]): Device => {
    const on = device();
    const routine = { id: 'own-1', name: 'Morning', steps, restSeconds: 20 };
    on.kept.set('limber.routines', JSON.stringify({ version: 1, routines: [routine] }));
    return on;
  };

  it('trains the exercises that exist, without those that no longer exist', async () => {
    const openSource = opens(1);
    const on = own([{ exercise: 'gone' }, { exercise: exercise.id }]);
    const app = await load('#/routine/own-1?source=figure&pain=off&reps=1&hold=1&range=norm', on, openSource);
    await shown(app, 'summary-screen');
    expect(inside(app, 'problem-panel')).toEqual([]);
  });

  it('without any exercise left shows a kind message', async () => {
    const openSource = opens();
    const app = await load('#/routine/own-1', own([{ exercise: 'gone' }]), openSource);
    const screen = await shown(app, 'routine-screen');
    expect(textOf(screen)).toContain(en.routine.leftOut(1));
    expect(openSource).not.toHaveBeenCalled();
  });
});

describe('the keys of a session', () => {
  const command = (key: string): string | undefined => commandOf(new KeyboardEvent('keydown', { key }))?.is;

  it('do not include Enter, which would skip an exercise where a button has just vanished', () => {
    expect(command('Enter')).toBeUndefined();
  });

  it('include all that a presenter’s remote sends', () => {
    expect(['PageDown', 'ArrowRight', 'PageUp', 'ArrowLeft', 'b', '.', 'Escape'].map(command)).toEqual([
      'next',
      'next',
      'back',
      'back',
      'pause',
      'pause',
      'end',
    ]);
    expect(['ArrowUp', 'ArrowDown', '+', '-'].map(command)).toEqual(['add-one', 'take-back', 'add-one', 'take-back']);
    // The browser itself reloads the page.
    expect(command('F5')).toBeUndefined();
  });
});
