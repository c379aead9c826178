import { afterEach, describe, expect, it, vi } from 'vitest';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import type { OpenSource, PoseSource, RangeStore } from '../../src/session/ports.ts';
import { en } from '../../src/texts/en/en.ts';
import type { LimberEventDetail } from '../../src/ui/limber-event.ts';
import { LimberApp } from '../../src/ui/limber-app.ts';
import { filmed } from '../scenarios/play.ts';
import { exercise, film, refused, mount, inside, screenOf, summaryIn } from './app-world.ts';

afterEach(() => {
  document.body.replaceChildren();
  location.hash = '';
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
