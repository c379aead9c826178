import { keypointNames, type Keypoints } from '../../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../../src/engine/pose/pose.ts';
import type { DetectorModel } from '../../../src/ports/detector-model.ts';
import { timesOf, truthOf } from '../../films/film.ts';
import { speedFilm, truthAt, type CameraSize } from '../film.ts';

/** A keypoint: x and y in pixels of the camera's picture, score 0-1. */
export type Triple = readonly [number, number, number];

/** What one candidate did with one frame. */
export interface Judged {
  /** Which frame of the film, from 0. */
  readonly frame: number;
  /** From the decoded frame in hand to the result, ms. */
  readonly ms: number;
  /** The time of each stage, ms; only where the candidate has stages. */
  readonly stages?: Readonly<Record<string, number>>;
  /** The 17 keypoints in MoveNet's order; missing where nobody was found or the candidate has no keypoints of its own. */
  readonly keypoints?: readonly Triple[];
}

/** A stretch of frames, shown one after the other: how long it took from the first to the last result, ms. */
export interface Stretch {
  readonly wallMs: number;
  readonly judged: readonly Judged[];
}

/** A decoded frame of the film, in luma and chroma as a webcam's decoder leaves it. */
export interface FrameInHand {
  readonly frame: number;
  readonly image: VideoFrame;
  /** Its time in the film, ms. */
  readonly at: number;
}

/** What is measured: it is opened once and then shown stretches of the film. It may close the images. */
export interface Candidate {
  readonly show: (frames: readonly FrameInHand[]) => Promise<Stretch>;
}

/** Opens a candidate with a model, for a camera's size. */
export type OpenCandidate = (model: DetectorModel, size: CameraSize) => Promise<Candidate>;

declare global {
  interface Window {
    /** Opens the page's candidate, and shows it the film's first frames once, so that it is warm. */
    openCandidate: (variant: string, model: DetectorModel, size: CameraSize) => Promise<void>;
    /** Shows it `count` frames of the film from one on; they are decoded before the clock starts. */
    showStretch: (from: number, count: number) => Promise<Stretch>;
  }
}

/** How many frames a candidate sees before it is measured. */
const warmUpFrames = 4;

interface DrawnFrames {
  readonly bytes: Blob;
  readonly places: readonly { readonly from: number; readonly to: number }[];
}

const fetchFilm = async (size: CameraSize): Promise<DrawnFrames> => {
  const [bytes, places] = await Promise.all([
    fetch(`/film/${size}.bin`).then((response) => response.blob()),
    fetch(`/film/${size}.json`).then((response) => response.json() as Promise<DrawnFrames['places']>),
  ]);
  return { bytes, places };
};

/** Lets the bench drive the candidates of this page, by their names. */
export const offerCandidates = (candidates: Readonly<Record<string, OpenCandidate>>): void => {
  let candidate: Candidate | undefined;
  let film: DrawnFrames | undefined;
  let times: readonly number[] = [];

  const decoded = (from: number, count: number): Promise<readonly FrameInHand[]> =>
    Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const frame = from + index;
        const place = film?.places[frame];
        if (!film || !place) throw new Error(`The film has no frame ${frame}.`);
        const data = await film.bytes.slice(place.from, place.to).arrayBuffer();
        const decoder = new ImageDecoder({ data, type: 'image/jpeg' });
        const { image } = await decoder.decode();
        decoder.close();
        return { frame, image, at: times[frame] ?? 0 };
      }),
    );

  window.openCandidate = async (variant, model, size) => {
    const open = candidates[variant];
    if (!open) throw new Error(`This page has no candidate "${variant}".`);
    film = await fetchFilm(size);
    times = timesOf(speedFilm);
    candidate = await open(model, size);
    await window.showStretch(0, warmUpFrames);
  };
  window.showStretch = async (from, count) => {
    if (!candidate) throw new Error('No candidate is open.');
    const frames = await decoded(from, count);
    const stretch = await candidate.show(frames);
    for (const { image } of frames) image.close();
    return stretch;
  };
};

/** A candidate that judges one frame after the other with one function; the time of a frame is that of one call. */
export const oneByOne = (
  judge: (frame: FrameInHand) => Promise<Pick<Judged, 'keypoints'> & { readonly ms?: number }>,
): Candidate => ({
  show: async (frames) => {
    const judged: Judged[] = [];
    const began = performance.now();
    for (const frame of frames) {
      const since = performance.now();
      const { ms = performance.now() - since, ...found } = await judge(frame);
      judged.push({ frame: frame.frame, ms, ...found });
    }
    return { wallMs: performance.now() - began, judged };
  },
});

/**
 * Returns a function that draws a frame on one canvas in main memory, as TensorFlow.js does with a video before it reads
 * the pixels. The candidates that take no `VideoFrame` get this canvas.
 */
export const frameCanvas = (): ((image: VideoFrame) => HTMLCanvasElement) => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (image) => {
    if (canvas.width !== image.displayWidth || canvas.height !== image.displayHeight) {
      canvas.width = image.displayWidth;
      canvas.height = image.displayHeight;
    }
    context?.drawImage(image, 0, 0);
    return canvas;
  };
};

/** The keypoints in MoveNet's order. */
export const triplesOf = (keypoints: Keypoints): readonly Triple[] =>
  keypointNames.map((name) => [keypoints[name].x, keypoints[name].y, keypoints[name].score]);

/** The true poses of the film's first frames, as a camera of that size would see them. */
export const truePoses = (size: CameraSize, count: number): readonly TimedPose[] =>
  truthOf(speedFilm)
    .slice(0, count)
    .map((pose) => truthAt(size, pose));
