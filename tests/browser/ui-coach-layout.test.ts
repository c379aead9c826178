import { LitElement } from 'lit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Coaching } from '../../src/engine/coach/coaching.ts';
import { cueIds, cueUrgency, type CueId } from '../../src/engine/exercise/cues.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import { en } from '../../src/texts/en/en.ts';
import { exerciseTextsOf } from '../../src/texts/exercise-texts-of.ts';
import { CoachView } from '../../src/ui/elements/coach/coach-view.ts';
import { tokens } from '../../src/ui/styles/tokens.ts';
import { calmCoaching } from '../session/calm-coaching.ts';

/*
 * Measures what must be readable from two metres: the count is at least a fifth of the view's height, a cue at least a
 * twelfth, on a laptop and on a telephone in portrait, and nothing covers anything else.
 */

const [exercise] = exercises;
if (!exercise) throw new Error('There is no exercise.');

const sizes = [
  ['a laptop', 1280, 720],
  ['a telephone', 390, 844],
] as const;

const sheet = document.createElement('style');
beforeAll(() => {
  sheet.textContent = `${tokens.cssText.replace(':host', ':root')} body { margin: 0; font-family: var(--font); }`;
  document.head.append(sheet);
});
afterAll(() => sheet.remove());
afterEach(() => document.body.replaceChildren());

const busy: Coaching = { ...calmCoaching, phase: 'working', repetitions: 10, ofRepetitions: 10 };

const mount = async (width: number, height: number, coaching: Partial<Coaching> = {}): Promise<CoachView> => {
  const view = new CoachView();
  Object.assign(view, {
    picture: document.createElement('canvas'),
    isMirrored: true,
    isPaused: false,
    isMuted: false,
    texts: en,
    plan: planFor(exercise),
    exerciseTexts: exerciseTextsOf(en, exercise.id),
    coaching: { ...busy, ...coaching },
    progress: { done: 1, of: 6, names: ['', '', '', '', '', ''] },
  });
  view.style.cssText = `inline-size: ${width}px; block-size: ${height}px`;
  document.body.append(view);
  await view.updateComplete;
  for (const child of view.renderRoot.querySelectorAll('*'))
    if (child instanceof LitElement) await child.updateComplete;
  return view;
};

const boxOf = (view: CoachView, selector: string): DOMRect => {
  const [host = '', within] = selector.split(' >> ');
  const outer = view.renderRoot.querySelector(host);
  const found = within ? outer?.shadowRoot?.querySelector(within) : outer;
  if (!found) throw new Error(`There is no ${selector}.`);
  return found.getBoundingClientRect();
};

const sizeOf = (view: CoachView, selector: string): number => {
  const found = view.renderRoot.querySelector(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return Number.parseFloat(getComputedStyle(found).fontSize);
};

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;

const buttonsOf = (view: CoachView): readonly HTMLButtonElement[] => [...view.renderRoot.querySelectorAll('button')];

const withCue = (cue: CueId): Partial<Coaching> => ({ cue: { cue, side: undefined, urgency: cueUrgency[cue] } });

describe.each(sizes)('on %s (%i x %i)', (_, width, height) => {
  it('the count is a fifth of the height, the cue a twelfth, and both are larger than the rest', async () => {
    const view = await mount(width, height, withCue('sit-tall'));
    expect(sizeOf(view, 'rep-count')).toBeGreaterThanOrEqual(0.2 * height);
    expect(sizeOf(view, 'cue-line')).toBeGreaterThanOrEqual(0.08 * height);
    for (const rest of ['.prompt', 'breath-pacer', 'button'])
      expect(sizeOf(view, rest)).toBeLessThan(0.8 * sizeOf(view, 'cue-line'));
    const captioned = await mount(width, height);
    captioned.caption = 'Three more';
    await captioned.updateComplete;
    expect(sizeOf(captioned, 'caption-line')).toBeLessThan(0.8 * sizeOf(captioned, 'cue-line'));
  });

  it('every button is four rem each way, and covers no other', async () => {
    for (const phase of ['working', 'practice', 'looking'] as const) {
      const view = await mount(width, height, { phase });
      const boxes = buttonsOf(view).map((button) => button.getBoundingClientRect());
      for (const box of boxes) {
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(63.9);
        expect(box.left).toBeGreaterThanOrEqual(view.getBoundingClientRect().left);
        expect(box.right).toBeLessThanOrEqual(view.getBoundingClientRect().right);
        expect(box.bottom).toBeLessThanOrEqual(view.getBoundingClientRect().bottom);
      }
      for (const [index, one] of boxes.entries())
        for (const other of boxes.slice(index + 1)) expect(overlap(one, other)).toBe(false);
      view.remove();
    }
  });

  it.each(cueIds)('the cue %s fits between its neighbours', async (cue) => {
    const view = await mount(width, height, withCue(cue));
    const line = boxOf(view, 'cue-line >> p');
    const within = view.getBoundingClientRect();
    expect(line.bottom).toBeLessThanOrEqual(within.bottom);
    expect(line.left).toBeGreaterThanOrEqual(within.left);
    expect(line.right).toBeLessThanOrEqual(within.right);
    const p = view.renderRoot.querySelector('cue-line')?.shadowRoot?.querySelector('p');
    expect(p?.scrollWidth).toBeLessThanOrEqual(Math.ceil(line.width));
    const around = [boxOf(view, 'rep-count >> .count'), boxOf(view, '.rings')];
    for (const box of [...around, ...buttonsOf(view).map((button) => button.getBoundingClientRect())])
      expect(overlap(line, box)).toBe(false);
  });

  it('ten of ten fits its place', async () => {
    const view = await mount(width, height);
    const count = view.renderRoot.querySelector('rep-count')?.shadowRoot?.querySelector('.count');
    const right = Math.max(...[...(count?.children ?? [])].map((one) => one.getBoundingClientRect().right));
    const picture = boxOf(view, '.picture');
    const rings = boxOf(view, '.rings');
    expect(right).toBeLessThanOrEqual(width > height ? picture.left : rings.left);
  });

  it('the picture keeps its size', async () => {
    const { width: wide, height: high } = boxOf(await mount(width, height), '.picture');
    expect(wide).toBeCloseTo(Math.min(width, height * (4 / 3)), 0);
    expect(high).toBeCloseTo(Math.min(height, width / (4 / 3)), 0);
  });
});
