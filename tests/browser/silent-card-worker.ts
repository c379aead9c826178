/** The detector's worker on a graphics card that computes nothing, and reports no error. */
import '../../src/platform/detector/worker/worker.ts';

Object.assign(WebGL2RenderingContext.prototype, { drawElements: () => undefined, drawArrays: () => undefined });
