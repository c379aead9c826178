/**
 * Times the stages of Limber's worker at the calls that it makes of the platform and of TensorFlow.js, so that the product
 * runs as it is: reading pictures (canvas), running the model, and the whole job of a frame. To be imported before the
 * worker's own code.
 */
import { GraphModel } from '@tensorflow/tfjs-converter';
import type { FromWorker, ToWorker } from '../../../src/platform/detector/protocol.ts';

/** The times of one frame in the worker, ms. */
export interface WorkerTimes {
  /** Crop and read: drawing the picture, and reading its pixels. */
  readonly read: number;
  readonly infer: number;
  /** The whole job, from its message to its result. */
  readonly job: number;
}

/** The channel on which the times of each frame are sent. */
export const stageChannel = 'limber-speed-stages';

const channel = new BroadcastChannel(stageChannel);
let [read, infer, begun] = [0, 0, 0];

const timed = <This, Given extends unknown[], Result>(
  call: (this: This, ...given: Given) => Result,
  add: (ms: number) => void,
) =>
  function timedCall(this: This, ...given: Given): Result {
    const since = performance.now();
    try {
      return call.apply(this, given);
    } finally {
      add(performance.now() - since);
    }
  };

const addRead = (ms: number): void => void (read += ms);
const canvas = OffscreenCanvasRenderingContext2D.prototype;
canvas.drawImage = timed(canvas.drawImage, addRead) as typeof canvas.drawImage;
canvas.getImageData = timed(canvas.getImageData, addRead);
GraphModel.prototype.execute = timed(GraphModel.prototype.execute, (ms) => void (infer += ms));

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'frame') [read, infer, begun] = [0, 0, performance.now()];
});

const send = globalThis.postMessage.bind(globalThis) as (message: FromWorker, options?: unknown) => void;
globalThis.postMessage = ((message: FromWorker, options?: unknown): void => {
  if (message.type === 'keypoints')
    channel.postMessage({ read, infer, job: performance.now() - begun } satisfies WorkerTimes);
  send(message, options);
}) as typeof globalThis.postMessage;
