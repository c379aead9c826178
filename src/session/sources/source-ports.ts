import type { Body } from '../../engine/figure/body.ts';
import type { Camera } from '../../engine/figure/camera.ts';
import type { TimedPose } from '../../engine/pose/pose.ts';
import type { DetectorModel, Frame, ModelInUse, OpeningProgress } from '../ports.ts';

/** A canvas on which a body is drawn as a camera sees it. */
export interface StagePort {
  readonly canvas: HTMLCanvasElement;
  draw(body: Body, camera: Camera): void;
  dispose(): void;
}

/** A warm detector. */
export interface DetectorPort extends ModelInUse {
  /** The poses in frames; `live`: the newest frame wins, `paced`: the source waits and no frame is dropped. */
  poses(frames: AsyncIterable<Frame>, signal: AbortSignal, pace: 'live' | 'paced'): AsyncIterable<TimedPose>;
  /** Ends it; everything that waits for it settles. */
  close(): void;
}

/** An open camera. */
export interface CameraPort {
  readonly video: HTMLVideoElement;
  frames(signal: AbortSignal): AsyncIterable<Frame>;
  close(): void;
}

/** An open film: frames that wait to be taken, each once and in order. */
export interface FilmPort {
  frames(signal: AbortSignal): AsyncIterable<Frame>;
  /** How long it lasts, ms; `undefined` where nobody knows. */
  readonly lasts: number | undefined;
  close(): void;
}

/** What sources are made of; the composition root hands in the real things. */
export interface SourcePorts {
  openDetector(request: {
    readonly onProgress: (progress: OpeningProgress) => void;
    readonly signal: AbortSignal;
    /** Exactly this model; where nothing is said, what suits the device. */
    readonly model?: DetectorModel;
  }): Promise<DetectorPort>;
  openCamera(signal: AbortSignal): Promise<CameraPort>;
  openStage(): Promise<StagePort>;
  openVideo(video: Blob, signal: AbortSignal): Promise<FilmPort>;
}
