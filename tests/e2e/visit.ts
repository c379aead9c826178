import type { BrowserContext, Page } from 'playwright';
import { inject } from 'vitest';
import { watchEvents } from './trained.ts';

/** The time limit of a routine, ms. */
export const within = 300_000;

/** Opens a page of the built app that records its events. */
export const visit = async (context: BrowserContext, hash: string): Promise<Page> => {
  const page = await context.newPage();
  await watchEvents(page);
  await page.goto(`${inject('appUrl')}${hash}`);
  return page;
};
