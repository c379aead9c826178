import { VideoSampleSink, type InputVideoTrack, type VideoSample } from 'mediabunny';
import type { FrameSize } from '../engine/pose/pose.ts';
import { sourceTime, type SourceTime } from '../engine/units.ts';
import type { Frame } from '../ports/frame.ts';
import { openPictureCanvas, type TakePicture } from './picture-canvas.ts';
import { videoProblemOf } from './video-problem.ts';

/**
 * Yields the frames of a video track, upright and in one size, each once and in order; the consumer closes each. The
 * decoder closes after the last, or as soon as the signal aborts.
 */
export async function* framesOfTrack(
  track: InputVideoTrack,
  size: FrameSize,
  signal: AbortSignal,
): AsyncGenerator<Frame, void, undefined> {
  if (signal.aborted) return;
  const take = openPictureCanvas();
  const timeOf = startFilmClock();
  const samples = new VideoSampleSink(track).samples();
  const stop = (): void => void samples.return();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const sample of samples) {
      const at = timeOf(sample.timestamp);
      const image = await pictureOf(sample, size, take);
      if (at === undefined || isAborted(signal)) image.close();
      else yield { image, at };
    }
  } catch (thrown) {
    // Errors from reading a closed file do not mean that it is damaged.
    if (!isAborted(signal)) throw videoProblemOf(thrown);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Copies a decoded picture and closes it, since a decoder has only a few. */
const pictureOf = (sample: VideoSample, size: FrameSize, take: TakePicture): Promise<ImageBitmap> => {
  try {
    return take(size, (context, { width, height }) => {
      // A film is often many times larger than it is judged; without this only every fourth of its pixels would be
      // sampled.
      context.imageSmoothingQuality = 'medium';
      sample.draw(context, 0, 0, width, height);
    });
  } finally {
    sample.close();
  }
};

/** The time of each picture since the first, ms; `undefined` for one that is not later than the one before. */
const startFilmClock = (): ((timestamp: number) => SourceTime | undefined) => {
  let first: number | undefined;
  let last = -1;
  return (timestamp) => {
    first ??= timestamp;
    const at = (timestamp - first) * 1000;
    if (at <= last) return undefined;
    last = at;
    return sourceTime(at);
  };
};

/** A function, since the compiler assumes that `aborted` does not change during an await. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;
