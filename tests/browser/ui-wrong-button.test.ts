import { page } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import type { LimberApp } from '../../src/ui/limber-app.ts';
import { closeScreen, everyScreen, inside, openScreen } from './every-screen.ts';

/*
 * "Something feels wrong" stays at hand on every screen, and covers nothing of it: at its height there is nothing else,
 * what has the focus is never behind it, and at the end of the page everything is above it.
 */

const buttonIn = (app: LimberApp): Element => {
  const found = inside(app).filter(({ localName }) => localName === 'wrong-button');
  if (found.length !== 1 || !found[0]) throw new Error(`There are ${found.length} buttons.`);
  return found[0];
};

/** The topmost element at a point, at any depth. */
const topmostAt = (x: number, y: number): Element | null => {
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const deeper: Element | null = found.shadowRoot.elementFromPoint(x, y);
    if (!deeper || deeper === found) return found;
    found = deeper;
  }
  return found;
};

const isWithin = (outer: Element, one: Element | null): boolean => {
  for (let at: Element | null = one; at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host || null))
    if (at === outer) return true;
  return false;
};

/** What of the page shows at the height of the button, from the left edge to the right one. */
const besideButton = (app: LimberApp): readonly string[] => {
  const bar = buttonIn(app);
  const button = bar.shadowRoot?.querySelector('button');
  if (!button) throw new Error('The button is not there.');
  const { top, bottom } = button.getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(innerHeight);
  const found = new Set<string>();
  for (let x = 4; x < document.documentElement.clientWidth; x += 16)
    for (const y of [top + 1, (top + bottom) / 2, bottom - 1]) {
      const one = topmostAt(x, y);
      if (one && !isWithin(bar, one)) found.add(`${one.localName}.${one.className}`);
    }
  return [...found];
};

/** The controls that are behind the button while they have the focus. */
const hiddenByButton = (app: LimberApp): readonly string[] => {
  const bar = buttonIn(app);
  return inside(app)
    .filter((one): one is HTMLElement => one instanceof HTMLElement && one.matches('a, button, input, summary'))
    .filter((one) => one.checkVisibility() && !isWithin(bar, one))
    .filter((one) => {
      one.focus();
      // A control higher than the page cannot be shown as a whole.
      const box = one.getBoundingClientRect();
      const { top } = bar.getBoundingClientRect();
      return box.bottom > top + 0.5 && box.top > 0 && box.height < top;
    })
    .map((one) => `${one.localName}.${one.className} ${one.textContent.trim().slice(0, 30)}`);
};

afterEach(async () => {
  closeScreen();
  await page.viewport(1280, 720);
});

/** Those with the picture have the button among their own. */
const screens = everyScreen.filter(({ shows }) => shows !== 'coach-view' && shows !== 'pause-panel');
const sizes = [
  [1280, 720],
  [390, 844],
  [320, 640],
] as const;

describe.each(sizes)('at %i x %i, the button for when something feels wrong', (width, height) => {
  it.each(screens.map((screen) => [screen.name, screen] as const))('covers nothing: %s', async (_, screen) => {
    await page.viewport(width, height);
    const app = await openScreen(screen);
    const places = [0, document.documentElement.scrollHeight / 2, document.documentElement.scrollHeight];
    for (const place of places) {
      scrollTo(0, place);
      expect(besideButton(app)).toEqual([]);
    }
    expect(hiddenByButton(app)).toEqual([]);
  });
});
