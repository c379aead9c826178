import { sourceTime } from '../../../engine/units.ts';
import type { MoveNet } from './movenet.ts';
import { checkKeypoints, isCanvasReadable, openTestPicture } from './self-test.ts';

const timedFrames = 3;

/** What a warm-up judges, and what is known of its time. */
export interface WarmUpOptions {
  readonly openPicture?: () => Promise<ImageBitmap>;
  /** Whether a canvas can be read. */
  readonly canRead?: () => boolean;
  /** The median time of a warm-up frame of this runtime on this device, ms, if it was measured before. */
  readonly knownMs?: number | undefined;
}

/** Later than every frame, so that the first real one is not read with the crop of the warm-up. */
const endOfTime = sourceTime(Infinity);

/**
 * Judges a picture whose keypoints are known, so that the first real one is not slow; returns the median time, ms, of the
 * timed frames after it, or the `knownMs` of this device, which spares them. Calls `onFrame` after each. Rejects with `SelfTestFailed` if the keypoints are wrong,
 * where the browser lets a canvas be read.
 */
export const warmUp = async (
  model: Pick<MoveNet, 'detect' | 'graphics'>,
  onFrame: () => void,
  { openPicture = openTestPicture, canRead = isCanvasReadable, knownMs }: WarmUpOptions = {},
): Promise<number> => {
  const isTested = canRead();
  const picture = await openPicture();
  const judge = async (): Promise<number> => {
    const begun = performance.now();
    const { keypoints } = await model.detect(picture, endOfTime);
    const took = performance.now() - begun;
    // Without its context WebGL returns zeros.
    if (model.graphics?.isLost() === true) throw new Error('The graphics context was lost.');
    if (isTested) checkKeypoints(keypoints);
    onFrame();
    return took;
  };
  try {
    await judge();
    if (knownMs !== undefined) return knownMs;
    const times: number[] = [];
    for (let frame = 0; frame < timedFrames; frame += 1) times.push(await judge());
    return times.toSorted((a, b) => a - b)[Math.floor(timedFrames / 2)] ?? Infinity;
  } finally {
    picture.close();
  }
};
