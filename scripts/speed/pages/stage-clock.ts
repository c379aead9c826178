/**
 * Times the stages of Limber's worker at the calls that it makes of the platform and of TensorFlow.js, so that the product
 * runs as it is: reading pictures (canvas), running the model, and the whole job of a frame. To be imported before the
 * worker's own code.
 */
import { GraphModel } from '@tensorflow/tfjs-converter';
import type { FromWorker, ToWorker } from '../../../src/platform/detector/protocol.ts';
import { stageChannel, type WorkerTimes } from './stage-times.ts';

const channel = new BroadcastChannel(stageChannel);
let [read, infer, begun] = [0, 0, 0];

/** Adds the time of each call of a method to a sum. */
const timeMethod = (owner: object, name: string, add: (ms: number) => void): void => {
  const call = Reflect.get(owner, name) as (this: unknown, ...given: unknown[]) => unknown;
  Reflect.set(owner, name, function timedCall(this: unknown, ...given: unknown[]): unknown {
    const since = performance.now();
    try {
      return call.apply(this, given);
    } finally {
      add(performance.now() - since);
    }
  });
};

for (const reading of ['drawImage', 'getImageData'])
  timeMethod(OffscreenCanvasRenderingContext2D.prototype, reading, (ms) => void (read += ms));
timeMethod(GraphModel.prototype, 'execute', (ms) => void (infer += ms));

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'frame') [read, infer, begun] = [0, 0, performance.now()];
});

const send = globalThis.postMessage.bind(globalThis) as (message: FromWorker, options?: unknown) => void;
globalThis.postMessage = ((message: FromWorker, options?: unknown): void => {
  if (message.type === 'keypoints')
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
    channel.postMessage({ read, infer, job: performance.now() - begun } satisfies WorkerTimes);
  send(message, options);
}) as typeof globalThis.postMessage;
