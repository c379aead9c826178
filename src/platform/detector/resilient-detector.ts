import { noKeypoints } from '../../engine/pose/keypoints.ts';
import type { Keypoints } from '../../engine/pose/keypoints.ts';
import type { SourceTime } from '../../engine/units.ts';
import { DetectorProblem } from './detector-problem.ts';
import type { Runtime } from './protocol.ts';
import type { BackendName } from '../../ports/backend.ts';
import type { Picture } from '../../ports/frame.ts';
import type { DetectorModel } from '../../ports/detector-model.ts';
import type { KnownRuntime } from './saved-runtime.ts';
import { isFastEnough, mayRunThunder, paceOf, shownBy, shownByTrial, skipped, tried } from './trial.ts';
import type { Trial, Trials } from './trial.ts';
import { FrameReturned } from './worker-link.ts';
import type { LinkRequest, WorkerLink } from './worker-link.ts';
import type { Detector } from './detector.ts';

/** How a detector opens its workers, and which runtimes it tries. */
export interface Runtimes {
  readonly open: (runtime: Runtime, more: Pick<LinkRequest, 'onProgress' | 'signal'>) => Promise<WorkerLink>;
  /** The runtime that works everywhere; the fallback after a failure. */
  readonly usual: Runtime;
  readonly isWebglTried: boolean;
  /** Whether WebGL takes over wherever it works, instead of where it is faster; false by default. */
  readonly isWebglChosen?: boolean;
  readonly isThunderTried: boolean;
  /** Stores the best runtime of this device for the next time, and what a trial has shown. */
  readonly remember: (known: KnownRuntime) => void;
}

/**
 * A detector that survives the loss of its graphics context and one crash, and finds the best runtime of this device.
 */
export class ResilientDetector implements Detector {
  readonly trials: Promise<Trials>;
  readonly #runtimes: Runtimes;
  readonly #ending = new AbortController();
  readonly #listeners = new Set<(problem: DetectorProblem) => void>();
  #current: WorkerLink;
  /** The worker to use next: the current one, or the one being started. */
  #next: Promise<WorkerLink>;
  /** The worker that has the frame in flight; it may be retiring. */
  #judging: WorkerLink | undefined;
  #isStarting = false;
  /** The worker that takes over with the next stream of frames. */
  #better: WorkerLink | undefined;
  #pace = paceOf('lightning');
  #crashes = 0;
  #inFlight: Promise<Keypoints> | undefined;
  #light: number | undefined;
  #picture: number | undefined;
  #isPlain = false;
  #hasFailed = false;

  constructor(first: WorkerLink, runtimes: Runtimes) {
    this.#runtimes = runtimes;
    this.#current = first;
    this.#next = this.#adopt(first);
    this.trials = this.#tryAll();
  }

  get model(): DetectorModel {
    return this.#current.model;
  }

  get nextModel(): DetectorModel {
    return this.#better?.model ?? (this.#isTooSlow() ? 'lightning' : this.model);
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

  get picture(): number | undefined {
    return this.#picture;
  }

  get isPlain(): boolean {
    return this.#isPlain;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  async detect(image: Picture, at: SourceTime): Promise<Keypoints> {
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

  applyPendingModel(): void {
    if (this.#hasFailed) {
      // One more crash is its last, as after the first one.
      this.#hasFailed = false;
      this.#crashes = 1;
      this.#next = this.#restart();
    } else if (this.#better) {
      this.#current.retire();
      this.#next = this.#adopt(this.#better);
      this.#better = undefined;
    } else if (this.#isTooSlow() && !this.#isStarting) {
      this.#runtimes.remember({ model: 'lightning', backend: this.backend, isThunderTooSlow: true });
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
    // Set first: a call that waits for a worker closed here asks for the next one.
    this.#next = rejected(closed);
    this.#ending.abort(closed);
    this.#current.close();
    this.#judging?.close();
    this.#better?.close();
  }

  /** Judges a frame, with the next worker if one goes down meanwhile. A frame lost in a crash contains no person. */
  async #judge(image: Picture, at: SourceTime): Promise<Keypoints> {
    let link: WorkerLink;
    try {
      link = await this.#next;
    } catch (error) {
      image.close();
      throw error;
    }
    this.#judging = link;
    try {
      const { keypoints, light, picture, isPlain } = await link.detect(image, at);
      this.#light = light;
      this.#picture = picture;
      this.#isPlain = isPlain;
      return keypoints;
    } catch (error) {
      if (!(error instanceof FrameReturned)) throw error;
      if (error.image !== undefined) return this.#judge(error.image, at);
      await this.#next;
      this.#light = undefined;
      this.#picture = undefined;
      this.#isPlain = false;
      return noKeypoints;
    }
  }

  #adopt(link: WorkerLink): Promise<WorkerLink> {
    this.#current = link;
    this.#isStarting = false;
    this.#pace = paceOf(link.model);
    link.onDown = (reason, why) => {
      this.#crashes += reason === 'crashed' ? 1 : 0;
      this.#next = this.#crashes > 1 ? this.#fail(new DetectorProblem(why)) : this.#restart();
    };
    return Promise.resolve(link);
  }

  /** Starts a new worker with the usual runtime, on wasm, which cannot lose a graphics context. */
  #restart(): Promise<WorkerLink> {
    this.#isStarting = true;
    const opening: Promise<WorkerLink> = this.#open(this.#runtimes.usual).then(
      (link) => {
        if (this.#next === opening) return this.#adopt(link);
        // The detector was closed, or another worker took over, while this one started.
        link.close();
        return this.#next;
      },
      (error: unknown) => {
        if (this.#next !== opening) return this.#next;
        this.#isStarting = false;
        return this.#fail(error instanceof DetectorProblem ? error : new DetectorProblem(String(error)));
      },
    );
    // The next call of `detect` reports a failure; it need not be handled here.
    opening.catch(() => undefined);
    return opening;
  }

  #fail(problem: DetectorProblem): Promise<WorkerLink> {
    this.#hasFailed = true;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener(problem);
    return rejected(problem);
  }

  #isTooSlow(): boolean {
    return this.#runtimes.isThunderTried && this.#pace.isTooSlow();
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

  /** WebGL takes over at once if it is faster, or chosen: its results are the same. */
  async #tryWebgl(): Promise<Trial> {
    const runtime: Runtime = { model: this.model, backend: 'webgl' };
    const { isWebglChosen = false, remember } = this.#runtimes;
    const [trial, link] = await this.#try(runtime, (other) =>
      isWebglChosen ? isFastEnough(other) : other.medianMs < this.medianMs,
    );
    if (link) {
      this.#current.retire();
      this.#next = this.#adopt(link);
    } else if (!this.#ending.signal.aborted) {
      remember({ model: this.model, backend: this.backend, backends: shownByTrial(trial, runtime) });
    }
    return trial;
  }

  /** Thunder takes over with the next stream if it is fast enough. */
  async #tryThunder(): Promise<Trial> {
    const { backend } = this;
    const [trial, link] = await this.#try({ model: 'thunder', backend }, isFastEnough);
    if (trial.outcome === 'kept') this.#runtimes.remember({ model: 'lightning', backend, isThunderTooSlow: true });
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
    const [trial, better] = result;
    if (better === undefined) return result;
    if (!isStillUsed()) {
      better.close();
      return [trial];
    }
    this.#runtimes.remember({ ...runtime, backends: shownBy(better) });
    return result;
  }
}

/** A rejected promise that is marked as handled. */
const rejected = (problem: DetectorProblem): Promise<never> => {
  const promise = Promise.reject(problem);
  promise.catch(() => undefined);
  return promise;
};
