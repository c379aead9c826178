import type { TimedPose } from '../../engine/pose/pose.ts';
import type { Frame } from '../frame.ts';
import type { Detector } from './detector.ts';
import { newestOf } from './newest.ts';
import { oneAhead } from './one-ahead.ts';

/** `live`: the world does not wait, the newest frame wins. `paced`: the source waits, no frame is dropped. */
export type Pace = 'live' | 'paced';

/** The poses that the detector finds in frames, one in flight at a time; ends with the frames or when the signal aborts. */
export async function* detectedPoses(
  frames: AsyncIterable<Frame>,
  detector: Pick<Detector, 'detect' | 'idle' | 'light' | 'renew'>,
  signal: AbortSignal,
  pace: Pace = 'live',
): AsyncGenerator<TimedPose, void, undefined> {
  // The source used before may have left a frame in flight.
  await detector.idle();
  detector.renew();
  const taken = pace === 'live' ? newestOf(frames, signal) : oneAhead(frames, signal);
  for await (const { image, at } of taken) {
    const frame = { width: image.width, height: image.height };
    await detector.idle();
    const keypoints = await detector.detect(image, at);
    if (signal.aborted) return;
    yield { at, frame, keypoints, light: detector.light };
  }
}
