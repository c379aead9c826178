import { modelFiles } from '../../../src/platform/detector/spawn-worker.ts';
import { inputSides } from '../../../src/platform/detector/worker/pixels.ts';
import type { ToBareWorker } from './bare-worker.ts';
import { offerCandidates, oneByOne, type OpenCandidate } from './candidate.ts';

/** The bare model in a worker: a run on a ready tensor, without picture, message or decoding. The floor of the bench. */
const openBare: OpenCandidate = async (model) => {
  const worker = new Worker(new URL('./bare-worker.ts', import.meta.url), { type: 'module' });
  const ask = (message: ToBareWorker, transfer: Transferable[] = []): Promise<number> =>
    new Promise((done, failed) => {
      worker.onerror = ({ message: why }) => failed(new Error(why));
      worker.onmessage = ({ data }: MessageEvent<number>) => done(data);
      worker.postMessage(message, transfer);
    });
  await ask({ files: modelFiles(model), side: inputSides[model] });
  return oneByOne(async ({ image }) => ({ ms: await ask({ image }, [image]) }));
};

offerCandidates({ bare: openBare });
