import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Demonstrate } from '../../src/ports/demonstration.ts';
import { en } from '../../src/texts/en/en.ts';
import type { Wish } from '../../src/ui/ask.ts';
import { PainCheck, type PainAnswered } from '../../src/ui/elements/panels/pain-check.ts';
import { RedFlagPanel } from '../../src/ui/elements/panels/red-flag-panel.ts';
import { RestPanel } from '../../src/ui/elements/panels/rest-panel.ts';
import { homeLink } from '../../src/ui/routes.ts';
import { SafetyScreen } from '../../src/ui/screens/safety-screen.ts';
import { side, nameOf, mount, labelOf, press, linksIn, textIn, focused } from './ui-parts.ts';

/** The wishes that an element dispatches. */
const wishesOf = (element: Element, ...wishes: readonly Wish[]): readonly string[] => {
  const heard: string[] = [];
  for (const wish of wishes) element.addEventListener(wish, ({ type }) => void heard.push(type));
  return heard;
};

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', location.pathname + location.search);
});

describe('the question for pain', () => {
  const asking = async (part: Partial<PainCheck> = {}) => {
    const check = await mount(new PainCheck(), { question: 'How much?', ...part });
    const heard: unknown[] = [];
    check.addEventListener('pain-answered', (event) => heard.push((event as PainAnswered).detail));
    const numbers = [...check.renderRoot.querySelectorAll<HTMLButtonElement>('.scale button')];
    return { check, heard, numbers };
  };

  it('is answered with a number from 0 to 10, or not at all', async () => {
    const { check, heard, numbers } = await asking();
    expect(numbers.map((one) => Number.parseInt(labelOf(one), 10))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    press(check, en.safety.pain.skip);
    numbers[0]?.click();
    numbers[10]?.click();
    expect(heard).toEqual([undefined, 0, 10]);
  });

  it('shows that it goes on by itself, and how soon', async () => {
    const { check } = await asking({ remaining: 0.25 });
    expect(textIn(check)).toContain(en.safety.pain.byItself);
    expect(check.renderRoot.querySelector('progress')?.value).toBe(0.25);
    check.isPaused = true;
    await check.updateComplete;
    expect(textIn(check)).not.toContain(en.safety.pain.byItself);
  });

  it.each([
    [3, en.safety.pain.fine],
    [4, en.safety.pain.eased],
    [5, en.safety.pain.eased],
    [6, en.safety.pain.stopped],
  ])('shows the answer %i, also when given by a key, and what follows', async (picked, reply) => {
    const { check, numbers } = await asking();
    const status = check.renderRoot.querySelector('[role=status]');
    expect(status?.textContent).toBe('');
    check.picked = picked;
    await check.updateComplete;
    expect(numbers.filter((one) => one.getAttribute('aria-pressed') === 'true')).toEqual([numbers[picked]]);
    expect(status?.textContent).toBe(reply);
  });

  it.each([
    [1280, 720, 1],
    [390, 844, 2],
  ])('has large buttons on %i x %i, in %i rows', async (width, height, rows) => {
    await page.viewport(width, height);
    const root = document.createElement('div');
    root.style.setProperty('display', 'grid');
    const { check, numbers } = await asking();
    root.append(check);
    document.body.style.setProperty('margin', '0');
    document.body.append(root);
    const places = numbers.map((one) => one.getBoundingClientRect());
    expect(new Set(places.map(({ top }) => Math.round(top))).size).toBe(rows);
    for (const place of places) {
      expect(place.width).toBeGreaterThanOrEqual(64);
      expect(place.height).toBeGreaterThanOrEqual(64);
      expect(place.left).toBeGreaterThanOrEqual(0);
      expect(place.right).toBeLessThanOrEqual(width);
    }
  });
});

describe('the rest', () => {
  const resting = (part: Partial<RestPanel> = {}) =>
    mount(new RestPanel(), {
      done: 'Head tilt: all 4 done',
      exercise: side,
      view: 'side',
      name: nameOf(side.id),
      secondsLeft: 17,
      ...part,
    });

  it('shows what was done, what comes, and the time left, without announcing the seconds', async () => {
    const panel = await resting();
    expect(textIn(panel)).toContain('Head tilt: all 4 done');
    expect(panel.renderRoot.querySelector('h1')?.textContent).toContain(nameOf(side.id));
    const timer = panel.renderRoot.querySelector('[role=timer]');
    expect(timer?.getAttribute('aria-live')).toBe('off');
    expect(timer?.textContent).toContain('17');
  });

  it('asks to turn only where the view changes', async () => {
    const panel = await resting();
    expect(textIn(panel)).not.toContain(en.routine.rest.turn.side);
    panel.turn = 'side';
    await panel.updateComplete;
    expect(textIn(panel)).toContain(en.routine.rest.turn.side);
  });

  it('shows with the figure what comes', async () => {
    const showFigure = vi.fn<Demonstrate>(() => Promise.resolve());
    await resting({ showFigure });
    await vi.waitFor(() => expect(showFigure).toHaveBeenCalled());
    expect(showFigure.mock.lastCall?.[0]).toMatchObject({ exercise: side, view: 'side', moment: 'moving' });
  });

  it('can be shorter, longer, paused, ended, or lead back', async () => {
    const panel = await resting();
    const { rest } = en.routine;
    const heard = wishesOf(
      panel,
      'next-asked',
      'longer-asked',
      'repeat-asked',
      'pause-asked',
      'resume-asked',
      'end-asked',
    );
    for (const label of [rest.go, rest.longer, rest.pause, rest.repeat, rest.end]) press(panel, label);
    expect(heard).toEqual(['next-asked', 'longer-asked', 'pause-asked', 'repeat-asked', 'end-asked']);
    panel.isPaused = true;
    await panel.updateComplete;
    press(panel, rest.resume);
    expect(heard.at(-1)).toBe('resume-asked');
    expect(textIn(panel)).toContain(rest.paused);
  });
});

describe('safety', () => {
  it('is read before it is accepted', async () => {
    const screen = await mount(new SafetyScreen(), {});
    const { ask, stop, scale, privacy, accept } = en.safety;
    const text = textIn(screen);
    for (const line of [...ask.who, ...stop.signs, ...scale.bands.map(({ words }) => words), privacy]) {
      expect(text).toContain(line);
    }
    expect(linksIn(screen)).toEqual([homeLink]);
    const accepted = vi.fn<() => void>();
    screen.addEventListener('safety-accepted', accepted);
    press(screen, accept);
    expect(accepted).toHaveBeenCalledOnce();
  });

  it('shows what to do when something feels wrong, first of all to a screen reader', async () => {
    const panel = await mount(new RedFlagPanel(), {});
    const { redFlag } = en.safety;
    expect(labelOf(focused() ?? panel)).toBe(redFlag.title);
    const text = textIn(panel);
    for (const line of [redFlag.urgent.title, ...redFlag.urgent.signs, redFlag.ask.title, ...redFlag.ask.signs]) {
      expect(text).toContain(line);
    }
    const heard = wishesOf(panel, 'back-asked', 'home-asked');
    press(panel, redFlag.fine);
    press(panel, redFlag.home);
    expect(heard).toEqual(['back-asked', 'home-asked']);
  });
});
