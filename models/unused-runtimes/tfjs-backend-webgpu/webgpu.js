/** pose-detection reads these two names only on its PoseNet-with-WebGPU path. */
export const webgpu_util = Object.freeze({});
export class WebGPUBackend {
  constructor() {
    throw new Error('The WebGPU backend is not part of Limber; use wasm or webgl.');
  }
}
