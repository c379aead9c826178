import type { Listenable } from '../async/stream.ts';

/** The visibility of the page; hidden if its tab is in the background, its window minimised or the screen off. */
export interface PageVisibility {
  readonly isVisible: boolean;
  /**
   * Calls the listener each time the page is hidden or becomes visible; returns a function that removes the listener.
   */
  readonly changes: Listenable<boolean>;
}

/** The visibility of this page; one instance serves the whole app. */
export const createPageVisibility = (
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'> = document,
): PageVisibility => {
  const isVisible = (): boolean => page.visibilityState === 'visible';
  return {
    get isVisible(): boolean {
      return isVisible();
    },
    changes: {
      listen(listener) {
        const hear = (): void => listener(isVisible());
        page.addEventListener('visibilitychange', hear);
        return () => page.removeEventListener('visibilitychange', hear);
      },
    },
  };
};
