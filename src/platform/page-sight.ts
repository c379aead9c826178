/** Whether the page can be seen: not where its tab is behind another, its window is minimised or the screen is off. */
export const createPageSight = (
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'> = document,
) => {
  const isVisible = (): boolean => page.visibilityState === 'visible';
  return {
    get isVisible(): boolean {
      return isVisible();
    },
    /** Hears each time that the page is hidden or seen again. */
    changes: {
      listen(listener: (isVisible: boolean) => void): () => void {
        const hear = (): void => listener(isVisible());
        page.addEventListener('visibilitychange', hear);
        return () => page.removeEventListener('visibilitychange', hear);
      },
    },
  };
};
