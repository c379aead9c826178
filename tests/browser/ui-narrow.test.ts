import { page } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LimberApp } from '../../src/ui/limber-app.ts';
import { closeScreen, everyScreen, inside, openScreen } from './every-screen.ts';

/*
 * WCAG 1.4.10 and 1.4.4: at 320 pixels, and at 360 with text of twice the size, nothing needs scrolling to the side.
 */

const isVisible = (one: Element): boolean => one.checkVisibility({ visibilityProperty: true });

/** Whether an element lies in a part that scrolls by itself, as a wide table does; one that is cut off fits nowhere. */
const isInScroller = (one: Element): boolean => {
  for (let at: Element | null = one; at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host || null))
    if (at !== one && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
  return false;
};

/** What reaches beyond the right edge, by its path, for a message that helps. */
const tooWide = (app: LimberApp, width: number): readonly string[] =>
  inside(app)
    .filter((one) => one.getBoundingClientRect().right > width + 0.5 && isVisible(one) && !isInScroller(one))
    .map((one) => `${(one.getRootNode() as ShadowRoot).host.localName} ${one.localName}.${one.className}`)
    .slice(0, 6);

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const common = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  right: Math.min(one.right, other.right),
  top: Math.max(one.top, other.top),
  bottom: Math.min(one.bottom, other.bottom),
});

/** The part of an element that shows: what a part that scrolls or is cut off leaves of it. */
const shownBox = (one: Element): Box => {
  let box: Box = one.getBoundingClientRect();
  for (let at: Element | null = one; at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host || null))
    if (at !== one && getComputedStyle(at).overflowY !== 'visible') box = common(box, at.getBoundingClientRect());
  return box;
};

/** The controls that lie on one another; what is scrolled under the row at the bottom does not count. */
const overlapping = (app: LimberApp): readonly string[] => {
  const controls = inside(app).filter(
    (one) =>
      one.matches('button, a, summary') &&
      isVisible(one) &&
      (one.getRootNode() as ShadowRoot).host.localName !== 'wrong-button',
  );
  return controls.flatMap((one, index) =>
    controls.slice(index + 1).flatMap((other) => {
      const { left, right, top, bottom } = common(shownBox(one), shownBox(other));
      const words = [one, other].map(({ textContent }) => textContent.trim().slice(0, 20));
      return right - left > 1 && bottom - top > 1 && !one.contains(other) ? [words.join(' / ')] : [];
    }),
  );
};

afterEach(async () => {
  closeScreen();
  await page.viewport(1280, 720);
});

describe.each([
  ['320 pixels', 320, '100%'],
  ['360 pixels with text of twice the size', 360, '200%'],
] as const)('within %s fits', (_, width, fontSize) => {
  beforeEach(async () => {
    await page.viewport(width, 640);
    document.documentElement.style.fontSize = fontSize;
  });

  it.each(everyScreen.map((screen) => [screen.name, screen] as const))('%s', async (_, screen) => {
    const app = await openScreen(screen);
    const wide = document.documentElement.scrollWidth;
    expect({ wide, by: tooWide(app, width) }).toEqual({ wide: width, by: [] });
    expect(overlapping(app)).toEqual([]);
  });
});
