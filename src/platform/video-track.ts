import { VideoSampleSink, type InputVideoTrack, type VideoSample } from 'mediabunny';
import { isAborted } from '../async/is-aborted.ts';
import { sourceTime, type SourceTime } from '../engine/units.ts';
import type { DrawnFrame } from '../ports/frame.ts';
import { openPictureCanvas, type TakePicture } from './picture-canvas.ts';
import { judgedSize } from './detector/judged-size.ts';
import { videoProblemOf } from './video-problem.ts';

/**
 * Yields the frames that a video track presents, upright and each in its own shape, once and in order; the consumer
 * closes each. The decoder closes after the last, or as soon as the signal aborts.
 */
export async function* framesOfTrack(
  track: InputVideoTrack,
  signal: AbortSignal,
): AsyncGenerator<DrawnFrame, void, undefined> {
  if (signal.aborted) return;
  const take = openPictureCanvas();
  const timeOf = startFilmClock();
  // What lies before 0 is not presented: an edit list hides it, or the decoder only needs it for later pictures.
  const samples = new VideoSampleSink(track).samples(0);
  const stop = (): void => void samples.return();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for await (const sample of samples) {
      const at = timeOf(sample.timestamp);
      const image = await pictureOf(sample, take);
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
const pictureOf = (sample: VideoSample, take: TakePicture): Promise<ImageBitmap> => {
  try {
    // A phone that was turned while recording changes the shape of its pictures, not that of the track.
    const size = judgedSize({ width: sample.displayWidth, height: sample.displayHeight });
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
    // A picture that begins before 0 is presented from 0 on.
    first ??= Math.max(0, timestamp);
    const at = Math.max(0, timestamp - first) * 1000;
    if (at <= last) return undefined;
    last = at;
    return sourceTime(at);
  };
};
