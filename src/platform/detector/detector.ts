import { topology, weights } from 'virtual:movenet-weights';
import { nobody } from '../../engine/pose/keypoints.ts';
import type { Keypoints } from '../../engine/pose/keypoints.ts';
import type { FrameSize } from '../../engine/pose/pose.ts';
import type { Millis } from '../../engine/units.ts';
import { DetectorProblem } from './detector-problem.ts';
import { isWebglWorthATrial } from '../graphics.ts';
import type { BackendName, ModelFiles } from './protocol.ts';
import { FrameReturned, openLink } from './worker-link.ts';
import type { DetectorProgress, LinkRequest, WorkerLink } from './worker-link.ts';

/** How the trial of WebGL ended: why wasm stayed, or that WebGL took over. Times are medians of a warm-up frame, ms. */
export type Trial =
  | { readonly outcome: 'skipped' }
  | { readonly outcome: 'failed'; readonly why: string }
  | { readonly outcome: 'kept-wasm' | 'took-webgl'; readonly wasmMs: number; readonly webglMs: number };

/** MoveNet in a worker, which survives the loss of its graphics context and one crash. */
export interface Detector {
  /** What it runs on at this moment. */
  readonly backend: BackendName;
  /** Median time of one warm-up frame on that backend, ms. */
  readonly medianMs: number;
  /** How the trial of WebGL beside wasm ended; never rejects. */
  readonly trial: Promise<Trial>;
  /**
   * Takes over the bitmap and finds one person in it. One call at a time: a second one while the first is under way is a
   * programming error and rejects. Rejects with a `DetectorProblem` only once the detector has broken down for good.
   */
  detect(image: ImageBitmap, at: Millis): Promise<Keypoints>;
  /** How bright what was looked at last is: its mean luma, 0-1; `undefined` where nothing was. */
  readonly light: number | undefined;
  /** Resolves as soon as no frame is in flight. */
  idle(): Promise<void>;
  /** How many tensors are alive in the worker. */
  tensors(): Promise<number>;
  /** Calls the listener once when the detector has broken down for good; answers how to stop listening. */
  onFailure(listener: (problem: DetectorProblem) => void): () => void;
  close(): void;
}

/** How to open a detector. */
export interface DetectorOptions {
  readonly onProgress?: (progress: DetectorProgress) => void;
  /** Cancels the opening; once open, `close()` ends the detector. */
  readonly signal?: AbortSignal;
  /** Whether WebGL is tried beside wasm: where it has a chance (`auto`), or in any case, or never. */
  readonly webglTrial?: 'auto' | 'always' | 'never';
  /** The size in pixels of the pictures to come. */
  readonly frame?: FrameSize;
  /** Makes a worker; a test hands in another one. */
  readonly spawn?: () => Worker;
}

const usualFrame: FrameSize = { width: 384, height: 288 };

/** Makes the detector's worker. */
export const spawnWorker = (): Worker =>
  new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module', name: 'limber-detector' });

/** The model's files with absolute addresses: a worker resolves relative ones against itself. */
export const modelFiles = (): ModelFiles => ({
  topology: { ...topology, url: new URL(topology.url, document.baseURI).href },
  weights: { ...weights, url: new URL(weights.url, document.baseURI).href },
});

/** Opens the detector on wasm, then tries WebGL beside it; rejects with a `DetectorProblem` or the signal's reason. */
export const openDetector = async (options: DetectorOptions = {}): Promise<Detector> => {
  const { onProgress, signal, webglTrial = 'auto', frame = usualFrame, spawn = spawnWorker } = options;
  const request = { files: modelFiles(), warmUp: frame, spawn };
  const first = await openLink({ ...request, backend: 'wasm', onProgress, signal });
  const isTrial = webglTrial === 'always' || (webglTrial === 'auto' && isWebglWorthATrial());
  return new ResilientDetector(first, request, isTrial);
};

class ResilientDetector implements Detector {
  readonly trial: Promise<Trial>;
  readonly #request: Omit<LinkRequest, 'backend'>;
  readonly #ending = new AbortController();
  readonly #listeners = new Set<(problem: DetectorProblem) => void>();
  #current: WorkerLink;
  /** The worker to use next: the current one, or the one that is being started after a breakdown. */
  #next: Promise<WorkerLink>;
  #crashes = 0;
  #inFlight: Promise<Keypoints> | undefined;
  #light: number | undefined;

  constructor(first: WorkerLink, request: Omit<LinkRequest, 'backend'>, isTrial: boolean) {
    this.#request = { ...request, signal: this.#ending.signal };
    this.#current = first;
    this.#next = this.#adopt(first);
    this.trial = isTrial ? this.#tryWebgl() : Promise.resolve({ outcome: 'skipped' });
  }

  get backend(): BackendName {
    return this.#current.backend;
  }

  get medianMs(): number {
    return this.#current.medianMs;
  }

  get light(): number | undefined {
    return this.#light;
  }

  async detect(image: ImageBitmap, at: Millis): Promise<Keypoints> {
    if (this.#inFlight !== undefined) {
      image.close();
      throw new Error('Detector.detect was called while a frame was in flight.');
    }
    this.#inFlight = this.#judge(image, at);
    try {
      return await this.#inFlight;
    } finally {
      this.#inFlight = undefined;
    }
  }

  async idle(): Promise<void> {
    while (this.#inFlight !== undefined) await this.#inFlight.catch(() => undefined);
  }

  async tensors(): Promise<number> {
    return (await this.#next).tensors();
  }

  onFailure(listener: (problem: DetectorProblem) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    const closed = new DetectorProblem('The detector is closed.');
    this.#listeners.clear();
    this.#ending.abort(closed);
    this.#current.close();
    this.#next = rejected(closed);
  }

  /** Judges a frame, by the next worker where one goes down over it. A frame that a crash swallowed shows nobody. */
  async #judge(image: ImageBitmap, at: Millis): Promise<Keypoints> {
    let link: WorkerLink;
    try {
      link = await this.#next;
    } catch (error) {
      image.close();
      throw error;
    }
    try {
      const { keypoints, light } = await link.detect(image, at);
      this.#light = light;
      return keypoints;
    } catch (error) {
      if (!(error instanceof FrameReturned)) throw error;
      if (error.image !== undefined) return this.#judge(error.image, at);
      await this.#next;
      this.#light = undefined;
      return nobody;
    }
  }

  #adopt(link: WorkerLink): Promise<WorkerLink> {
    this.#current = link;
    link.onDown = (reason, why) => {
      this.#crashes += reason === 'crashed' ? 1 : 0;
      this.#next = this.#crashes > 1 ? this.#fail(new DetectorProblem(why)) : this.#restart();
    };
    return Promise.resolve(link);
  }

  /** A fresh worker on wasm, which cannot lose a graphics context. */
  #restart(): Promise<WorkerLink> {
    const opening = openLink({ ...this.#request, backend: 'wasm' }).then(
      (link) => this.#adopt(link),
      (error: unknown) => this.#fail(error instanceof DetectorProblem ? error : new DetectorProblem(String(error))),
    );
    // Whoever calls `detect` next hears of a failure; nobody else has to.
    opening.catch(() => undefined);
    return opening;
  }

  #fail(problem: DetectorProblem): Promise<WorkerLink> {
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener(problem);
    return rejected(problem);
  }

  async #tryWebgl(): Promise<Trial> {
    const wasm = this.#current;
    try {
      const webgl = await openLink({ ...this.#request, backend: 'webgl' });
      const times = { wasmMs: wasm.medianMs, webglMs: webgl.medianMs };
      if (webgl.medianMs >= wasm.medianMs || this.#current !== wasm || this.#ending.signal.aborted) {
        webgl.close();
        return { outcome: 'kept-wasm', ...times };
      }
      wasm.retire();
      this.#next = this.#adopt(webgl);
      return { outcome: 'took-webgl', ...times };
    } catch (error) {
      return { outcome: 'failed', why: String(error) };
    }
  }
}

/** A rejection that nobody is obliged to hear. */
const rejected = (problem: DetectorProblem): Promise<never> => {
  const promise = Promise.reject(problem);
  promise.catch(() => undefined);
  return promise;
};
