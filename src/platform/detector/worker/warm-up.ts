import type { FrameSize } from '../../../engine/pose/pose.ts';
import { sourceTime } from '../../../engine/units.ts';
import type { MoveNet } from './movenet.ts';

const timedFrames = 3;

/**
 * Runs blank frames of the expected size, so that the first real one is not slow; returns their median time, ms. Calls
 * `onFrame` after each.
 */
export const warmUp = async (model: MoveNet, { width, height }: FrameSize, onFrame: () => void): Promise<number> => {
  const canvas = new OffscreenCanvas(width, height);
  // A canvas without a context has no picture.
  canvas.getContext('2d')?.fillRect(0, 0, width, height);
  const blank = canvas.transferToImageBitmap();
  await model.detect(blank, sourceTime(0));
  onFrame();
  const times: number[] = [];
  for (let frame = 1; frame <= timedFrames; frame += 1) {
    const begun = performance.now();
    await model.detect(blank, sourceTime(frame));
    times.push(performance.now() - begun);
    onFrame();
  }
  blank.close();
  return times.toSorted((a, b) => a - b)[Math.floor(timedFrames / 2)] ?? Infinity;
};
