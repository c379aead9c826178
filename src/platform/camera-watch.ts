import { CameraProblem } from './camera-problem.ts';
import type { PageVisibility } from './page-visibility.ts';

/** Looked after this often, ms: a page too busy to show a picture is too busy to look, and its camera is not blamed. */
const lookEveryMs = 500;

/** A live camera shows a picture within this many looks, three seconds; under load a working one has paused for two (measured). */
const stalledAfterLooks = 6;

/** Watches over one camera's pictures. */
export interface CameraWatch {
  /** A picture came. */
  pulse(): void;
  stop(): void;
}

/**
 * Calls the listener once with why no more pictures come: the camera was unplugged or taken away, or none came for three seconds
 * while the page was seen and the camera not muted, as by a lid or a privacy switch.
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
  // An end that came before anybody listened fires no event any more.
  if (track.readyState === 'ended') setTimeout(onEnded);
  return { pulse, stop };
};
