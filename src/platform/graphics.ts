/** Names of software renderers, which are about ten times slower than wasm. */
const softwareRenderers = /swiftshader|llvmpipe|softpipe|basic render|software/i;

/** Whether a renderer of this name draws on the CPU. */
export const isSoftwareRenderer = (renderer: string): boolean => softwareRenderers.test(renderer);

/** Whether this is the user agent of Safari, where TensorFlow.js refuses WebGL in a worker (tfjs#7436). */
export const isSafari = (userAgent: string): boolean =>
  /safari/i.test(userAgent) && !/chrome|chromium|crios|android|edg/i.test(userAgent);

/** The name of the WebGL renderer; `undefined` without WebGL. */
const rendererName = (): string | undefined => {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null) return undefined;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name);
};

/**
 * Cached: it does not change while the page is open, and each check costs a graphics context, of which a page has few.
 */
let isSoftware: boolean | undefined;

/** Whether this page is drawn by the CPU, for lack of a GPU. */
export const isDrawnBySoftware = (): boolean => {
  if (isSoftware === undefined) {
    const renderer = rendererName();
    isSoftware = renderer === undefined || isSoftwareRenderer(renderer);
  }
  return isSoftware;
};

/** Whether WebGL in a worker may be faster than wasm on this device. */
export const isWebglWorthATrial = (): boolean => !isSafari(navigator.userAgent) && !isDrawnBySoftware();
