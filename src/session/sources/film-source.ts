import type { PoseSource } from '../ports.ts';
import type { DrawnFrame } from '../../ports/frame.ts';
import type { DetectorPort, FilmPort } from './source-ports.ts';

/**
 * A film, from a file or an embedding page, on a canvas while it is judged, at the detector's pace; no frame is
 * dropped.
 */
export const filmSource = (film: FilmPort, detector: DetectorPort): PoseSource => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');

  const show = (image: ImageBitmap): void => {
    if (canvas.width !== image.width) canvas.width = image.width;
    if (canvas.height !== image.height) canvas.height = image.height;
    context?.drawImage(image, 0, 0);
  };

  async function* shown(signal: AbortSignal): AsyncGenerator<DrawnFrame> {
    for await (const frame of film.frames(signal)) {
      show(frame.image);
      yield frame;
    }
  }

  return {
    picture: canvas,
    mirrored: false,
    lasts: film.lasts,
    usesGroundTruth: () => false,
    reader: detector,
    poses: (signal) => detector.poses(shown(signal), signal, 'paced'),
    close: () => {
      film.close();
      detector.close();
    },
  };
};
