import { isAborted } from '../async/is-aborted.ts';
import { wait } from '../async/wait.ts';
import type { FrameSize } from '../engine/pose/pose.ts';
import { sourceTime, type SourceTime } from '../engine/units.ts';
import type { Frame, Picture } from '../ports/frame.ts';
import type { PictureRate } from './detector/frame-rate.ts';
import { judgedSize } from './detector/judged-size.ts';
import { startFrameClock } from './frame-clock.ts';
import { isDrawnBySoftware } from './graphics.ts';
import { openPictureCanvas } from './picture-canvas.ts';

/** A picture that a video has displayed: its media time, s, the page's time, ms, and how many it has displayed by then. */
interface Shown {
  readonly mediaTime: number;
  readonly now: number;
  readonly presentedFrames?: number;
}

/** Every picture is due. */
const everyPicture: PictureRate = { isDue: () => true, restFrom: () => 0 };

/**
 * Yields the displayed frames of a playing video, scaled down or as they came; the consumer closes each. One that is not
 * due, by its time, is not taken, and while none can be due, the browser is not asked for one: each request makes the page
 * style, lay out and commit a frame of its own, 1.6 ms without a GPU. Ends when the signal aborts.
 */
export async function* framesOfVideo(
  video: HTMLVideoElement,
  signal: AbortSignal,
  startsAt?: SourceTime,
  rate: PictureRate = everyPicture,
): AsyncGenerator<Frame, void, undefined> {
  const timeOf = startFrameClock(startsAt);
  const take = isDrawnBySoftware() ? takeAsItCame() : takeOnCard;
  let before: Shown | undefined;
  while (!signal.aborted) {
    const shown = await nextShown(video, signal);
    if (shown === undefined) return;
    const at = timeOf(shown.mediaTime, shown.now);
    if (at === undefined || video.videoWidth === 0) continue;
    const isDue = rate.isDue(at, shownBetween(before, shown) > 0);
    before = shown;
    if (!isDue) {
      await restFrom(at, shown, rate, signal);
      continue;
    }
    const image = await take(video, judgedSize({ width: video.videoWidth, height: video.videoHeight }));
    if (isAborted(signal)) image.close();
    else yield { image, at, shown: shown.presentedFrames };
    await restFrom(at, shown, rate, signal);
  }
}

/** How many pictures were shown between two that were reported. */
const shownBetween = (before: Shown | undefined, shown: Shown): number =>
  before?.presentedFrames === undefined || shown.presentedFrames === undefined
    ? 0
    : shown.presentedFrames - before.presentedFrames - 1;

/**
 * A request this long before a picture may be due still comes in time for it, ms, and after most cameras' picture before:
 * timers are not punctual either.
 */
const ahead = 10;

/** The longest rest, ms: what is found in the last picture may make the next one due earlier. */
const longestRest = 25;

/**
 * Resolves shortly before a picture may be due after one that was shown, or when the signal aborts. A browser that does
 * not count its pictures is asked for each: those that pass must be known.
 */
const restFrom = async (at: SourceTime, shown: Shown, rate: PictureRate, signal: AbortSignal): Promise<void> => {
  if (shown.presentedFrames === undefined) return;
  while (!signal.aborted) {
    const left = rate.restFrom(sourceTime(at + performance.now() - shown.now)) - ahead;
    if (left <= 0) return;
    await wait(Math.min(left, longestRest), signal);
  }
};

/** Takes a picture of the displayed frame, of that size or as it came. */
type Take = (video: HTMLVideoElement, size: FrameSize) => Promise<Picture>;

/** Leaves the picture on the GPU, without work for the page's own thread. */
const takeOnCard: Take = (video, { width, height }) =>
  createImageBitmap(video, { resizeWidth: width, resizeHeight: height });

/**
 * Takes a reference to the camera's own frame, which costs the page's thread nothing: to draw one of 640 x 480 without a
 * GPU takes 8 ms of it, one of 1280 x 720 25 ms. The worker reads what it needs.
 */
const takeAsItCame = (): Take => {
  const draw = takeInMemory();
  return (video, size) => {
    if (!('VideoFrame' in globalThis)) return draw(video, size);
    try {
      return Promise.resolve(new VideoFrame(video));
    } catch {
      // The video has no frame that can be passed on.
      return draw(video, size);
    }
  };
};

/** Keeps the picture in main memory. */
const takeInMemory = (): Take => {
  const take = openPictureCanvas();
  return (video, size) => take(size, (context, { width, height }) => context.drawImage(video, 0, 0, width, height));
};

/** Resolves to the next displayed picture, or to `undefined` when the signal aborts. */
const nextShown = (video: HTMLVideoElement, signal: AbortSignal): Promise<Shown | undefined> =>
  new Promise((done) => {
    const cancel = onNextShown(video, (shown) => {
      signal.removeEventListener('abort', onAbort);
      done(shown);
    });
    const onAbort = (): void => {
      cancel();
      done(undefined);
    };
    signal.addEventListener('abort', onAbort, { once: true });
  });

/** Uses `requestVideoFrameCallback`, or (Firefox before 132) checks the video's time in each animation frame. */
const onNextShown = (video: HTMLVideoElement, listener: (shown: Shown) => void): (() => void) => {
  if ('requestVideoFrameCallback' in HTMLVideoElement.prototype) {
    const handle = video.requestVideoFrameCallback((now, { mediaTime, presentedFrames }) =>
      listener({ mediaTime, now, presentedFrames }),
    );
    return () => video.cancelVideoFrameCallback(handle);
  }
  const before = video.currentTime;
  let handle = 0;
  const look = (now: number): void => {
    if (video.currentTime === before) handle = requestAnimationFrame(look);
    else listener({ mediaTime: video.currentTime, now });
  };
  handle = requestAnimationFrame(look);
  return () => cancelAnimationFrame(handle);
};
