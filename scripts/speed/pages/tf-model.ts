import { env, io, setBackend } from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import { downloadModel } from '../../../src/platform/detector/worker/download.ts';
import type { ModelFiles } from '../../../src/platform/detector/protocol.ts';

/** Starts wasm with one thread, as Limber does: without COOP and COEP a page has no more. */
export const startWasm = async (): Promise<void> => {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
  });
  if (!(await setBackend('wasm'))) throw new Error('The wasm backend does not start.');
};

/** Downloads a model and hands its bytes to TensorFlow.js. */
export const handlerFor = async (files: ModelFiles): Promise<io.IOHandler> => {
  const { topology, weights } = await downloadModel(files, () => undefined);
  return {
    load: () =>
      io.getModelArtifactsForJSON(topology as io.ModelJSON, (manifest) =>
        Promise.resolve([manifest.flatMap((group) => group.weights), weights]),
      ),
  };
};
