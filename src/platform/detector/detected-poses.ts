import { isAborted } from '../../async/is-aborted.ts';
import { noKeypoints, type Keypoints } from '../../engine/pose/keypoints.ts';
import type { TimedPose } from '../../engine/pose/pose.ts';
import type { SourceTime } from '../../engine/units.ts';
import type { Frame, Picture } from '../../ports/frame.ts';
import type { Pace } from '../../ports/pace.ts';
import { CameraProblem } from '../camera-problem.ts';
import { sizeOf } from './judged-size.ts';
import { newestOf } from './newest.ts';
import { oneAhead } from './one-ahead.ts';
import type { Detector } from './detector.ts';
import type { FrameRate } from './frame-rate.ts';
import { watchStillness } from './still-picture.ts';

type ReadingDetector = Pick<
  Detector,
  'detect' | 'idle' | 'light' | 'picture' | 'isPlain' | 'hasFailed' | 'applyPendingModel'
>;

/**
 * Yields the poses that the detector finds in frames, one in flight at a time. Ends with the frames, or when the signal
 * aborts: then no further frame goes to the detector, and the result of the last one is dropped, even an error. In a live
 * picture that stands still nothing is seen; one that stands still for three seconds is a `CameraProblem`, unless it has
 * one colour: a lens cover is opened without a word to the browser. If the detector fails permanently, a live picture goes
 * on unread, so that the time can be kept. The frame rate of a live picture learns what was found, and how long it took.
 */
export async function* detectedPoses(
  frames: AsyncIterable<Frame>,
  detector: ReadingDetector,
  signal: AbortSignal,
  pace: Pace = 'live',
  frameRate?: FrameRate,
): AsyncGenerator<TimedPose<SourceTime>, void, undefined> {
  // The source used before may have left a frame in flight.
  await detector.idle();
  if (signal.aborted) return;
  detector.applyPendingModel();
  const rate = pace === 'live' ? frameRate : undefined;
  rate?.restart();
  const newest = pace === 'live' ? newestOf(frames, signal) : undefined;
  // A film or the figure may stand still.
  const stillnessOf = pace === 'live' ? watchStillness() : (): 'live' => 'live';
  let shownBefore: number | undefined;
  for await (const { image, at, shown } of newest ?? oneAhead(frames, signal)) {
    const frame = sizeOf(image);
    await detector.idle();
    if (isAborted(signal)) {
      image.close();
      return;
    }
    const arrived = shown === undefined || shownBefore === undefined ? undefined : shown - shownBefore;
    shownBefore = shown;
    const began = performance.now();
    const keypoints = await readBy(detector, image, at, pace, signal);
    if (keypoints === undefined) return;
    // Until the next pose is requested, further pictures would be wasted.
    newest?.rest();
    if (keypoints === 'unread') {
      yield { at, frame, keypoints: noKeypoints, arrived, isUnread: true };
      continue;
    }
    const hasSpared = rate?.judged(keypoints, at, performance.now() - began);
    const { light, picture } = detector;
    const isPlain = pace === 'live' ? detector.isPlain : undefined;
    const stillness = stillnessOf(picture, at);
    if (stillness === 'stuck' && isPlain !== true)
      throw new CameraProblem('stalled', 'The camera sends the same picture again and again.');
    const isSeen = stillness === 'live' && isPlain !== true;
    yield { at, frame, keypoints: isSeen ? keypoints : noKeypoints, light, isPlain, arrived, hasSpared };
  }
}

/**
 * The keypoints in a picture, or `unread` if a live one cannot be read since the detector has failed permanently;
 * `undefined` after the abort.
 */
const readBy = async (
  detector: ReadingDetector,
  image: Picture,
  at: SourceTime,
  pace: Pace,
  signal: AbortSignal,
): Promise<Keypoints | 'unread' | undefined> => {
  try {
    return await unlessAborted(detector.detect(image, at), signal);
  } catch (error) {
    if (pace === 'live' && detector.hasFailed) return 'unread';
    throw error;
  }
};

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
