import { CameraProblem } from './camera-problem.ts';
import type { PageVisibility } from './page-visibility.ts';

/** Polling interval, ms: a page too busy to show a picture is also too busy to poll, so its camera is not blamed. */
const lookEveryMs = 500;

/**
 * A live camera shows a picture within six polls, three seconds; under load a working one has paused for two
 * (measured).
 */
const stalledAfterLooks = 6;

/** A watch over the pictures of one camera. */
export interface CameraWatch {
  /** Reports that a picture has arrived. */
  pulse(): void;
  stop(): void;
}

/**
 * Calls the listener once with the reason why pictures have stopped: the camera was unplugged or taken away, or no
 * picture arrived for three seconds while the page was visible and the camera not muted, as by a lid or a privacy
 * switch.
 */
export const watchCamera = (
  track: MediaStreamTrack,
  sight: PageVisibility,
  onProblem: (problem: CameraProblem) => void,
): CameraWatch => {
  let looksInVain = 0;
  const pulse = (): void => {
    looksInVain = 0;
  };
  const stop = (): void => {
    clearInterval(looking);
    track.removeEventListener('ended', onEnded);
    track.removeEventListener('unmute', pulse);
    stopListening();
  };
  const report = (problem: CameraProblem): void => {
    stop();
    onProblem(problem);
  };
  const look = (): void => {
    if (!sight.isVisible || track.muted) looksInVain = 0;
    else if (++looksInVain >= stalledAfterLooks)
      report(new CameraProblem('stalled', 'The camera sends no more pictures.'));
  };
  const onEnded = (): void => report(new CameraProblem('unplugged', 'The camera went away.'));
  const looking = setInterval(look, lookEveryMs);
  track.addEventListener('ended', onEnded);
  track.addEventListener('unmute', pulse);
  const stopListening = sight.changes.listen(pulse);
  // A track that ended before this listener was added fires no event any more.
  if (track.readyState === 'ended') setTimeout(onEnded);
  return { pulse, stop };
};
