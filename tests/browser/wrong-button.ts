import { expect } from 'vitest';
import type { LimberApp } from '../../src/ui/limber-app.ts';
import { inside } from './every-screen.ts';

/* What the button "Something feels wrong" leaves of a page. */

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
export const besideButton = (app: LimberApp): readonly string[] => {
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
export const hiddenByButton = (app: LimberApp): readonly string[] => {
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
