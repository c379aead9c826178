import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What must be readable from two metres: the least height in hundredths of the view's height. */
const leastHeights = [
  { inside: 'cue-line', name: 'The cue', least: 8 },
  { inside: 'rep-count', name: 'The count', least: 20 },
] as const;

/** The problems of a page, in words: overflow, axe violations, and text too small to be read from two metres. */
export const complaintsAbout = async (page: Page): Promise<readonly string[]> => [
  ...(await overflowIn(page)),
  ...(await barriersIn(page)),
  ...(await smallWordsIn(page)),
];

const overflowIn = async (page: Page): Promise<readonly string[]> => {
  const [width, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
  return width > shown ? [`It is ${width} pixels wide, where ${shown} are shown.`] : [];
};

const barriersIn = async (page: Page): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  );
  return violations.map(
    ({ id, help, nodes }) => `axe ${id}: ${help} (${nodes.map(({ target }) => target.flat().join(' ')).join('; ')})`,
  );
};

const smallWordsIn = async (page: Page): Promise<readonly string[]> => {
  const sizes = await page.evaluate((things) => {
    const find = (root: Element | ShadowRoot, selector: string): HTMLElement | undefined => {
      const [found] = root.querySelectorAll<HTMLElement>(selector);
      if (found) return found;
      for (const child of root.querySelectorAll('*')) {
        const within = child.shadowRoot && find(child.shadowRoot, selector);
        if (within) return within;
      }
      return undefined;
    };
    return things.map(({ inside }) => {
      const element = find(document.body, inside);
      const isShown = element && element.getBoundingClientRect().height > 0 && element.shadowRoot?.textContent?.trim();
      return isShown ? (100 * Number.parseFloat(getComputedStyle(element).fontSize)) / innerHeight : undefined;
    });
  }, leastHeights);
  return leastHeights.flatMap(({ name, least }, index) => {
    const size = sizes[index];
    return size !== undefined && size < least ? [`${name} is ${size.toFixed(1)} vh high; ${least} are asked for.`] : [];
  });
};
