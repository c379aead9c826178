/** Loads the code of TensorFlow.js's backends, each a part of its own. */
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import type { BackendName } from '../../../ports/backend.ts';
import { loadCode } from '../../load-code.ts';

/** Loads and registers a backend; rejects with a `CodeProblem`. */
export const loadBackend: Readonly<Record<BackendName, () => Promise<void>>> = {
  wasm: async () => {
    const { setWasmPaths } = await loadCode(() => import('@tensorflow/tfjs-backend-wasm'));
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plainUrl,
      'tfjs-backend-wasm-simd.wasm': simdUrl,
      'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
    });
  },
  webgl: async () => {
    await loadCode(() => import('@tensorflow/tfjs-backend-webgl'));
  },
};
