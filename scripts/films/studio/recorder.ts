import { openDetector } from '../../../src/platform/detector/open-detector.ts';
import { keypointNames } from '../../../src/engine/pose/keypoints.ts';
import { sourceTime } from '../../../src/engine/units.ts';

/** A keypoint in a recording: x and y in pixels, score 0-1. */
type Triple = readonly [number, number, number];

declare global {
  interface Window {
    /** Detects every frame of the film at `address`; returns 17 keypoints for each. */
    recordFilm: (
      address: string,
      frames: readonly { readonly at: number; readonly from: number; readonly to: number }[],
    ) => Promise<readonly (readonly Triple[])[]>;
  }
}

const detecting = openDetector({ webglTrial: 'never', model: 'lightning' });

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

window.recordFilm = async (address, frames) => {
  const detector = await detecting;
  const film = await (await fetch(address)).blob();
  const poses: Triple[][] = [];
  for (const { at, from, to } of frames) {
    const image = await createImageBitmap(film.slice(from, to, 'image/jpeg'));
    const keypoints = await detector.detect(image, sourceTime(at));
    poses.push(
      keypointNames.map((name) => [
        rounded(keypoints[name].x),
        rounded(keypoints[name].y),
        rounded(keypoints[name].score),
      ]),
    );
  }
  return poses;
};
