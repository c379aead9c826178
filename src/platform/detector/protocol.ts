/** Everything that crosses the border between the page and the detector's worker. */
import type { Keypoints } from '../../engine/pose/keypoints.ts';
import type { FrameSize } from '../../engine/pose/pose.ts';
import type { Millis } from '../../engine/units.ts';

/** What MoveNet runs on: WebAssembly on the processor, or WebGL on the graphics card. */
export type BackendName = 'wasm' | 'webgl';

/** Which MoveNet: the fast one, 4.7 MB, or the one that sees better, 12.5 MB and two to four times as slow on the processor. */
export type ModelName = (typeof modelNames)[number];

/** The names of both, the fast one first. */
export const modelNames = ['lightning', 'thunder'] as const;

/** What a worker runs. */
export interface Runtime {
  readonly model: ModelName;
  readonly backend: BackendName;
}

/** A file of the model: its absolute address on the app's own origin, and its size in bytes. */
export interface ModelFile {
  readonly url: string;
  readonly bytes: number;
}

/** The two files that make the model. */
export interface ModelFiles {
  readonly topology: ModelFile;
  readonly weights: ModelFile;
}

/** What was found in one picture. */
export interface Detection {
  readonly keypoints: Keypoints;
  /** How bright what was looked at is, before it is brightened: its mean luma, 0-1. */
  readonly light: number;
}

/** What the page says to the worker. */
export type ToWorker =
  | ({ readonly type: 'init'; readonly files: ModelFiles; readonly warmUp: FrameSize } & Runtime)
  /** The bitmap is transferred: the worker closes it, or hands it back with `lost`. */
  | { readonly type: 'frame'; readonly image: ImageBitmap; readonly at: Millis }
  | { readonly type: 'count-tensors' }
  /** Takes the graphics context away, as a driver may at any time; the tests ask for it. */
  | { readonly type: 'lose-context' };

/** What the worker says to the page. */
export type FromWorker =
  | { readonly type: 'progress'; readonly loadedBytes: number; readonly totalBytes: number }
  /** The model is loaded; sent again after each frame of the warm-up, as a sign of life. */
  | { readonly type: 'warming-up' }
  /** `medianMs`: the median time of one warm-up frame, the first not counted. */
  | ({ readonly type: 'ready'; readonly medianMs: number } & Runtime)
  | ({ readonly type: 'keypoints' } & Detection)
  | { readonly type: 'tensors'; readonly count: number }
  /** The graphics context is gone; the frame that was to be judged comes back. */
  | { readonly type: 'lost'; readonly image?: ImageBitmap }
  | { readonly type: 'failed'; readonly message: string };
