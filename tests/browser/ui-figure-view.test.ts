import { afterEach, describe, expect, it, vi } from 'vitest';
import { exercises } from '../../src/exercises/registry.ts';
import { en } from '../../src/texts/en/en.ts';
import { FigureView } from '../../src/ui/elements/figure/figure-view.ts';
import type { Demonstrate } from '../../src/ports/demonstration.ts';

const [exercise] = exercises;
if (!exercise) throw new Error('There is no exercise.');

const mount = (showFigure: Demonstrate): FigureView => {
  const view = new FigureView();
  Object.assign(view, { exercise, view: 'front', showFigure, label: 'A figure', missing: en.app.figureMissing });
  view.style.inlineSize = '320px';
  document.body.append(view);
  return view;
};

const isShown = (view: FigureView): boolean => view.renderRoot.querySelector('canvas')?.checkVisibility() ?? false;
const words = (view: FigureView): string => view.renderRoot.querySelector('p')?.textContent.trim() ?? '';

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

describe('a figure that cannot be shown', () => {
  it('is replaced by words, and returns by itself once it can be drawn', async () => {
    let isThere = false;
    const showFigure = vi.fn<Demonstrate>(({ onDrawn, signal }) => {
      if (!isThere) return Promise.reject(new Error('offline'));
      onDrawn?.();
      return new Promise((done) => signal.addEventListener('abort', () => done()));
    });
    const view = mount(showFigure);
    await vi.waitUntil(() => words(view) !== '');
    expect(words(view)).toBe(en.app.figureMissing);
    expect(isShown(view)).toBe(false);
    expect(view.offsetHeight).toBeGreaterThan(200);
    isThere = true;
    dispatchEvent(new Event('online'));
    await vi.waitUntil(() => isShown(view));
    expect(words(view)).toBe('');
    expect(showFigure).toHaveBeenCalledTimes(2);
  });

  it('is tried again after a while, as long as it is in the page', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const showFigure = vi.fn<Demonstrate>(() => Promise.reject(new Error('no WebGL')));
    const view = mount(showFigure);
    await vi.waitUntil(() => words(view) !== '', { timeout: 5000 });
    const before = showFigure.mock.calls.length;
    await vi.advanceTimersByTimeAsync(11_000);
    expect(showFigure.mock.calls.length).toBe(before + 1);
    view.remove();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(showFigure.mock.calls.length).toBe(before + 1);
  });
});
