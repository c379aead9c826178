import { sourceTime } from '../../../engine/units.ts';
import type { MoveNet } from './movenet.ts';
import { checkKeypoints, isCanvasReadable, openTestPicture } from './self-test.ts';

const timedFrames = 3;

/** Later than every frame, so that the first real one is not read with the crop of the warm-up. */
const endOfTime = sourceTime(Infinity);

/**
 * Judges a picture whose keypoints are known a few times, so that the first real one is not slow; returns the median
 * time, ms, the first not counted. Calls `onFrame` after each. Rejects with `SelfTestFailed` if the keypoints are wrong,
 * where the browser lets a canvas be read.
 */
export const warmUp = async (
  model: Pick<MoveNet, 'detect' | 'graphics'>,
  onFrame: () => void,
  { openPicture = openTestPicture, canRead = isCanvasReadable } = {},
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
    const times: number[] = [];
    for (let frame = 0; frame < timedFrames; frame += 1) times.push(await judge());
    return times.toSorted((a, b) => a - b)[Math.floor(timedFrames / 2)] ?? Infinity;
  } finally {
    picture.close();
  }
};
