import { listCameras } from './camera-devices.ts';
import { CameraProblem } from './camera-problem.ts';
import type { PageVisibility } from './page-visibility.ts';

/** Polling interval, ms: a page too busy to open a camera is also too busy to poll. */
const lookEveryMs = 500;

/** Twenty seconds: on a computer with both cores busy a working camera has taken ten (measured). */
const lateAfterLooks = 40;

/** Whether the user has allowed the camera; browsers without that query name the cameras of pages that may use them. */
const isCameraAllowed = async (): Promise<boolean> => {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state === 'granted';
  } catch {
    return (await listCameras()).length > 0;
  }
};

/**
 * Watches a `getUserMedia` call, which a browser may leave without a result: calls the listener once where an allowed
 * camera has not opened after twenty seconds in which the page was visible. The time in which the browser asks the user
 * does not count. Returns a function that ends the watch.
 */
export const watchOpening = (
  sight: Pick<PageVisibility, 'isVisible'>,
  onProblem: (problem: CameraProblem) => void,
  isAllowed: () => Promise<boolean> = isCameraAllowed,
): (() => void) => {
  let looksInVain = 0;
  let isOver = false;
  const stop = (): void => {
    isOver = true;
    clearInterval(looking);
  };
  const look = async (): Promise<void> => {
    const isWaiting = sight.isVisible && (await isAllowed());
    looksInVain = isWaiting ? looksInVain + 1 : 0;
    if (isOver || looksInVain < lateAfterLooks) return;
    stop();
    onProblem(new CameraProblem('not-opening', 'The browser has not opened the camera.'));
  };
  const looking = setInterval(() => void look(), lookEveryMs);
  return stop;
};
