import { page } from 'vitest/browser';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LimberApp } from '../../src/ui/limber-app.ts';
import { closeScreen, everyScreen, openScreen } from './every-screen.ts';
import { overlapping, tooWide } from './fits.ts';
import { besideButton, hiddenByButton } from './wrong-button.ts';

/*
 * Each screen is opened once, on a small phone, and then shown in each of these sizes.
 *
 * WCAG 1.4.10 and 1.4.4: at 320 pixels, and at 360 with text of twice the size, nothing needs scrolling to the side.
 *
 * "Something feels wrong" stays at hand on every screen, and covers nothing of it: at its height there is nothing else,
 * what has the focus is never behind it, and at the end of the page everything is above it.
 */

/** A size of the page in pixels, the text's size, and what is checked there. */
interface Size {
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly checks: readonly ('fits' | 'button')[];
}

const sizes: readonly Size[] = [
  { width: 320, height: 640, text: '100%', checks: ['fits', 'button'] },
  { width: 360, height: 640, text: '200%', checks: ['fits'] },
  { width: 390, height: 844, text: '100%', checks: ['button'] },
  { width: 1280, height: 720, text: '100%', checks: ['button'] },
];

/** Shows the page in a size, and waits until it is drawn. */
const resize = async ({ width, height, text }: Size): Promise<void> => {
  document.documentElement.style.fontSize = text;
  await page.viewport(width, height);
  await new Promise((done) => setTimeout(done, 50));
};

/** What is too wide for a size, and what lies on one another there. */
const misfits = (app: LimberApp, { width }: Size): readonly string[] => {
  const wide = document.documentElement.scrollWidth;
  return [...(wide === width ? [] : [`${wide} pixels wide`]), ...tooWide(app, width), ...overlapping(app)];
};

/** What is beside the button or behind it in any part of the page. */
const covered = (app: LimberApp): readonly string[] => {
  const beside = [0, 0.5, 1].flatMap((share) => {
    scrollTo(0, share * document.documentElement.scrollHeight);
    return besideButton(app);
  });
  const behind = hiddenByButton(app);
  scrollTo(0, 0);
  return [...beside, ...behind];
};

/** Those with the picture have the button among their own. */
const hasOwnButton = new Set(['coach-view', 'pause-panel']);

const [smallest] = sizes;
if (!smallest) throw new Error('There are sizes.');
beforeEach(() => resize(smallest));
afterEach(async () => {
  closeScreen();
  await page.viewport(1280, 720);
});

it.each(everyScreen.map((screen) => [screen.name, screen] as const))(
  '%s fits a narrow page, and the button for when something feels wrong covers nothing of it',
  async (_, screen) => {
    const app = await openScreen(screen);
    for (const size of sizes) {
      if (size !== smallest) await resize(size);
      const isButtonChecked = size.checks.includes('button') && !hasOwnButton.has(screen.shows);
      expect({
        size,
        misfits: size.checks.includes('fits') ? misfits(app, size) : [],
        covered: isButtonChecked ? covered(app) : [],
      }).toEqual({ size, misfits: [], covered: [] });
    }
  },
);
