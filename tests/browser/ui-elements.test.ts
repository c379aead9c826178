import { LitElement } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Coaching } from '../../src/engine/coaching/coaching.ts';
import type { Sight } from '../../src/engine/coaching/sight.ts';
import { briefingCamera, posesThrough } from '../../src/engine/figure/camera.ts';
import { poseBody } from '../../src/engine/figure/body.ts';
import { adult } from '../../src/engine/figure/proportions.ts';
import { millis } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { en } from '../../src/texts/en/en.ts';
import { exerciseTextsOf } from '../../src/texts/exercise-texts-of.ts';
import { CoachView } from '../../src/ui/elements/coach-view.ts';
import { ProblemPanel } from '../../src/ui/elements/problem-panel.ts';

const [exercise] = exercises;
if (!exercise) throw new Error('There is no exercise.');

const calm: Coaching = {
  phase: 'ready',
  hint: undefined,
  countdown: undefined,
  repetitions: 1,
  ofRepetitions: 5,
  attempts: 0,
  lastReason: undefined,
  cue: undefined,
  notJudged: [],
  missing: [],
};

const sightAt = (at: number, held = 0): Sight => ({
  at: millis(at),
  phase: 'holding',
  pose: posesThrough(poseBody({}, adult), briefingCamera('front'), millis(at)),
  readings: new Map(),
  segments: [{ keypoints: ['left_shoulder', 'left_elbow'], verdict: 'met' }],
  progress: 0,
  hold: { heldMs: millis(held), ofMs: millis(5000), running: true },
});

const mount = async (coaching: Partial<Coaching> = {}): Promise<CoachView> => {
  const view = new CoachView();
  view.picture = document.createElement('canvas');
  view.isMirrored = true;
  view.isPaused = false;
  view.texts = en;
  view.exerciseTexts = exerciseTextsOf(en, exercise.id);
  view.coaching = { ...calm, ...coaching };
  view.style.setProperty('height', '600px');
  document.body.append(view);
  await view.updateComplete;
  return view;
};

/** What is in an element's shadow, however deep. */
const inside = (root: Element, selector: string): readonly Element[] => {
  const shadow = root.shadowRoot;
  if (!shadow) return [];
  const deeper = [...shadow.querySelectorAll('*')].flatMap((child) => inside(child, selector));
  return [...shadow.querySelectorAll(selector), ...deeper];
};

const lineOf = (view: CoachView) => inside(view, 'cue-line').flatMap((line) => inside(line, 'p'));

afterEach(() => document.body.replaceChildren());

describe('the coach’s view', () => {
  it('shows one hint at a time, in a polite status', async () => {
    const view = await mount({ phase: 'looking', hint: 'move-back' });
    const lines = lineOf(view);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.textContent).toBe(en.hints['move-back']);
    expect(lines[0]?.getAttribute('role')).toBe('status');
    expect(lines[0]?.getAttribute('aria-live')).toBe('polite');
    expect(inside(view, 'rep-count')).toHaveLength(0);
  });

  it('keeps the status in the page before its first words', async () => {
    const view = await mount();
    const [before] = lineOf(view);
    expect(before?.textContent).toBe('');
    view.coaching = { ...calm, cue: { cue: 'elbows-together', side: undefined } };
    await view.updateComplete;
    await view.renderRoot.querySelector('cue-line')?.updateComplete;
    expect(lineOf(view)).toEqual([before]);
    expect(before?.textContent).toBe(en.cues['elbows-together']);
  });

  it('says why an attempt did not count, and what cannot be judged', async () => {
    const view = await mount({
      lastReason: { kind: 'range', measure: 'shoulderFlexion', shortBy: 12 },
      notJudged: ['trunkLean'],
    });
    expect(view.renderRoot.querySelector('.reason')?.textContent).toContain('12 degrees short');
    expect(view.renderRoot.querySelector('.unjudged')?.textContent).toContain(en.measures.trunkLean.name);
  });

  it('renders nothing for what is seen', async () => {
    const view = await mount({ phase: 'holding' });
    const updates = vi.fn<() => void>();
    for (const element of [view, ...inside(view, 'pose-overlay, hold-ring, cue-line, rep-count')]) {
      if (element instanceof LitElement) element.addController({ hostUpdate: updates });
    }
    for (let at = 0; at < 60; at += 1) view.show(sightAt(at * 33, at * 33));
    await new Promise(requestAnimationFrame);
    expect(updates).not.toHaveBeenCalled();
    expect(inside(view, '.figure')[0]?.textContent).toBe('1');
  });

  it('draws the skeleton in the picture’s own pixels, and mirrors picture and overlay together', async () => {
    const view = await mount();
    view.show(sightAt(0));
    const [canvas] = inside(view.renderRoot.querySelector('pose-overlay') ?? view, 'canvas');
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('There is no canvas.');
    expect(canvas.width / canvas.height).toBeCloseTo(4 / 3);
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    expect(pixels.some((value) => value > 0)).toBe(true);
    const layers = view.picture.parentElement;
    expect(layers?.querySelector('pose-overlay')).not.toBeNull();
    expect(layers && getComputedStyle(layers).transform).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  });

  it('says once the time is held what comes next', async () => {
    const view = await mount({ phase: 'holding' });
    view.show(sightAt(0, 4000));
    expect(view.hasAttribute('data-held')).toBe(false);
    view.show(sightAt(1000, 5000));
    expect(view.hasAttribute('data-held')).toBe(true);
  });

  it('says what is missing while the coach pauses, and offers to go on while the person does', async () => {
    const view = await mount({ phase: 'paused', missing: ['left_hip', 'right_hip'] });
    const [panel] = inside(view, 'pause-panel');
    expect(panel?.shadowRoot?.textContent).toContain('your hips');
    expect(panel?.shadowRoot?.querySelector('button')).toBeNull();
    const resumed = vi.fn<() => void>();
    view.addEventListener('resume-asked', resumed);
    view.coaching = calm;
    view.isPaused = true;
    await view.updateComplete;
    const [own] = inside(view, 'pause-panel');
    if (own && 'updateComplete' in own) await own.updateComplete;
    own?.shadowRoot?.querySelector('button')?.click();
    expect(resumed).toHaveBeenCalledOnce();
  });

  it('has large buttons that ask to pause and to end', async () => {
    const view = await mount();
    const asked = vi.fn<(what: string) => void>();
    view.addEventListener('pause-asked', () => asked('pause'));
    view.addEventListener('end-asked', () => asked('end'));
    for (const button of view.renderRoot.querySelectorAll('button')) button.click();
    expect(asked.mock.calls).toEqual([['pause'], ['end']]);
  });
});

describe('the problem panel', () => {
  it.each(Object.entries(en.problems))(
    'tells of %s, and asks again or for the figure',
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
