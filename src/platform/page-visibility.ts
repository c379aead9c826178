/** Whether the page is seen: not where its tab is behind another, its window is minimised or the screen is off. */
export interface PageVisibility {
  readonly isVisible: boolean;
  /** Calls the listener each time that the page is hidden or seen again; returns how to stop listening. */
  readonly changes: { listen(listener: (isVisible: boolean) => void): () => void };
}

/** Whether this page is seen; one of it serves a whole app. */
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
