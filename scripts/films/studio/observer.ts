import { keypointNames, type Keypoints } from '../../../src/engine/pose/keypoints.ts';
import { openDetector } from '../../../src/platform/detector/open-detector.ts';
import type { DetectorModel } from '../../../src/ports/detector-model.ts';
import { timesOf, type Film } from '../film.ts';
import { openScene } from './scene.ts';
import type { Detector } from '../../../src/platform/detector/detector.ts';

/** A keypoint in a recording: x and y in pixels, score 0-1. */
type Triple = readonly [number, number, number];

declare global {
  interface Window {
    /** Draws a film and lets a model see every frame, without a file between; answers 17 keypoints for each. */
    observeFilm: (film: Film, model: DetectorModel) => Promise<readonly (readonly Triple[])[]>;
    /** One moment of a film as a PNG in base64, to be looked at. */
    stillOf: (film: Film, at: number) => Promise<string>;
  }
}

const detectors = new Map<DetectorModel, Promise<Detector>>();

const detectorWith = (model: DetectorModel): Promise<Detector> => {
  const opening = detectors.get(model) ?? openDetector({ webglTrial: 'never', model });
  detectors.set(model, opening);
  return opening;
};

const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;

const triplesOf = (keypoints: Keypoints): readonly Triple[] =>
  keypointNames.map((name) => {
    const { x, y, score } = keypoints[name];
    return [rounded(x, 1), rounded(y, 1), rounded(score, 3)];
  });

window.observeFilm = async (film, model) => {
  const detector = await detectorWith(model);
  const scene = await openScene(film);
  try {
    const seen: (readonly Triple[])[] = [];
    let judging: Promise<Keypoints> | undefined;
    // One frame is drawn while the one before is judged.
    for (const at of timesOf(film)) {
      scene.draw(at);
      const image = await createImageBitmap(scene.canvas);
      if (judging) seen.push(triplesOf(await judging));
      judging = detector.detect(image, at);
    }
    if (judging) seen.push(triplesOf(await judging));
    return seen;
  } finally {
    scene.close();
  }
};

window.stillOf = async (film, at) => {
  const scene = await openScene(film);
  scene.draw(at as Parameters<typeof scene.draw>[0]);
  const still = scene.canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
  scene.close();
  return still;
};
