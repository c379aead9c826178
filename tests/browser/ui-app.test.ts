import { afterEach, describe, expect, it, vi } from 'vitest';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import { millis } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import type { OpenSource, PoseSource } from '../../src/session/ports.ts';
import { en } from '../../src/texts/en/en.ts';
import type { LimberEventDetail } from '../../src/ui/limber-event.ts';
import { LimberApp } from '../../src/ui/limber-app.ts';
import { filmed } from '../scenarios/play.ts';

const [exercise] = exercises;
if (!exercise) throw new Error('There is no exercise.');

/** The true figure, as fast as it is taken. */
const film = (repetitions: number, close: () => void = () => undefined): PoseSource => ({
  picture: document.createElement('canvas'),
  mirrored: false,
  isTruth: () => true,
  async *poses() {
    yield* filmed(exercise, performanceOf(exercise.motion, { repetitions, hold: millis(1500) }));
  },
  close,
});

const refused: OpenSource = () => Promise.reject(Object.assign(new Error('no'), { kind: 'denied' }));

const mount = async (hash: string, openSource: OpenSource): Promise<LimberApp> => {
  location.hash = hash;
  const app = new LimberApp();
  app.world = { exercises, texts: en, openSource, demonstrate: () => Promise.resolve(), isDrawingSlow: true };
  document.body.append(app);
  await app.updateComplete;
  return app;
};

const screenOf = (app: LimberApp) => app.renderRoot.firstElementChild;

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

  it.each(['#/nowhere', '#/exercise/nothing', '#/train/nothing'])('says that %s leads nowhere', async (hash) => {
    expect(screenOf(await mount(hash, refused))?.localName).toBe('lost-screen');
  });

  it('trains, lets every event out with a cue’s words, closes the source and sums up', async () => {
    const close = vi.fn<() => void>();
    const source = film(2, close);
    const heard: LimberEventDetail[] = [];
    const hear = ({ detail }: CustomEvent<LimberEventDetail>): void => void heard.push(detail);
    document.body.addEventListener('limber-event', hear);
    const app = await mount(`#/train/${exercise.id}?source=figure&reps=2&hold=1`, () => Promise.resolve(source));
    await vi.waitFor(() => expect(screenOf(app)?.localName).toBe('summary-screen'), { timeout: 20_000 });
    document.body.removeEventListener('limber-event', hear);
    expect(heard.filter(({ type }) => type === 'rep-completed')).toHaveLength(2);
    expect(heard.at(-1)?.type).toBe('session-ended');
    const worded = heard.filter((event) => event.type === 'cue-given' && event.words !== en.cues[event.cue]);
    expect(worded).toEqual([]);
    expect(close).toHaveBeenCalledOnce();
  });

  it('opens the source once a visit, and once more when asked again', async () => {
    const openSource = vi.fn<OpenSource>(refused);
    const app = await mount(`#/train/${exercise.id}`, openSource);
    const screen = app.renderRoot.querySelector('train-screen');
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

  it('goes on with the figure where there is no camera', async () => {
    const openSource = vi.fn<OpenSource>((request) =>
      request.kind === 'camera' ? refused(request) : Promise.resolve(film(1)),
    );
    const app = await mount(`#/train/${exercise.id}?reps=1&hold=1`, openSource);
    const screen = app.renderRoot.querySelector('train-screen');
    await vi.waitFor(async () => {
      const panel = screen?.renderRoot.querySelector('problem-panel');
      await panel?.updateComplete;
      const figure = panel?.renderRoot.querySelectorAll('button')[1];
      if (!figure) throw new Error('There is no panel yet.');
      figure.click();
    });
    await vi.waitFor(() => expect(openSource.mock.lastCall?.[0].kind).toBe('figure'));
  });

  it('aborts and closes what it opened when one leaves', async () => {
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
