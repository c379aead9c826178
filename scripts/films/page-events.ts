import type { Page } from 'playwright';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';

declare global {
  interface Window {
    /** Every event dispatched by the app, in order. */
    limberEvents: CoachingEvent[];
  }
}

/** Makes a page record every event of the app, from its next visit on. */
export const keepEvents = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.limberEvents = [];
    addEventListener('limber-event', (event) => window.limberEvents.push((event as CustomEvent<CoachingEvent>).detail));
  });
