import { loadGraphModel, type GraphModel } from '@tensorflow/tfjs-converter';
import { browser, expandDims, tidy, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import type { ModelFiles } from '../../../src/platform/detector/protocol.ts';
import { handlerFor, startWasm } from './tf-model.ts';

/** The messages to the worker of the bare model: its files and the side of its input, then frames. */
export type ToBareWorker = { readonly files: ModelFiles; readonly side: number } | { readonly image: VideoFrame };

let opened: { readonly model: GraphModel; readonly side: number } | undefined;

const inputOf = (image: VideoFrame, side: number): Tensor4D => {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (context === null) throw new Error('This browser cannot draw in a worker.');
  context.drawImage(image, 0, 0, side, side);
  const pixels = context.getImageData(0, 0, side, side);
  return tidy(() => expandDims(browser.fromPixels(pixels), 0));
};

/** The time of one run on a ready tensor, with its 51 numbers read, ms. */
const timeOf = ({ model, side }: NonNullable<typeof opened>, image: VideoFrame): number => {
  const input = inputOf(image, side);
  input.dataSync();
  const began = performance.now();
  const output = model.execute(input) as Tensor;
  output.dataSync();
  const took = performance.now() - began;
  input.dispose();
  output.dispose();
  return took;
};

const answer = async (message: ToBareWorker): Promise<number> => {
  if ('files' in message) {
    await startWasm();
    opened = { model: await loadGraphModel(await handlerFor(message.files)), side: message.side };
    return 0;
  }
  if (!opened) throw new Error('A frame came before the model.');
  const took = timeOf(opened, message.image);
  message.image.close();
  return took;
};

addEventListener('message', ({ data }: MessageEvent<ToBareWorker>) => {
  answer(data).then(
    (took) => postMessage(took),
    // Thrown outside the promise, an error reaches the page.
    (error: unknown) => setTimeout(() => reportError(error)),
  );
});
