import { LitElement } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ShownRange } from '../../src/engine/coach/coaching.ts';
import { noKeypoints } from '../../src/engine/pose/keypoints.ts';
import { en } from '../../src/texts/en/en.ts';
import { exerciseTextsOf } from '../../src/texts/exercise-texts-of.ts';
import type { Wish } from '../../src/ui/ask.ts';
import type { CoachView } from '../../src/ui/elements/coach/coach-view.ts';
import { exercise, calm, sightAt, mount } from './coach-view.ts';

/** The elements in an element's shadow, at any depth. */
const inside = (root: Element, selector: string): readonly Element[] => {
  const shadow = root.shadowRoot;
  if (!shadow) return [];
  const deeper = [...shadow.querySelectorAll('*')].flatMap((child) => inside(child, selector));
  return [...shadow.querySelectorAll(selector), ...deeper];
};

const lineOf = (view: CoachView) => inside(view, 'cue-line').flatMap((line) => inside(line, 'p'));

/** The events of the buttons of a view, each pressed once. */
const askedOf = (view: CoachView): readonly string[] => {
  const asked: string[] = [];
  const wishes: readonly Wish[] = [
    'pause-asked',
    'resume-asked',
    'end-asked',
    'recalibrate-asked',
    'skip-practice-asked',
    'skip-asked',
    'repeat-asked',
    'mute-asked',
    'red-flag-asked',
  ];
  for (const wish of wishes) view.addEventListener(wish, () => asked.push(wish));
  for (const button of view.renderRoot.querySelectorAll('button')) button.click();
  return asked;
};

const textOf = (view: CoachView, selector: string): string =>
  view.renderRoot.querySelector(selector)?.textContent?.trim().replace(/\s+/g, ' ') ?? '';

const range: ShownRange = {
  end: 'together',
  side: undefined,
  measure: 'elbowGap',
  value: 0.62,
  error: 0.02,
  target: 0.7,
  norm: 0.85,
};

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

  it('turns the figure as the user is turned on the screen, mirrored or not', async () => {
    const view = await mount();
    view.showFigure = () => Promise.resolve();
    const isFlippedFor = async (faces: 1 | -1 | undefined, isMirrored: boolean): Promise<boolean | undefined> => {
      Object.assign(view, { coaching: { ...calm, faces }, isMirrored });
      await view.updateComplete;
      return inside(view, 'figure-view')[0]?.hasAttribute('data-flipped');
    };
    // It is drawn facing right.
    expect(await isFlippedFor(1, true)).toBe(true);
    expect(await isFlippedFor(-1, true)).toBe(false);
    expect(await isFlippedFor(1, false)).toBe(false);
    expect(await isFlippedFor(-1, false)).toBe(true);
    expect(await isFlippedFor(undefined, true)).toBe(false);
  });

  it('keeps the status in the page before its first words', async () => {
    const view = await mount();
    const [before] = lineOf(view);
    expect(before?.textContent).toBe('');
    view.coaching = { ...calm, cue: { cue: 'elbows-together', side: undefined, urgency: 'range' } };
    await view.updateComplete;
    await view.renderRoot.querySelector('cue-line')?.updateComplete;
    expect(lineOf(view)).toEqual([before]);
    expect(before?.textContent).toBe(en.cues['elbows-together']);
  });

  it('shows why an attempt did not count, and what cannot be judged', async () => {
    const view = await mount({
      lastReason: { kind: 'range', measure: 'shoulderFlexion', shortBy: 12 },
      notJudged: ['trunkLean'],
    });
    expect(view.renderRoot.querySelector('.reason')?.textContent).toContain('12 degrees short');
    expect(view.renderRoot.querySelector('.unjudged')?.textContent).toContain(en.measures.trunkLean.name);
  });

  it('renders nothing for a new sight', async () => {
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

  it('draws the skeleton where the body is in the mirrored picture, on a canvas not larger than it needs', async () => {
    const view = await mount();
    // Two frames: the second one finds the canvas that the first one left.
    view.show(sightAt(0));
    const sight = sightAt(33);
    view.show(sight);
    const [canvas] = inside(view.renderRoot.querySelector('pose-overlay') ?? view, 'canvas');
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('There is no canvas.');
    const layers = view.picture.parentElement;
    if (!layers) throw new Error('There is no picture.');
    expect(getComputedStyle(layers).transform).toBe('matrix(-1, 0, 0, 1, 0, 0)');
    const [picture, place] = [layers.getBoundingClientRect(), canvas.getBoundingClientRect()];
    const { frame, keypoints } = sight.pose;
    const pixels = canvas.width / place.width;
    for (const name of ['nose', 'right_shoulder', 'left_hip'] as const) {
      const { x, y } = keypoints[name];
      const seen = {
        x: picture.right - (x / frame.width) * picture.width,
        y: picture.top + (y / frame.height) * picture.height,
      };
      const [at, down] = [(seen.x - place.left) * pixels, (seen.y - place.top) * pixels];
      const [red = 0, green = 0, blue = 0, alpha = 0] =
        canvas.getContext('2d')?.getImageData(at, down, 1, 1).data ?? [];
      expect([name, red + green + blue > 600, alpha]).toEqual([name, true, 255]);
    }
    expect(place.width * place.height).toBeLessThan(0.5 * picture.width * picture.height);
  });

  it('shades the picture behind a caption only while its words are seen', async () => {
    const view = await mount();
    // In portrait the words are below the picture.
    view.style.setProperty('width', '1000px');
    const isShaded = (): boolean => {
      const band = view.renderRoot.querySelector('.band');
      return band !== null && getComputedStyle(band).backgroundImage !== 'none';
    };
    expect(isShaded()).toBe(false);
    for (const words of ['Two', 'Three']) {
      view.caption = words;
      await view.updateComplete;
      await view.renderRoot.querySelector('caption-line')?.updateComplete;
      expect([words, isShaded()]).toEqual([words, true]);
      for (const line of inside(view, 'caption-line'))
        inside(line, 'span')[0]?.dispatchEvent(new Event('animationend'));
      expect([words, isShaded()]).toEqual([words, false]);
    }
    view.coaching = { ...calm, cue: { cue: 'elbows-together', side: undefined, urgency: 'range' } };
    await view.updateComplete;
    expect(isShaded()).toBe(true);
  });

  it('draws nothing, and leaves nothing drawn, where no body is seen', async () => {
    const view = await mount();
    view.show(sightAt(0));
    const sight = sightAt(33);
    view.show({ ...sight, segments: [], pose: { ...sight.pose, keypoints: noKeypoints } });
    const [canvas] = inside(view.renderRoot.querySelector('pose-overlay') ?? view, 'canvas');
    expect(canvas && getComputedStyle(canvas).display).toBe('none');
  });

  it('shows what comes next once the time is held', async () => {
    const view = await mount({ phase: 'holding' });
    view.show(sightAt(0, 4000));
    expect(view.hasAttribute('data-held')).toBe(false);
    view.show(sightAt(1000, 5000));
    expect(view.hasAttribute('data-held')).toBe(true);
  });

  it('shows what is missing while the coach pauses, and offers to resume while the user pauses', async () => {
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

  it.each([
    ['ready', false, ['pause-asked', 'recalibrate-asked']],
    ['paused', false, ['pause-asked', 'recalibrate-asked']],
    ['working', true, ['resume-asked', 'recalibrate-asked']],
    ['practice', false, ['pause-asked', 'skip-practice-asked']],
    ['looking', false, ['pause-asked']],
  ] as const)('has large buttons while %s (paused by the user: %s) that ask for %j', async (phase, isPaused, all) => {
    const view = await mount({ phase });
    view.isPaused = isPaused;
    await view.updateComplete;
    expect(askedOf(view)).toEqual([...all, 'end-asked', 'red-flag-asked']);
  });

  it('has buttons for the way through a routine, and for the voice where there is one', async () => {
    const view = await mount();
    view.progress = { done: 1, of: 3, names: ['one', 'two', 'three'] };
    view.isMuted = false;
    await view.updateComplete;
    expect(askedOf(view)).toEqual([
      'repeat-asked',
      'pause-asked',
      'skip-asked',
      'mute-asked',
      'recalibrate-asked',
      'end-asked',
      'red-flag-asked',
    ]);
    expect(view.renderRoot.querySelector(`[aria-label="${en.app.train.mute}"]`)).not.toBeNull();
    view.isMuted = true;
    await view.updateComplete;
    expect(view.renderRoot.querySelector(`[aria-label="${en.app.train.unmute}"]`)).not.toBeNull();
  });

  it('shows the progress of a routine by shape, and in words', async () => {
    const view = await mount();
    expect(inside(view, 'routine-line')).toEqual([]);
    view.progress = { done: 1, of: 3, names: ['one', 'two', 'three'] };
    await view.updateComplete;
    const kinds = inside(view, 'li').map(({ className }) => className);
    expect(kinds).toEqual(['done', 'now', 'to-come']);
    const [done, now] = inside(view, 'li').map((one) => one.getBoundingClientRect().height);
    expect(now).toBeGreaterThan(2 * (done ?? 0));
    const [line] = inside(view, 'routine-line');
    expect(line?.shadowRoot?.querySelector('.unseen')?.textContent).toBe('2 of 3: two');
  });

  it('shows the words of the voice while there is neither a hint nor a cue', async () => {
    const view = await mount();
    view.caption = 'Two more';
    await view.updateComplete;
    const caption = view.renderRoot.querySelector('caption-line');
    await caption?.updateComplete;
    expect(caption?.renderRoot.textContent?.trim()).toBe('Two more');
    const isShown = (): boolean => caption !== null && getComputedStyle(caption).visibility === 'visible';
    expect(isShown()).toBe(true);
    view.coaching = { ...calm, cue: { cue: 'elbows-together', side: undefined, urgency: 'range' } };
    await view.updateComplete;
    expect(isShown()).toBe(false);
    view.coaching = { ...calm, hint: 'sit-still', phase: 'neutral' };
    await view.updateComplete;
    expect(isShown()).toBe(false);
  });

  it('has a distinct form for having gone far enough, also while it is held', async () => {
    const view = await mount({ phase: 'holding', cue: { cue: 'ease-off', side: undefined, urgency: 'safety' } });
    const frame = (): CSSStyleDeclaration => {
      const glow = view.renderRoot.querySelector('.glow');
      if (!glow) throw new Error('There is no frame.');
      return getComputedStyle(glow);
    };
    expect(view.renderRoot.querySelector('[data-mood="easing"] .badge svg')).not.toBeNull();
    expect(frame().borderTopStyle).toBe('dashed');
    const thick = Number.parseFloat(frame().borderTopWidth);
    const [line] = lineOf(view);
    const ofLimit = line && getComputedStyle(line).display;
    view.coaching = { ...calm, phase: 'working', cue: { cue: 'elbows-together', side: undefined, urgency: 'range' } };
    await view.updateComplete;
    await view.renderRoot.querySelector('cue-line')?.updateComplete;
    expect(view.renderRoot.querySelector('[data-mood="correcting"]')).not.toBeNull();
    expect(view.renderRoot.querySelector('.badge')).toBeNull();
    expect(frame().borderTopStyle).toBe('double');
    expect(thick).toBeGreaterThan(1.5 * Number.parseFloat(frame().borderTopWidth));
    expect(line && getComputedStyle(line).display).not.toBe(ofLimit);
  });

  it.each(['setting-up', 'ready', 'moving', 'holding', 'correcting', 'easing', 'paused'])(
    'neither blurs nor animates its frame over the picture while %s',
    async (mood) => {
      const view = await mount();
      view.renderRoot.querySelector('.stage')?.setAttribute('data-mood', mood);
      const glow = view.renderRoot.querySelector('.glow');
      if (!glow) throw new Error('There is no frame.');
      const { boxShadow, transitionDuration, filter } = getComputedStyle(glow);
      // Of a shadow's lengths the third is its blur.
      const [, , blur = '0px'] = boxShadow.match(/-?[\d.]+px/g) ?? [];
      expect([blur, transitionDuration, filter]).toEqual(['0px', '0s', 'none']);
    },
  );

  it('pauses the figure while the ring runs', async () => {
    const view = await mount({ phase: 'working' });
    view.showFigure = async () => undefined;
    await view.updateComplete;
    const moment = () => view.renderRoot.querySelector('figure-view')?.moment;
    expect(moment()).toBe('moving');
    view.coaching = { ...calm, phase: 'holding' };
    await view.updateComplete;
    expect(moment()).toBe('end');
  });
});

describe('the coach’s view of the user’s own range', () => {
  it('prompts practice in the exercise’s own words, under a label, with a hint and without a count', async () => {
    const view = await mount({ phase: 'practice', practising: 'holding', hint: 'practise-stay', ranges: [range] });
    expect(textOf(view, '.label')).toBe(en.phases.practice);
    expect(textOf(view, '.prompt .now')).toBe(exerciseTextsOf(en, exercise.id).prompts.holding);
    expect(lineOf(view)[0]?.textContent).toBe(en.hints['practise-stay']);
    expect(inside(view, 'rep-count, .range')).toHaveLength(0);
  });

  it('shows the range beside the usual one, that it was eased, and possible faults, and announces none of it', async () => {
    const view = await mount({ targets: 'personal', ranges: [range], easeLevel: 1, faultHint: 'long-arm' });
    expect([...view.renderRoot.querySelectorAll('.range')].map(({ textContent }) => textContent?.trim())).toEqual([
      'Your range 62 % of shoulder width · usual 85 %',
      en.app.train.eased,
    ]);
    expect(textOf(view, '.tip')).toBe(`${en.app.train.perhaps} ${en.cues['long-arm']}`);
    expect(view.renderRoot.querySelector('.tip svg')).not.toBeNull();
    expect(view.renderRoot.querySelector('.corner')?.closest('[aria-live], [role]')).toBeNull();
    expect(view.renderRoot.querySelector('.corner [aria-live], .corner [role]')).toBeNull();
    expect(lineOf(view)[0]?.textContent).toBe('');
  });

  it('shows that it only keeps the time, and counts so', async () => {
    const view = await mount({ targets: 'timed', repetitions: 3, notJudged: ['trunkLean'] });
    expect(textOf(view, '.timed')).toBe(en.app.train.onlyTheTime);
    expect(view.renderRoot.querySelector('.unjudged')).toBeNull();
    view.coaching = { ...view.coaching, phase: 'holding' };
    await view.updateComplete;
    expect(view.renderRoot.querySelector('[data-mood="holding"]')).toBeNull();
    expect(inside(view, '[role="status"]').map(({ textContent }) => textContent)).toContain('3 of 5, by time');
  });

  it('shows during set-up what it cannot see yet', async () => {
    const view = await mount({ phase: 'looking', hint: 'show-hips', missing: ['left_hip', 'right_hip'] });
    expect(textOf(view, '.unjudged')).toBe("I can't see your hips");
    view.coaching = { ...calm, missing: ['left_hip'] };
    await view.updateComplete;
    expect(view.renderRoot.querySelector('.unjudged')).toBeNull();
  });
});
