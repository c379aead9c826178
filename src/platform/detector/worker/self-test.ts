/**
 * A picture of a person whose keypoints are known. Some graphics cards and drivers return fixed values or zeros without
 * any error (tfjs#5145, #7430); keypoints that are far from the known ones reveal it.
 */
import { keypointNames } from '../../../engine/pose/keypoints.ts';
import type { KeypointName, Keypoints } from '../../../engine/pose/keypoints.ts';
import picture from './standing-figure.webp?inline';

/** Thrown where a backend does not find the person of the picture as every working one does. */
export class SelfTestFailed extends Error {
  override readonly name = 'SelfTestFailed';
}

/**
 * Where both models find the keypoints on wasm, pixels of the picture: the middle of four frames of each, which are at
 * most 4 pixels away.
 */
const known: Readonly<Record<KeypointName, readonly [x: number, y: number]>> = {
  nose: [221, 58],
  left_eye: [226, 54],
  right_eye: [216, 54],
  left_ear: [231, 61],
  right_ear: [209, 61],
  left_shoulder: [242, 83],
  right_shoulder: [195, 86],
  left_elbow: [276, 64],
  right_elbow: [162, 116],
  left_wrist: [303, 39],
  right_wrist: [133, 138],
  left_hip: [232, 157],
  right_hip: [204, 157],
  left_knee: [237, 222],
  right_knee: [203, 221],
  left_ankle: [236, 277],
  right_ankle: [204, 276],
};

/**
 * The greatest distance of a keypoint from its known place, pixels: a twentieth of the body's height in the picture. With
 * both models it was at most 4.1 on wasm, with and without SIMD, and on WebGL, 5.0 on WebGL with 16-bit floats, and 5.8
 * where the picture had noise of ±16 of 255 or half its light.
 */
const tolerance = 12;

/** The lowest score of a keypoint: the same trials gave at least 0.34. */
const seenFrom = 0.2;

/** Decodes the picture. */
export const openTestPicture = (): Promise<ImageBitmap> => {
  const bytes = Uint8Array.from(atob(picture.slice(picture.indexOf(',') + 1)), (byte) => byte.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: 'image/webp' }));
};

/** A colour that differs from all that a browser may return in place of a picture, and how exactly it must come back. */
const sample = { colour: 'rgb(40 120 200)', channels: [40, 120, 200, 255], within: 8 };

/**
 * Whether a canvas returns what was drawn on it. Browsers that resist fingerprinting return white or noise; the picture
 * cannot be read there, while the planes of a camera's frame can.
 */
export const isCanvasReadable = (): boolean => {
  const side = 4;
  const context = new OffscreenCanvas(side, side).getContext('2d', { alpha: false });
  if (context === null) return false;
  context.fillStyle = sample.colour;
  context.fillRect(0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  return data.every((value, at) => Math.abs(value - (sample.channels[at % 4] ?? 0)) <= sample.within);
};

/** Throws `SelfTestFailed` if the keypoints are not those of the picture's person. */
export const checkKeypoints = (keypoints: Keypoints): void => {
  for (const name of keypointNames) {
    const { x, y, score } = keypoints[name];
    const distance = Math.hypot(x - known[name][0], y - known[name][1]);
    // Written so that NaN fails.
    if (distance <= tolerance && score >= seenFrom) continue;
    throw new SelfTestFailed(`${name} is ${distance.toFixed(0)} pixels off, score ${score.toFixed(2)}.`);
  }
};
