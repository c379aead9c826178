import type { Picture } from '../../../src/ports/frame.ts';
import { noKeypoints, type Keypoints } from '../../../src/engine/pose/keypoints.ts';
import type { FromWorker, Runtime, ToWorker } from '../../../src/platform/detector/protocol.ts';

/** The behaviour of a fake worker. */
export interface WorkerHabits {
  /** How long it takes to start, ms; `never`: it sends nothing. */
  readonly startMs?: number | 'never';
  /** How its start ends, instead of well: it fails its self-test, or does not start. */
  readonly startFails?: 'wrong' | 'failed';
  /** The median time of a warm-up frame that it reports, ms. */
  readonly medianMs?: number;
  /** How long a frame takes, ms; `never`: it does not come back. */
  readonly frameMs?: number | 'never';
  readonly find?: (image: Picture) => Keypoints;
}

/** The detector's worker without a model: it follows the protocol, and closes what it judged. */
export class FakeWorker extends EventTarget {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  isTerminated = false;
  /** The runtime that it was asked for. */
  runtime: Runtime | undefined;
  /** The time of a warm-up frame that it was told, ms. */
  knownMs: number | undefined;
  /** The times of the frames it was sent. */
  readonly frames: number[] = [];
  /** Whether a frame is at the worker. */
  isBusy = false;
  readonly #habits: WorkerHabits;

  constructor(habits: WorkerHabits = {}) {
    super();
    this.#habits = habits;
  }

  postMessage(message: ToWorker): void {
    if (this.isTerminated) return;
    const { startMs = 20, startFails, medianMs = 10, frameMs = 5, find = () => noKeypoints } = this.#habits;
    if (message.type === 'init' && startMs !== 'never') {
      const { model, backend, knownMs } = message;
      this.runtime = { model, backend };
      this.knownMs = knownMs;
      setTimeout(() => this.tell({ type: 'progress', loadedBytes: 1, totalBytes: 1 }), startMs / 2);
      const end: FromWorker =
        startFails === undefined
          ? { type: 'ready', model, backend, medianMs: knownMs ?? medianMs }
          : { type: 'failed', message: 'boom', isWrong: startFails === 'wrong' };
      setTimeout(() => this.tell(end), startMs);
    }
    if (message.type !== 'frame') return;
    const { image, at } = message;
    this.frames.push(at);
    this.isBusy = true;
    if (frameMs === 'never') return;
    setTimeout(() => {
      if (this.isTerminated) return;
      const keypoints = find(image);
      image.close();
      this.isBusy = false;
      this.tell({ type: 'keypoints', keypoints, light: 0.5, picture: at, isPlain: false });
    }, frameMs);
  }

  /** Sends a message to the page, as long as it runs. */
  tell(data: FromWorker): void {
    if (!this.isTerminated) this.onmessage?.(new MessageEvent('message', { data }));
  }

  crash(): void {
    this.onerror?.(Object.assign(new Event('error'), { message: 'boom' }) as ErrorEvent);
  }

  terminate(): void {
    this.isTerminated = true;
    this.isBusy = false;
  }
}

/** Creates fake workers and records them; the last habits apply to all that follow. */
export const fakeWorkers = (...habits: readonly WorkerHabits[]) => {
  const workers: FakeWorker[] = [];
  const spawn = (): Worker => {
    const worker = new FakeWorker(habits[workers.length] ?? habits.at(-1));
    workers.push(worker);
    return worker as unknown as Worker;
  };
  return { workers, spawn };
};
