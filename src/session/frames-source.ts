import { millis } from '../engine/units.ts';
import type { Frame, PageFrame, PoseSource } from './ports.ts';
import type { DetectorPort } from './source-ports.ts';

/** Frames that a page hands in, shown on a canvas as they are judged, at the detector's pace; none is dropped. */
export const framesSource = (frames: AsyncIterable<PageFrame>, detector: DetectorPort): PoseSource => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');

  const show = (image: ImageBitmap): void => {
    if (canvas.width !== image.width) canvas.width = image.width;
    if (canvas.height !== image.height) canvas.height = image.height;
    context?.drawImage(image, 0, 0);
  };

  async function* shown(): AsyncGenerator<Frame> {
    for await (const { image, at } of frames) {
      show(image);
      yield { image, at: millis(at) };
    }
  }

  return {
    picture: canvas,
    mirrored: false,
    isTruth: () => false,
    poses: (signal) => detector.poses(shown(), signal, 'paced'),
    close: () => detector.close(),
  };
};
