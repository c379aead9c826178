/** The drawing context that WebGL judges with, and that a driver may take away at any time. */
export interface GraphicsContext {
  isLost(): boolean;
  /** Calls the listener when the context goes; TensorFlow.js itself would go on, and find nobody for ever. */
  onLost(listener: () => void): void;
  /** Takes the context away, as a driver would. */
  lose(): void;
}

/** Watches the context of TensorFlow.js's WebGL backend. */
export const watchContext = (gl: WebGLRenderingContext): GraphicsContext => {
  // The worker's types do not know this property of every context.
  const { canvas } = gl as unknown as { readonly canvas: OffscreenCanvas };
  return {
    isLost: () => gl.isContextLost(),
    onLost: (listener) => canvas.addEventListener('webglcontextlost', listener),
    lose: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
  };
};
