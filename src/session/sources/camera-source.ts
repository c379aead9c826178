import { sourceTime } from '../../engine/units.ts';
import type { OpenedCamera } from '../../ports/camera-device.ts';
import type { PoseSource } from '../ports.ts';
import type { CameraPort, DetectorPort } from './source-ports.ts';

/** A detector on its way; `close` also cancels the opening. */
export interface OpeningDetector {
  readonly opened: Promise<DetectorPort>;
  close(): void;
}

/**
 * The camera as a source, mirrored. It is off at first, and at most one camera is open: one that opens late is used if
 * the camera is still wanted, and closed if not. The detector opens beside it, and stays ready while the camera is off.
 */
export const cameraSource = (openCamera: () => Promise<CameraPort>, opening: OpeningDetector): PoseSource => {
  let detector: DetectorPort | undefined;
  let camera: CameraPort | undefined;
  let picture: HTMLVideoElement | undefined;
  let device: OpenedCamera | undefined;
  let openingCamera: Promise<void> | undefined;
  let isWanted = false;
  /** When the next stream of poses begins: after the last pose of the previous stream. */
  let startsAt = sourceTime(0);

  const isMissing = (): boolean => isWanted && !camera;
  const open = async (): Promise<void> => {
    try {
      const opened = await openCamera();
      if (isWanted) {
        camera = opened;
        picture = opened.video;
        device = opened.device;
      } else opened.close();
    } finally {
      openingCamera = undefined;
    }
  };
  const switchOff = (): void => {
    isWanted = false;
    camera?.close();
    camera = undefined;
  };

  return {
    get picture() {
      return picture;
    },
    get camera() {
      return device;
    },
    mirrored: true,
    usesGroundTruth: () => false,
    get reader() {
      return detector;
    },
    switchOn: async () => {
      isWanted = true;
      const openedCamera = async (): Promise<void> => {
        while (isMissing()) await (openingCamera ??= open());
      };
      [detector] = await Promise.all([opening.opened, openedCamera()]);
    },
    switchOff,
    async *poses(signal) {
      if (!camera || !detector) return;
      for await (const pose of detector.poses(camera.frames(signal, startsAt), signal, 'live')) {
        startsAt = sourceTime(pose.at + 1);
        yield pose;
      }
    },
    close: () => {
      switchOff();
      opening.close();
    },
  };
};
