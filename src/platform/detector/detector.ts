import type { Keypoints } from '../../engine/pose/keypoints.ts';
import type { Millis } from '../../engine/units.ts';
import type { DetectorProblem } from './detector-problem.ts';
import type { BackendName, ModelName, Runtime } from './protocol.ts';
import type { Trials } from './trial.ts';

/** MoveNet in a worker, which survives the loss of its graphics context and one crash. */
export interface Detector extends Runtime {
  /** Which MoveNet it runs at this moment. */
  readonly model: ModelName;
  /** Which it runs after the next `applyPendingModel`. */
  readonly nextModel: ModelName;
  /** What that runs on. */
  readonly backend: BackendName;
  /** Median time of one warm-up frame on that backend, ms. */
  readonly medianMs: number;
  /** How the trials of what may be better ended; never rejects. */
  readonly trials: Promise<Trials>;
  /**
   * Takes over the bitmap and finds one person in it. One call at a time: a second one while the first is under way is a
   * programming error and rejects. Rejects with a `DetectorProblem` only once the detector has broken down for good or is closed.
   */
  detect(image: ImageBitmap, at: Millis): Promise<Keypoints>;
  /**
   * To be called between two streams of frames: takes the other model where that has been found better, or the one in use too slow.
   * Within a stream the model stays as long as it can, since what the engine knows of a person was read by it.
   */
  applyPendingModel(): void;
  /** How bright what was looked at last is: its mean luma, 0-1; `undefined` where nothing was. */
  readonly light: number | undefined;
  /** Resolves as soon as no frame is in flight. */
  idle(): Promise<void>;
  /** How many tensors are alive in the worker. */
  tensors(): Promise<number>;
  /** Calls the listener once when the detector has broken down for good; answers how to stop listening. */
  onFailure(listener: (problem: DetectorProblem) => void): () => void;
  /** Ends its workers; everything that waits for them settles. */
  close(): void;
}
