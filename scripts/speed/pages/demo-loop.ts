import {
  createDetector,
  SupportedModels,
  util,
  type Keypoint,
  type PoseDetector,
} from '@tensorflow-models/pose-detection';
import { modelFiles } from '../../../src/platform/detector/spawn-worker.ts';
import { detectorModels } from '../../../src/ports/detector-model.ts';
import { modelTypes } from './model-types.ts';
import { handlerFor, startWasm } from './tf-model.ts';

/**
 * The loop of pose-detection's own demo (tfjs-models, `demos/live_video`): in each animation frame the camera's picture is
 * judged on the page's thread, then picture and skeleton are drawn on a canvas of the camera's size.
 */

declare global {
  interface Window {
    /** How many frames the demo's loop has judged. */
    framesJudged: number;
  }
}

window.framesJudged = 0;

/** The demo's score below which nothing is drawn. */
const scoreThreshold = 0.3;

const asked = new URLSearchParams(location.search);
const [width, height] = [Number(asked.get('width')), Number(asked.get('height'))];
const model = detectorModels.find((one) => one === asked.get('model')) ?? 'lightning';

const openCamera = async (): Promise<HTMLVideoElement> => {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'user', width, height, frameRate: { ideal: 60 } },
  });
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await video.play();
  video.width = video.videoWidth;
  video.height = video.videoHeight;
  return video;
};

const drawSkeleton = (context: CanvasRenderingContext2D, keypoints: readonly Keypoint[]): void => {
  context.fillStyle = 'Red';
  context.strokeStyle = 'White';
  context.lineWidth = 2;
  for (const { x, y, score = 1 } of keypoints) {
    if (score < scoreThreshold) continue;
    context.beginPath();
    context.arc(x, y, 4, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  for (const [from, to] of util.getAdjacentPairs(SupportedModels.MoveNet)) {
    const [a, b] = [keypoints[from ?? 0], keypoints[to ?? 0]];
    if (!a || !b || (a.score ?? 1) < scoreThreshold || (b.score ?? 1) < scoreThreshold) continue;
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
  }
};

const run = (detector: PoseDetector, video: HTMLVideoElement): void => {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser does not draw.');
  // The demo mirrors the picture.
  context.translate(video.videoWidth, 0);
  context.scale(-1, 1);
  const step = async (): Promise<void> => {
    const poses = await detector.estimatePoses(video, { maxPoses: 1, flipHorizontal: false });
    context.drawImage(video, 0, 0, video.videoWidth, video.videoHeight);
    for (const { keypoints } of poses) drawSkeleton(context, keypoints);
    window.framesJudged += 1;
    requestAnimationFrame(() => void step());
  };
  void step();
};

await startWasm();
const video = await openCamera();
run(
  await createDetector(SupportedModels.MoveNet, {
    modelType: modelTypes[model],
    modelUrl: await handlerFor(modelFiles(model)),
  }),
  video,
);
