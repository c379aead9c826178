import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { moreCases } from './cases.ts';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { trainCase } from './train-case.ts';

/*
 * Films beyond those of exercises.test.ts, through the built app and the real MoveNet: every spoken fault of every exercise in
 * every view, the correct movement in the further views, and behind a desk.
 */

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it.each(moreCases.map((one) => [one.film.name, one] as const))('%s', async (_, one) => {
  await expect(trainCase(browser, inject('appUrl'), one)).resolves.toBeUndefined();
});
