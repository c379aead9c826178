import type { TimedPose } from '../../engine/pose/pose.ts';
import type { SourceTime } from '../../engine/units.ts';
import type { Frame } from '../../ports/frame.ts';
import type { Pace } from '../../ports/pace.ts';
import { newestOf } from './newest.ts';
import { oneAhead } from './one-ahead.ts';
import type { Detector } from './detector.ts';

/**
 * Yields the poses that the detector finds in frames, one in flight at a time. Ends with the frames, or when the signal
 * aborts: then no further frame goes to the detector, and the result of the last one is dropped, even an error.
 */
export async function* detectedPoses(
  frames: AsyncIterable<Frame>,
  detector: Pick<Detector, 'detect' | 'idle' | 'light' | 'applyPendingModel'>,
  signal: AbortSignal,
  pace: Pace = 'live',
): AsyncGenerator<TimedPose<SourceTime>, void, undefined> {
  // The source used before may have left a frame in flight.
  await detector.idle();
  if (signal.aborted) return;
  detector.applyPendingModel();
  const newest = pace === 'live' ? newestOf(frames, signal) : undefined;
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
    yield { at, frame, keypoints, light: detector.light };
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
