import type { Keypoints } from '../../engine/pose/keypoints.ts';
import type { SourceTime } from '../../engine/units.ts';
import type { DetectorProblem } from './detector-problem.ts';
import type { Runtime } from './protocol.ts';
import type { BackendName } from '../../ports/backend.ts';
import type { Picture } from '../../ports/frame.ts';
import type { DetectorModel } from '../../ports/detector-model.ts';
import type { Trials } from './trial.ts';

/** MoveNet in a worker; it survives the loss of its graphics context and one crash. */
export interface Detector extends Runtime {
  /** The model in use. */
  readonly model: DetectorModel;
  /** The model in use after the next `applyPendingModel`. */
  readonly nextModel: DetectorModel;
  /** The backend in use. */
  readonly backend: BackendName;
  /** Median time of one warm-up frame on that backend, ms. */
  readonly medianMs: number;
  /** The results of the trials of other runtimes; never rejects. */
  readonly trials: Promise<Trials>;
  /**
   * Takes ownership of the bitmap and finds one person in it. One call at a time: a second one while the first is
   * pending is a programming error and rejects. Rejects with a `DetectorProblem` only if the detector has failed
   * permanently or is closed.
   */
  detect(image: Picture, at: SourceTime): Promise<Keypoints>;
  /**
   * Call it between two streams of frames: it switches to the other model if that has been found better, or if the one
   * in use is too slow; a detector that has failed permanently is started once more. Within a stream the model is kept as long as possible, since it has read everything that the
   * engine knows about the user.
   */
  applyPendingModel(): void;
  /** The mean luma of the last crop that was read, 0-1; `undefined` if there was none. */
  readonly light: number | undefined;
  /** The fingerprint of the last picture, equal for equal pixels; `undefined` if there was none. */
  readonly picture: number | undefined;
  /** Whether the last picture has one colour all over. */
  readonly isPlain: boolean;
  /** Whether it has failed permanently; `applyPendingModel` starts it once more. */
  readonly hasFailed: boolean;
  /** Resolves as soon as no frame is in flight. */
  idle(): Promise<void>;
  /** The number of live tensors in the worker. */
  tensors(): Promise<number>;
  /** Calls the listener once when the detector has failed permanently; returns a function that removes the listener. */
  onFailure(listener: (problem: DetectorProblem) => void): () => void;
  /** Terminates its workers; all pending promises settle. */
  close(): void;
}
