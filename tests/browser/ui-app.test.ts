import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { sessionExport } from '../../src/session/record/export.ts';
import { keptSessionSchema } from '../../src/session/record/kept-session.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import type { OpenSource, PoseSource } from '../../src/session/ports.ts';
import { summarise } from '../../src/session/summary/summary.ts';
import { en } from '../../src/texts/en/en.ts';
import type { LimberEventDetail } from '../../src/ui/limber-event.ts';
import type { LimberApp } from '../../src/ui/limber-app.ts';
import { TrainScreen } from '../../src/ui/screens/train-screen.ts';
import { SummaryScreen } from '../../src/ui/screens/summary-screen.ts';
import { armedByNorm } from '../made-events.ts';
import type { View } from '../../src/engine/pose/view.ts';
import { exercise, film, refused, nothingKept, mount, inside, screenOf, summaryIn } from './app-world.ts';

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

const trainingIn = (app: LimberApp): TrainScreen | undefined => {
  const screen = screenOf(app);
  return screen instanceof TrainScreen ? screen : undefined;
};

const cannotSeeFrom = (id: string, view: View): readonly string[] => en.exercises[id]?.cannotSeeFrom?.[view] ?? [];

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
