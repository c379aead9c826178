import type { Picture } from '../../ports/frame.ts';
import type { SourceTime } from '../../engine/units.ts';
import type { ModelProgress } from '../../ports/opening-progress.ts';
import { renewCode } from '../load-code.ts';
import { DetectorProblem, WrongResults } from './detector-problem.ts';
import type { Detection, FromWorker, ModelFiles, Runtime, ToWorker } from './protocol.ts';
import { watchSilence, type SilenceWatch } from './silence-watch.ts';

/** A request to start a worker. */
export interface LinkRequest extends Runtime {
  readonly files: ModelFiles;
  /**
   * Returns the median time of a warm-up frame of this runtime, ms, if it is known: it is not measured again. Called once the
   * worker starts.
   */
  readonly knownMs?: (() => number | undefined) | undefined;
  /** Creates the worker; tests pass another one. */
  readonly spawn: () => Worker;
  /** The address of the worker's code, which is fetched again if it does not arrive. */
  readonly code?: string | undefined;
  readonly onProgress?: ((progress: ModelProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * Whether another worker is started, once for each reason, where one gives no sign of life, or its code or a part of that
   * does not arrive; not by default.
   */
  readonly retries?: boolean;
}

/** Why a worker went down: its graphics context is lost, or it crashed or no longer responds. */
export type DownReason = 'lost' | 'crashed';

/** Thrown for a frame that a worker could not judge; contains the bitmap if the worker could return it. */
export class FrameReturned extends Error {
  override readonly name = 'FrameReturned';
  readonly image: Picture | undefined;
  constructor(image: Picture | undefined, why: string) {
    super(why);
    this.image = image;
  }
}

/** One worker with the model loaded. */
export interface WorkerLink extends Runtime {
  /** Median time of one warm-up frame, ms. */
  readonly medianMs: number;
  /** Whether wasm uses SIMD; `undefined` if unknown. */
  readonly isSimd?: boolean | undefined;
  /** Judges one frame and takes ownership of it; rejects with `FrameReturned` if the worker goes down. */
  detect(image: Picture, at: SourceTime): Promise<Detection>;
  tensors(): Promise<number>;
  /** Drops the graphics context; for tests. */
  loseContext(): void;
  /** Called once, before the frame is returned, when the worker goes down by itself. */
  onDown: ((reason: DownReason, why: string) => void) | undefined;
  /** Terminates the worker; with a frame in flight, after its result. */
  retire(): void;
  /**
   * Terminates the worker now. Pending promises reject: a frame's with `FrameReturned`, others with a
   * `DetectorProblem`.
   */
  close(): void;
}

/** The time limit for a response, ms: longer than any frame takes, including the compilation of shaders. */
const answerLimitMs = 20_000;

/**
 * The time limit for a step of the warm-up, ms: WebGL compiles all its shaders in one step, half a minute on a software
 * renderer.
 */
const warmUpLimitMs = { wasm: answerLimitMs, webgl: 90_000 } as const;

/** The time limit between two messages of a worker that starts or loads, ms; a slow download reports every chunk. */
const startLimitMs = 15_000;

/** Thrown for a worker that gave no sign of life while it started. */
class SilentWorker extends DetectorProblem {}

/** Thrown for a worker whose code could not be fetched. */
class MissingWorker extends DetectorProblem {}

/**
 * Thrown for a worker that could not fetch a part of its code. It has fetched the part again, past the browser's cache; but
 * browsers may refuse code that failed for as long as the worker lives.
 */
class MissingPart extends DetectorProblem {}

/** Why a worker may be started again. */
const retried = [SilentWorker, MissingWorker, MissingPart] as const;

/**
 * Starts a worker, and another one if it gives no sign of life or its code does not arrive. Rejects with a
 * `DetectorProblem` or the signal's reason, and leaves no worker running.
 */
export const openLink = async (request: LinkRequest): Promise<WorkerLink> => {
  let left = request.retries === true ? retried.slice() : [];
  for (;;) {
    try {
      return await startWorker(request);
    } catch (error) {
      const reason = left.find((kind) => error instanceof kind);
      if (!reason) throw error;
      left = left.filter((kind) => kind !== reason);
      if (reason === MissingWorker) await renewCode(request.code === undefined ? [] : [request.code]);
    }
  }
};

const startWorker = (request: LinkRequest): Promise<WorkerLink> =>
  new Promise((done, failed) => {
    const { model, backend, files, knownMs, signal, onProgress } = request;
    if (signal?.aborted === true) {
      failed(signal.reason);
      return;
    }
    const worker = request.spawn();
    const release = (): void => {
      silence.stop();
      signal?.removeEventListener('abort', onAbort);
    };
    const giveUp = (reason: unknown): void => {
      release();
      worker.onmessage = null;
      worker.terminate();
      failed(reason);
    };
    const onAbort = (): void => giveUp(signal?.reason);
    const onSilent = (): void => giveUp(new SilentWorker('The worker does not start.'));
    let silence = watchSilence(startLimitMs, onSilent);
    signal?.addEventListener('abort', onAbort, { once: true });
    // An error in the code has a message; code that could not be fetched has none.
    worker.onerror = ({ message }) =>
      giveUp(message ? new DetectorProblem(message) : new MissingWorker('The worker could not be loaded.'));
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      silence.stop();
      silence = watchSilence(data.type === 'warming-up' ? warmUpLimitMs[backend] : startLimitMs, onSilent);
      if (data.type === 'progress')
        onProgress?.({ step: 'model', loadedBytes: data.loadedBytes, totalBytes: data.totalBytes });
      if (data.type === 'warming-up') onProgress?.({ step: 'warm-up' });
      if (data.type === 'failed') giveUp(problemOf(data));
      if (data.type === 'lost') giveUp(new DetectorProblem('The graphics context was lost.'));
      if (data.type === 'ready') {
        release();
        done(linkTo(worker, data));
      }
    };
    send(worker, { type: 'init', model, backend, files, knownMs: knownMs?.() });
  });

const problemOf = ({ message, isWrong, isMissing }: Extract<FromWorker, { type: 'failed' }>): DetectorProblem => {
  if (isWrong === true) return new WrongResults(message);
  return isMissing === true ? new MissingPart(message) : new DetectorProblem(message);
};

const send = (worker: Worker, message: ToWorker, transfer: Transferable[] = []): void =>
  worker.postMessage(message, transfer);

/** The callbacks of a promise that waits for the worker. */
interface Waiter<T> {
  readonly done: (value: T) => void;
  readonly failed: (reason: unknown) => void;
}

const linkTo = (
  worker: Worker,
  { model, backend, medianMs, isSimd }: Runtime & Pick<WorkerLink, 'medianMs' | 'isSimd'>,
): WorkerLink => {
  let frame: Waiter<Detection> | undefined;
  let counts: readonly Waiter<number>[] = [];
  let silence: SilenceWatch | undefined;
  let isRetiring = false;
  let isDown = false;

  /** Removes and returns the callbacks of the frame in flight. */
  const takeWaiter = (): Waiter<Detection> | undefined => {
    const waiter = frame;
    frame = undefined;
    silence?.stop();
    return waiter;
  };

  const settle = (): Waiter<Detection> | undefined => {
    const waiter = takeWaiter();
    if (isRetiring) link.close();
    return waiter;
  };

  const goDown = (reason: DownReason, why: string, image?: Picture): void => {
    if (isDown) {
      image?.close();
      return;
    }
    const waiter = takeWaiter();
    link.close();
    if (!isRetiring) link.onDown?.(reason, why);
    if (waiter === undefined) image?.close();
    else waiter.failed(new FrameReturned(image, why));
  };

  const settleCount = (count: number): void => {
    const [first, ...others] = counts;
    counts = others;
    first?.done(count);
  };

  worker.onerror = (event) => goDown('crashed', event.message || 'The worker crashed.');
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'keypoints') {
      const { keypoints, light, picture, isPlain } = data;
      settle()?.done({ keypoints, light, picture, isPlain });
    }
    if (data.type === 'tensors') settleCount(data.count);
    if (data.type === 'failed') goDown('crashed', data.message);
    // With a frame in flight the worker will send one more message, which returns the frame.
    if (data.type === 'lost' && (frame === undefined || data.image !== undefined))
      goDown('lost', 'The graphics context was lost.', data.image);
  };

  const link: WorkerLink = {
    model,
    backend,
    medianMs,
    isSimd,
    onDown: undefined,
    detect: (image, at) =>
      new Promise((done, failed) => {
        if (isDown) {
          failed(new FrameReturned(image, 'The worker is closed.'));
          return;
        }
        frame = { done, failed };
        silence = watchSilence(answerLimitMs, () => goDown('crashed', 'The worker no longer responds.'));
        send(worker, { type: 'frame', image, at }, [image]);
      }),
    tensors: () =>
      new Promise((done, failed) => {
        if (isDown) {
          failed(new DetectorProblem('The worker is closed.'));
          return;
        }
        counts = [...counts, { done, failed }];
        send(worker, { type: 'count-tensors' });
      }),
    loseContext: () => send(worker, { type: 'lose-context' }),
    retire: () => {
      isRetiring = true;
      if (frame === undefined) link.close();
    },
    close: () => {
      isDown = true;
      worker.terminate();
      takeWaiter()?.failed(new FrameReturned(undefined, 'The worker is closed.'));
      for (const waiter of counts) waiter.failed(new DetectorProblem('The worker is closed.'));
      counts = [];
    },
  };
  return link;
};
