import type { Page } from 'playwright';
import type { FromWorker, ToWorker } from '../../src/platform/detector/protocol.ts';

/** What is noted of one judged frame, ms since the page's navigation. */
export interface FramePassage {
  /** When the camera captured the picture; where the browser does not tell, when it was presented. */
  readonly captured: number;
  readonly sent: number;
  /** When its keypoints came back. */
  readonly received: number;
}

/** What a page of the app notes of itself. */
export interface Noted {
  /** Each judged frame. */
  readonly passages: readonly FramePassage[];
  /** The coaching events: their type, and the time from the capture of the last frame before them, ms. */
  readonly events: readonly { readonly type: string; readonly afterCapture: number }[];
  /** How long each long task of the page took, ms (`PerformanceObserver`). */
  readonly longTasks: readonly number[];
}

declare global {
  interface Window {
    /** What has been noted since the last `startNoting`. */
    limberNoted: { passages: FramePassage[]; events: { type: string; afterCapture: number }[]; longTasks: number[] };
    /** Forgets what has been noted. */
    startNoting: () => void;
    /** Resolves to the number of tensors in each running detector's worker. */
    countTensors: () => Promise<readonly number[]>;
  }
}

/** Runs in a page before its own code: notes its frames, events and long tasks; the app runs as it is. */
export const noteInPage = (): void => {
  localStorage.setItem('limber.settings', JSON.stringify({ version: 1, settings: { safetyAcceptedAt: 1 } }));
  window.startNoting = () => {
    window.limberNoted = { passages: [], events: [], longTasks: [] };
  };
  window.startNoting();
  const workers = new Set<Worker>();
  /** When the last picture that the video displayed was captured, and the picture that was then taken. */
  let captured = Number.NaN;
  const capturedOf = new WeakMap<ImageBitmap | VideoFrame, number>();
  let lastCaptured = Number.NaN;

  const video = HTMLVideoElement.prototype as Partial<HTMLVideoElement>;
  const onFrame = video.requestVideoFrameCallback;
  if (onFrame)
    video.requestVideoFrameCallback = function watched(this: HTMLVideoElement, callback) {
      return onFrame.call(this, (now, metadata) => {
        captured = metadata.captureTime ?? metadata.presentationTime;
        callback(now, metadata);
      });
    };
  const take = window.createImageBitmap.bind(window) as (...given: unknown[]) => Promise<ImageBitmap>;
  window.createImageBitmap = async (...given: unknown[]) => {
    const since = captured;
    const image = await take(...given);
    capturedOf.set(image, since);
    return image;
  };

  window.VideoFrame = new Proxy(VideoFrame, {
    construct: (made, given, target) => {
      const frame = Reflect.construct(made, given, target) as VideoFrame;
      capturedOf.set(frame, captured);
      return frame;
    },
  });

  window.Worker = class extends Worker {
    #sent = 0;
    #captured = Number.NaN;
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      workers.add(this);
      this.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.type !== 'keypoints') return;
        lastCaptured = this.#captured;
        window.limberNoted.passages.push({
          captured: this.#captured,
          sent: this.#sent,
          received: performance.now(),
        });
      });
    }
    override postMessage(message: ToWorker, transfer?: unknown): void {
      if (message.type === 'frame') {
        this.#sent = performance.now();
        this.#captured = capturedOf.get(message.image) ?? Number.NaN;
      }
      super.postMessage(message, transfer as Transferable[]);
    }
    override terminate(): void {
      workers.delete(this);
      super.terminate();
    }
  };
  window.countTensors = () =>
    Promise.all(
      [...workers].map(
        (worker) =>
          new Promise<number>((done) => {
            const onMessage = (event: MessageEvent<FromWorker>): void => {
              if (event.data.type !== 'tensors') return;
              worker.removeEventListener('message', onMessage);
              done(event.data.count);
            };
            worker.addEventListener('message', onMessage);
            worker.postMessage({ type: 'count-tensors' }, []);
          }),
      ),
    );
  addEventListener('limber-event', (event) => {
    const { type } = (event as CustomEvent<{ readonly type: string }>).detail;
    window.limberNoted.events.push({ type, afterCapture: performance.now() - lastCaptured });
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.limberNoted.longTasks.push(duration);
  }).observe({ entryTypes: ['longtask'] });
};

/** Makes a page note its frames, events and long tasks, from its next visit on. */
export const watchPage = (page: Page): Promise<unknown> => page.addInitScript(noteInPage);
