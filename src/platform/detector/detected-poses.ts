import { noKeypoints } from '../../engine/pose/keypoints.ts';
import type { TimedPose } from '../../engine/pose/pose.ts';
import type { SourceTime } from '../../engine/units.ts';
import type { Frame } from '../../ports/frame.ts';
import type { Pace } from '../../ports/pace.ts';
import { CameraProblem } from '../camera-problem.ts';
import { newestOf } from './newest.ts';
import { oneAhead } from './one-ahead.ts';
import type { Detector } from './detector.ts';
import { watchStillness } from './still-picture.ts';

/**
 * Yields the poses that the detector finds in frames, one in flight at a time. Ends with the frames, or when the signal
 * aborts: then no further frame goes to the detector, and the result of the last one is dropped, even an error. In a live
 * picture that stands still nothing is seen; one that stands still for three seconds is a `CameraProblem`.
 */
export async function* detectedPoses(
  frames: AsyncIterable<Frame>,
  detector: Pick<Detector, 'detect' | 'idle' | 'light' | 'picture' | 'applyPendingModel'>,
  signal: AbortSignal,
  pace: Pace = 'live',
): AsyncGenerator<TimedPose<SourceTime>, void, undefined> {
  // The source used before may have left a frame in flight.
  await detector.idle();
  if (signal.aborted) return;
  detector.applyPendingModel();
  const newest = pace === 'live' ? newestOf(frames, signal) : undefined;
  // A film or the figure may stand still.
  const stillnessOf = pace === 'live' ? watchStillness() : (): 'live' => 'live';
  for await (const { image, at } of newest ?? oneAhead(frames, signal)) {
    const frame = { width: image.width, height: image.height };
    await detector.idle();
    if (isAborted(signal)) {
      image.close();
      return;
    }
    const keypoints = await unlessAborted(detector.detect(image, at), signal);
    if (keypoints === undefined) return;
    // Until the next pose is requested, further pictures would be wasted.
    newest?.rest();
    const stillness = stillnessOf(detector.picture, at);
    if (stillness === 'stuck') throw new CameraProblem('stalled', 'The camera sends the same picture again and again.');
    yield { at, frame, keypoints: stillness === 'still' ? noKeypoints : keypoints, light: detector.light };
  }
}

/** A function, since the compiler assumes that `aborted` does not change during an await. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

/**
 * Resolves to the result, or to `undefined` if the signal has aborted meanwhile: an error then is the end of the
 * source, not a problem.
 */
const unlessAborted = async <T>(finding: Promise<T>, signal: AbortSignal): Promise<T | undefined> => {
  try {
    const found = await finding;
    return signal.aborted ? undefined : found;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
};
