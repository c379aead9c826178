import type { LimberApp } from '../../src/ui/limber-app.ts';
import { inside } from './every-screen.ts';

/* What does not fit on a narrow page. */

const isVisible = (one: Element): boolean => one.checkVisibility({ visibilityProperty: true });

/** Whether an element lies in a part that scrolls by itself, as a wide table does; one that is cut off fits nowhere. */
const isInScroller = (one: Element): boolean => {
  for (let at: Element | null = one; at; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host || null))
    if (at !== one && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
  return false;
};

/** What reaches beyond the right edge of a width in pixels, by its path, for a message that helps; at most six. */
export const tooWide = (app: LimberApp, width: number): readonly string[] =>
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

/** The controls that lie on one another, by their words; what is scrolled under the row at the bottom does not count. */
export const overlapping = (app: LimberApp): readonly string[] => {
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
