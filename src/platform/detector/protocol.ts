/** The types of all messages between the page and the detector's worker. */
import type { Keypoints } from '../../engine/pose/keypoints.ts';
import type { SourceTime } from '../../engine/units.ts';
import type { BackendName } from '../../ports/backend.ts';
import type { Picture } from '../../ports/frame.ts';
import type { DetectorModel } from '../../ports/detector-model.ts';

/** The model and the backend of a worker. */
export interface Runtime {
  readonly model: DetectorModel;
  readonly backend: BackendName;
}

/** A file of the model: its absolute address on the app's own origin, its size in bytes, and its sha256 in hex. */
export interface ModelFile {
  readonly url: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The two files of a model. */
export interface ModelFiles {
  readonly topology: ModelFile;
  readonly weights: ModelFile;
}

/** The result for one picture. */
export interface Detection {
  readonly keypoints: Keypoints;
  /** The mean luma of the crop before it is brightened, 0-1. */
  readonly light: number;
  /** A fingerprint of the whole picture, 32 bits: equal for equal pixels. */
  readonly picture: number;
  /** Whether the whole picture has one colour. */
  readonly isPlain: boolean;
}

/** The messages from the page to the worker. */
export type ToWorker =
  /** `knownMs`: the median time of a warm-up frame, ms, if this version of the app has measured it on this device. */
  | ({ readonly type: 'init'; readonly files: ModelFiles; readonly knownMs?: number | undefined } & Runtime)
  /** The bitmap is transferred: the worker closes it, or returns it with `lost`. */
  | { readonly type: 'frame'; readonly image: Picture; readonly at: SourceTime }
  | { readonly type: 'count-tensors' }
  /** Drops the graphics context, as a driver may at any time; for tests. */
  | { readonly type: 'lose-context' };

/** The messages from the worker to the page. */
export type FromWorker =
  | { readonly type: 'progress'; readonly loadedBytes: number; readonly totalBytes: number }
  /** The model is loaded; sent again after each frame of the warm-up, as a sign of life. */
  | { readonly type: 'warming-up' }
  /**
   * The self-test is passed. `medianMs`: the median time of one warm-up frame, the first not counted, or the known one;
   * `isSimd`: whether wasm uses SIMD.
   */
  | ({ readonly type: 'ready'; readonly medianMs: number; readonly isSimd?: boolean } & Runtime)
  | ({ readonly type: 'keypoints' } & Detection)
  | { readonly type: 'tensors'; readonly count: number }
  /** The graphics context is lost; the frame that was to be judged is returned. */
  | { readonly type: 'lost'; readonly image?: Picture }
  /** `isWrong`: it failed the self-test; `isMissing`: a part of its code could not be fetched. */
  | { readonly type: 'failed'; readonly message: string; readonly isWrong?: boolean; readonly isMissing?: boolean };
