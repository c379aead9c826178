import { sourceTime } from '../../engine/units.ts';
import type { OpenedCamera } from '../../ports/camera-device.ts';
import type { PoseSource } from '../ports.ts';
import type { CameraPort, DetectorPort } from './source-ports.ts';

/**
 * The camera as a source, mirrored. It is off at first, and at most one camera is open: one that opens late is used if
 * the camera is still wanted, and closed if not. The detector stays ready while the camera is off.
 */
export const cameraSource = (openCamera: () => Promise<CameraPort>, detector: DetectorPort): PoseSource => {
  let camera: CameraPort | undefined;
  let picture: HTMLVideoElement | undefined;
  let device: OpenedCamera | undefined;
  let opening: Promise<void> | undefined;
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
      opening = undefined;
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
    reader: detector,
    switchOn: async () => {
      isWanted = true;
      while (isMissing()) await (opening ??= open());
    },
    switchOff,
    async *poses(signal) {
      if (!camera) return;
      for await (const pose of detector.poses(camera.frames(signal, startsAt), signal, 'live')) {
        startsAt = sourceTime(pose.at + 1);
        yield pose;
      }
    },
    close: () => {
      switchOff();
      detector.close();
    },
  };
};
