import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { fewCases } from '../films/cases.ts';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { trainCase } from '../films/train-case.ts';

/*
 * Every exercise through the built app and the real MoveNet: done correctly after a practice, counted exactly, held to
 * within 0.4 s of the truth and not corrected; and one fault from each view, told and nothing else.
 */

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it.each(fewCases.map((one) => [one.film.name, one] as const))('%s', { timeout: 240_000 }, async (_, one) => {
  await expect(trainCase(browser, inject('appUrl'), one)).resolves.toBeUndefined();
});
