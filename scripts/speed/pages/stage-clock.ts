/**
 * Times the stages of Limber's worker at the calls that it makes of the platform and of TensorFlow.js, so that the product
 * runs as it is. To be imported before the worker's own code.
 */
import { GraphModel } from '@tensorflow/tfjs-converter';
import type { FromWorker, ToWorker } from '../../../src/platform/detector/protocol.ts';
import { stageChannel, type WorkerTimes } from './stage-times.ts';

const channel = new BroadcastChannel(stageChannel);

/** When the frame in work passed the stages, ms. */
const passed = { begun: 0, copied: 0, inferring: 0, inferred: 0 };

type Method = (this: unknown, ...given: unknown[]) => unknown;

/** Replaces a method by one that calls it. */
const wrapMethod = (owner: object, name: string, wrapped: (call: () => unknown) => unknown): void => {
  const method = Reflect.get(owner, name) as Method;
  Reflect.set(owner, name, function timed(this: unknown, ...given: unknown[]): unknown {
    return wrapped(() => method.apply(this, given));
  });
};

wrapMethod(VideoFrame.prototype, 'copyTo', async (copy) => {
  const layout = await copy();
  passed.copied = performance.now();
  return layout;
});

wrapMethod(GraphModel.prototype, 'execute', (run) => {
  passed.inferring = performance.now();
  const output = run();
  passed.inferred = performance.now();
  return output;
});

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'frame') passed.begun = performance.now();
});

const send = globalThis.postMessage.bind(globalThis) as (message: FromWorker, options?: unknown) => void;
globalThis.postMessage = ((message: FromWorker, options?: unknown): void => {
  const { begun, copied, inferring, inferred } = passed;
  const times = {
    copy: copied - begun,
    crop: inferring - copied,
    infer: inferred - inferring,
    job: performance.now() - begun,
  };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
  if (message.type === 'keypoints') channel.postMessage(times satisfies WorkerTimes);
  send(message, options);
}) as typeof globalThis.postMessage;
