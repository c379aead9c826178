import * as models from 'virtual:movenet-weights';
import { nobody } from '../../engine/pose/keypoints.ts';
import type { Keypoints } from '../../engine/pose/keypoints.ts';
import type { FrameSize } from '../../engine/pose/pose.ts';
import type { Millis } from '../../engine/units.ts';
import { DetectorProblem } from './detector-problem.ts';
import { isWebglWorthATrial } from '../graphics.ts';
import type { Kept } from '../kept.ts';
import type { BackendName, ModelFiles, ModelName, Runtime } from './protocol.ts';
import { isFastEnough, mayRunThunder, paceOf, skipped, tried } from './trial.ts';
import type { Trial, Trials } from './trial.ts';
import { FrameReturned, openLink } from './worker-link.ts';
import type { DetectorProgress, LinkRequest, WorkerLink } from './worker-link.ts';

/** MoveNet in a worker, which survives the loss of its graphics context and one crash. */
export interface Detector extends Runtime {
  /** Which MoveNet it runs at this moment. */
  readonly model: ModelName;
  /** What that runs on. */
  readonly backend: BackendName;
  /** Median time of one warm-up frame on that backend, ms. */
  readonly medianMs: number;
  /** How the trials of what may be better ended; never rejects. */
  readonly trials: Promise<Trials>;
  /**
   * Takes over the bitmap and finds one person in it. One call at a time: a second one while the first is under way is a
   * programming error and rejects. Rejects with a `DetectorProblem` only once the detector has broken down for good.
   */
  detect(image: ImageBitmap, at: Millis): Promise<Keypoints>;
  /**
   * To be called between two streams of frames: takes the other model where that has been found better, or the one in use too slow.
   * Within a stream the model stays as long as it can, since what the engine knows of a person was read by it.
   */
  renew(): void;
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
  /** Which MoveNet; where nothing is said, Lightning at first and Thunder as soon as it is known to be fast enough here. */
  readonly model?: ModelName;
  /** What was found to run best here before; left out where nothing is to be remembered, and unused where a model is asked for. */
  readonly remembered?: Kept<Runtime | undefined>;
  /** The size in pixels of the pictures to come. */
  readonly frame?: FrameSize;
  /** Makes a worker; a test hands in another one. */
  readonly spawn?: () => Worker;
}

const usualFrame: FrameSize = { width: 384, height: 288 };

/** Makes the detector's worker. */
export const spawnWorker = (): Worker =>
  new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module', name: 'limber-detector' });

/** A model's files with absolute addresses: a worker resolves relative ones against itself. */
export const modelFiles = (model: ModelName): ModelFiles => {
  const { topology, weights } = models[model];
  return {
    topology: { ...topology, url: new URL(topology.url, document.baseURI).href },
    weights: { ...weights, url: new URL(weights.url, document.baseURI).href },
  };
};

/** Whether the person asks for as little traffic as can be. */
const savesData = (): boolean => {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  return (
    typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true
  );
};

/**
 * Opens the detector with what ran best here before; else on wasm, and tries beside it what may be better. Rejects with a
 * `DetectorProblem` or the signal's reason.
 */
export const openDetector = async (options: DetectorOptions = {}): Promise<Detector> => {
  const { onProgress, signal, webglTrial = 'auto', model, frame = usualFrame, spawn = spawnWorker } = options;
  const usual: Runtime = { model: model ?? 'lightning', backend: 'wasm' };
  const remembered = model === undefined ? options.remembered : undefined;
  const known = remembered?.read();
  const open = (runtime: Runtime, more: Pick<LinkRequest, 'onProgress' | 'signal'>): Promise<WorkerLink> =>
    openLink({ ...runtime, files: modelFiles(runtime.model), warmUp: frame, spawn, ...more });
  const first = known && (await unlessUnfit(open(known, { onProgress, signal }), signal));
  if (known && !first) remembered?.write(undefined);
  return new ResilientDetector(first ?? (await open(usual, { onProgress, signal })), {
    open,
    usual,
    isWebglTried: webglTrial === 'always' || (webglTrial === 'auto' && isWebglWorthATrial()),
    isThunderTried: model === undefined && !savesData(),
    remember: (runtime) => remembered?.write(runtime),
  });
};

/** A link that is being opened; `undefined` where it does not open, or is no longer as fast as it was. */
const unlessUnfit = async (
  opening: Promise<WorkerLink>,
  signal: AbortSignal | undefined,
): Promise<WorkerLink | undefined> => {
  try {
    const link = await opening;
    if (isFastEnough(link)) return link;
    link.close();
  } catch {
    signal?.throwIfAborted();
  }
  return undefined;
};

/** How a detector finds and starts its workers. */
interface Runtimes {
  readonly open: (runtime: Runtime, more: Pick<LinkRequest, 'onProgress' | 'signal'>) => Promise<WorkerLink>;
  /** What runs anywhere, and is gone back to after a breakdown. */
  readonly usual: Runtime;
  readonly isWebglTried: boolean;
  readonly isThunderTried: boolean;
  /** Keeps what runs best here for the next time; `undefined` forgets it. */
  readonly remember: (runtime: Runtime | undefined) => void;
}

class ResilientDetector implements Detector {
  readonly trials: Promise<Trials>;
  readonly #runtimes: Runtimes;
  readonly #ending = new AbortController();
  readonly #listeners = new Set<(problem: DetectorProblem) => void>();
  #current: WorkerLink;
  /** The worker to use next: the current one, or the one that is being started after a breakdown. */
  #next: Promise<WorkerLink>;
  /** What takes over with the next stream of frames. */
  #better: WorkerLink | undefined;
  #pace = paceOf('lightning');
  #crashes = 0;
  #inFlight: Promise<Keypoints> | undefined;
  #light: number | undefined;

  constructor(first: WorkerLink, runtimes: Runtimes) {
    this.#runtimes = runtimes;
    this.#current = first;
    this.#next = this.#adopt(first);
    this.trials = this.#tryAll();
  }

  get model(): ModelName {
    return this.#current.model;
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
    const begun = performance.now();
    try {
      return await this.#inFlight;
    } finally {
      this.#inFlight = undefined;
      this.#pace.took(performance.now() - begun);
    }
  }

  async idle(): Promise<void> {
    while (this.#inFlight !== undefined) await this.#inFlight.catch(() => undefined);
  }

  async tensors(): Promise<number> {
    return (await this.#next).tensors();
  }

  renew(): void {
    if (this.#better) {
      this.#current.retire();
      this.#next = this.#adopt(this.#better);
      this.#better = undefined;
    } else if (this.#runtimes.isThunderTried && this.#pace.isTooSlow()) {
      this.#runtimes.remember(undefined);
      this.#current.retire();
      this.#next = this.#restart();
    }
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
    this.#better?.close();
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
    this.#pace = paceOf(link.model);
    link.onDown = (reason, why) => {
      this.#crashes += reason === 'crashed' ? 1 : 0;
      this.#next = this.#crashes > 1 ? this.#fail(new DetectorProblem(why)) : this.#restart();
    };
    return Promise.resolve(link);
  }

  /** A fresh worker of the usual kind, on wasm, which cannot lose a graphics context. */
  #restart(): Promise<WorkerLink> {
    const opening = this.#open(this.#runtimes.usual).then(
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

  #open(runtime: Runtime): Promise<WorkerLink> {
    return this.#runtimes.open(runtime, { signal: this.#ending.signal });
  }

  async #tryAll(): Promise<Trials> {
    const { isWebglTried, isThunderTried } = this.#runtimes;
    const webgl = isWebglTried && this.backend === 'wasm' ? await this.#tryWebgl() : skipped;
    const thunder = isThunderTried && mayRunThunder(this.#current) ? await this.#tryThunder() : skipped;
    return { webgl, thunder };
  }

  /** WebGL takes over where it is faster, at once: it sees the same. */
  async #tryWebgl(): Promise<Trial> {
    const [trial, link] = await this.#try(
      { model: this.model, backend: 'webgl' },
      ({ medianMs }) => medianMs < this.medianMs,
    );
    if (link) {
      this.#current.retire();
      this.#next = this.#adopt(link);
    }
    return trial;
  }

  /** Thunder takes over where it is fast enough, with the next stream. */
  async #tryThunder(): Promise<Trial> {
    const [trial, link] = await this.#try({ model: 'thunder', backend: this.backend }, isFastEnough);
    if (link) {
      this.#better = link;
      link.onDown = () => {
        this.#better = undefined;
      };
    }
    return trial;
  }

  async #try(
    runtime: Runtime,
    isBetter: (link: WorkerLink) => boolean,
  ): Promise<readonly [trial: Trial, better?: WorkerLink]> {
    const used = this.#current;
    const isStillUsed = (): boolean => this.#current === used && !this.#ending.signal.aborted;
    const result = await tried(this.#open(runtime), used, (link) => isStillUsed() && isBetter(link));
    if (result[1]) this.#runtimes.remember(runtime);
    return result;
  }
}

/** A rejection that nobody is obliged to hear. */
const rejected = (problem: DetectorProblem): Promise<never> => {
  const promise = Promise.reject(problem);
  promise.catch(() => undefined);
  return promise;
};
