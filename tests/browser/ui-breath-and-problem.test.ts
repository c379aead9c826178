import { afterEach, describe, expect, it, vi } from 'vitest';
import { en } from '../../src/texts/en/en.ts';
import { BreathPacer } from '../../src/ui/elements/coach/breath-pacer.ts';
import type { CoachView } from '../../src/ui/elements/coach/coach-view.ts';
import { ProblemPanel } from '../../src/ui/elements/panels/problem-panel.ts';
import { exercise, calm, sightAt, mount } from './coach-view.ts';

afterEach(() => document.body.replaceChildren());

describe('the breath pacer', () => {
  const pacerIn = async (view: CoachView): Promise<BreathPacer> => {
    const pacer = view.renderRoot.querySelector('breath-pacer');
    if (!(pacer instanceof BreathPacer)) throw new Error('There is no pacer.');
    await pacer.updateComplete;
    return pacer;
  };
  const shown = (pacer: BreathPacer): readonly string[] =>
    [...pacer.renderRoot.querySelectorAll('p > *')]
      .filter((word) => getComputedStyle(word).visibility === 'visible')
      .map(({ textContent }) => textContent ?? '');
  const ringOf = (pacer: BreathPacer): CSSStyleDeclaration => {
    const ring = pacer.renderRoot.querySelector('.ring');
    if (!ring) throw new Error('There is no ring.');
    return getComputedStyle(ring);
  };

  it('grows and shrinks with the movement, over its tempo, with a word that is readable from two metres', async () => {
    const { breath, motion } = exercise;
    expect([breath.working, breath.returning]).toEqual(['out', 'in']);
    const view = await mount({ phase: 'working' });
    const pacer = await pacerIn(view);
    expect(shown(pacer)).toEqual([en.app.train.breath.out]);
    expect(ringOf(pacer).animationName).toBe('shrink');
    expect(ringOf(pacer).animationDuration).toBe(`${Math.max(1000, motion.tempo.out) / 1000}s`);
    expect(Number.parseFloat(getComputedStyle(pacer).fontSize)).toBeGreaterThanOrEqual(0.03 * 600);
    view.coaching = { ...calm, phase: 'returning' };
    await view.updateComplete;
    await pacer.updateComplete;
    expect(shown(pacer)).toEqual([en.app.train.breath.in]);
    expect(ringOf(pacer).animationName).toBe('grow');
  });

  it('breathes six times a minute between repetitions', async () => {
    const pacer = await pacerIn(await mount({ phase: 'ready' }));
    expect(ringOf(pacer).animationName).toBe('breathe');
    expect(ringOf(pacer).animationDuration).toBe('10s');
    expect(ringOf(pacer).animationIterationCount).toBe('infinite');
    expect(shown(pacer)).toEqual([en.app.train.breath.in]);
    const moving = [...pacer.renderRoot.querySelectorAll('.pace *')].flatMap((one) => one.getAnimations());
    for (const animation of moving) animation.currentTime = 6000;
    expect(shown(pacer)).toEqual([en.app.train.breath.out]);
  });

  it('moves in steps, not in each frame of the screen', async () => {
    const pacer = await pacerIn(await mount({ phase: 'ready' }));
    const seen = new Set<string>();
    const began = performance.now();
    while (performance.now() - began < 1000) {
      await new Promise(requestAnimationFrame);
      seen.add(ringOf(pacer).transform);
    }
    // It grows for four of ten seconds. Headless, the screen has sixty frames a second.
    expect(seen.size).toBeGreaterThan(4);
    expect(seen.size).toBeLessThan(16);
  });

  it('shows only its word while the hold ring runs', async () => {
    const view = await mount({ phase: 'holding' });
    const pacer = await pacerIn(view);
    expect(ringOf(pacer).visibility).toBe('visible');
    view.show(sightAt(0, 1000));
    expect(ringOf(pacer).visibility).toBe('hidden');
    expect(shown(pacer)).toHaveLength(1);
    const ring = view.renderRoot.querySelector('hold-ring');
    expect(ring && getComputedStyle(ring).visibility).toBe('visible');
  });

  it.each(['looking', 'practice', 'countdown', 'paused'] as const)('is not seen while %s', async (phase) => {
    expect(shown(await pacerIn(await mount({ phase })))).toEqual([]);
  });
});

describe('the problem panel', () => {
  it.each(Object.entries(en.problems))(
    'describes %s, and offers to try again or the figure',
    async (_, { title, whatToDo, steps }) => {
      const panel = new ProblemPanel();
      Object.assign(panel, { heading: title, whatToDo, steps, again: 'Try again', figure: 'Figure' });
      const asked = vi.fn<(what: string) => void>();
      panel.addEventListener('again-asked', () => asked('again'));
      panel.addEventListener('figure-asked', () => asked('figure'));
      document.body.append(panel);
      await panel.updateComplete;
      expect(panel.renderRoot.querySelectorAll('li')).toHaveLength(steps.length);
      for (const button of panel.renderRoot.querySelectorAll('button')) button.click();
      expect(asked.mock.calls).toEqual([['again'], ['figure']]);
    },
  );
});
