import { CameraProblem } from './camera-problem.ts';

/** A live camera shows a picture at least this often, ms. */
const stalledAfterMs = 2000;

/** Watches over one camera's pictures. */
export interface CameraWatch {
  /** A picture came. */
  pulse(): void;
  stop(): void;
}

/**
 * Calls the listener once with why no more pictures come: the camera was unplugged or taken away, or none came for two seconds
 * while the page was visible and the camera not muted, as by a lid or a privacy switch.
 */
export const watchCamera = (track: MediaStreamTrack, onProblem: (problem: CameraProblem) => void): CameraWatch => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    track.removeEventListener('ended', onEnded);
    track.removeEventListener('unmute', pulse);
    document.removeEventListener('visibilitychange', pulse);
  };
  const report = (problem: CameraProblem): void => {
    stop();
    onProblem(problem);
  };
  const pulse = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onQuiet, stalledAfterMs);
  };
  const onQuiet = (): void => {
    if (document.visibilityState === 'hidden' || track.muted) pulse();
    else report(new CameraProblem('stalled', 'The camera sends no more pictures.'));
  };
  const onEnded = (): void => report(new CameraProblem('unplugged', 'The camera went away.'));
  track.addEventListener('ended', onEnded);
  track.addEventListener('unmute', pulse);
  document.addEventListener('visibilitychange', pulse);
  pulse();
  // An end that came before anybody listened fires no event any more.
  if (track.readyState === 'ended') setTimeout(onEnded);
  return { pulse, stop };
};
