import type { PoseSource } from './ports.ts';
import type { CameraPort, DetectorPort } from './source-ports.ts';

/** The person before the camera, seen as in a mirror. */
export const cameraSource = (camera: CameraPort, detector: DetectorPort): PoseSource => ({
  picture: camera.video,
  mirrored: true,
  isTruth: () => false,
  poses: (signal) => detector.poses(camera.frames(signal), signal, 'live'),
  close: () => {
    camera.close();
    detector.close();
  },
});
