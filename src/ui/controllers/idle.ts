/** The time limit for an idle moment, ms. */
const idleLimitMs = 3000;

/** Resolves when the page is idle, or after the time limit. */
export const idle = (): Promise<void> =>
  new Promise((done) => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: idleLimitMs });
    else setTimeout(done, idleLimitMs);
  });

/** Resolves when what is rendered has been painted and the page is idle; while the page is hidden, it waits. */
export const idleAfterPaint = async (): Promise<void> => {
  await new Promise((done) => void requestAnimationFrame(done));
  await idle();
};
