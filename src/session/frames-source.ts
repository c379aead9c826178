import type { TimedPose } from '../engine/pose/pose.ts';
import type { Frame, PoseSource } from './ports.ts';
import type { DetectorPort } from './source-ports.ts';

/** Frames that a page hands in, shown on a canvas: each is judged before the next is asked for, none is dropped. */
export const framesSource = (frames: AsyncIterable<Frame>, detector: DetectorPort): PoseSource => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');

  const show = (image: ImageBitmap): void => {
    if (canvas.width !== image.width) canvas.width = image.width;
    if (canvas.height !== image.height) canvas.height = image.height;
    context?.drawImage(image, 0, 0);
  };

  async function* poses(signal: AbortSignal): AsyncGenerator<TimedPose> {
    for await (const frame of frames) {
      if (signal.aborted) return;
      show(frame.image);
      yield await detector.detect(frame);
    }
  }

  return { picture: canvas, mirrored: false, isTruth: () => false, poses, close: () => detector.close() };
};
