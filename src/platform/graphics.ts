/** Names of software renderers, which are about ten times slower than wasm. */
const softwareRenderers = /swiftshader|llvmpipe|softpipe|basic render|software/i;

/** Whether a renderer of this name draws on the CPU. */
export const isSoftwareRenderer = (renderer: string): boolean => softwareRenderers.test(renderer);

/** Whether this is the user agent of Safari, where TensorFlow.js refuses WebGL in a worker (tfjs#7436). */
export const isSafari = (userAgent: string): boolean =>
  /safari/i.test(userAgent) && !/chrome|chromium|crios|android|edg/i.test(userAgent);

/** The name of the WebGL renderer; `undefined` without WebGL. */
const readRenderer = (): string | undefined => {
  // Not an OffscreenCanvas: Safari 16.4 has WebGL in pages only.
  const gl = document.createElement('canvas').getContext('webgl2');
  if (gl === null) return undefined;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return String(name);
};

/**
 * Cached: it does not change while the page is open, and each check costs a graphics context, of which a page has few.
 */
let known: { readonly renderer: string | undefined } | undefined;

const rendererName = (): string | undefined => (known ??= { renderer: readRenderer() }).renderer;

/** Whether this page can draw with WebGL, without which there is no figure. */
export const hasWebgl = (): boolean => rendererName() !== undefined;

/** Thrown where a figure cannot be drawn; `kind` selects the text in the UI. */
export class GraphicsProblem extends Error {
  override readonly name = 'GraphicsProblem';
  readonly kind = 'no-figure';
}

/** Whether this page is drawn by the CPU, for lack of a GPU. */
export const isDrawnBySoftware = (): boolean => {
  const renderer = rendererName();
  return renderer === undefined || isSoftwareRenderer(renderer);
};

/** Whether WebGL in a worker may be faster than wasm on this device. */
export const isWebglWorthATrial = (): boolean => !isSafari(navigator.userAgent) && !isDrawnBySoftware();
