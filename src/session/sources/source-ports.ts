import type { Body } from '../../engine/figure/body.ts';
import type { Camera } from '../../engine/figure/camera.ts';
import type { TimedPose } from '../../engine/pose/pose.ts';
import type { SourceTime } from '../../engine/units.ts';
import type { ModelInUse } from '../ports.ts';
import type { OpenedCamera } from '../../ports/camera-device.ts';
import type { DetectorModel } from '../../ports/detector-model.ts';
import type { DrawnFrame, Frame } from '../../ports/frame.ts';
import type { Pace } from '../../ports/pace.ts';
import type { OpeningProgress } from '../../ports/opening-progress.ts';

/** A canvas on which a body is drawn through a camera. */
export interface StagePort {
  readonly canvas: HTMLCanvasElement;
  draw(body: Body, camera: Camera): void;
  dispose(): void;
}

/** An open detector that is warmed up. */
export interface DetectorPort extends ModelInUse {
  /** The poses in frames; `live`: the newest frame wins, `paced`: the source waits and no frame is dropped. */
  poses(frames: AsyncIterable<Frame>, signal: AbortSignal, pace: Pace): AsyncIterable<TimedPose<SourceTime>>;
  /** Closes the detector; all pending promises settle. */
  close(): void;
}

/** An open camera. */
export interface CameraPort {
  /** Which camera it is; left out if unknown. */
  readonly device?: OpenedCamera;
  readonly video: HTMLVideoElement;
  /** Its frames; the first is at `startsAt`. */
  frames(signal: AbortSignal, startsAt: SourceTime): AsyncIterable<Frame>;
  close(): void;
}

/** An open film; it yields each frame once, in order, when the frame is requested. */
export interface FilmPort {
  frames(signal: AbortSignal): AsyncIterable<DrawnFrame>;
  /** The duration, ms; `undefined` if unknown. */
  readonly lasts: number | undefined;
  close(): void;
}

/** The dependencies of sources; the composition root passes the real ones. */
export interface SourcePorts {
  openDetector(request: {
    readonly onProgress: (progress: OpeningProgress) => void;
    readonly signal: AbortSignal;
    /** Exactly this model; by default the one that suits the device. */
    readonly model?: DetectorModel;
  }): Promise<DetectorPort>;
  openCamera(signal: AbortSignal): Promise<CameraPort>;
  openStage(): Promise<StagePort>;
  openVideo(video: Blob, signal: AbortSignal): Promise<FilmPort>;
}
